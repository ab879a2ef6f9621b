import type { Bilingual } from '../../domain/standard/provenance.ts';
import { metricTexts } from '../../edge/metric-texts.ts';
import type { UnitPrices } from './foretold-cost.ts';

/** What alarms watch beside failures of functions, answers 5xx and queues, which every function and queue has. */
export const watched = [
  'FilingsOverdue',
  'UnknownShare',
  'SlowLookups',
  'QuotaExceeded',
  'SequentialNumbers',
  'EntryAfterSeal',
  'SourcesStale',
  'CalendarMissing',
  'ImportsFailed',
  'ProjectionLag',
  'TableThrottles',
  'HourlyCost',
] as const;
export type Watched = (typeof watched)[number];

export interface Threshold {
  readonly says: Bilingual;
  /** An alarm stands while it is more than this. */
  readonly above: number;
  readonly unit: Bilingual;
  /** Of one period; an alarm stands after so many in a row. */
  readonly minutes: number;
  readonly periods: number;
  readonly because: Bilingual;
  readonly act: Bilingual;
}

const DAY = 1_440;
const ONE: Bilingual = { zh: '件', en: '' };

/** Look-ups of a day lie in eight hours, so that an hour of them costs an eighth of a day. */
const BUSIEST_HOUR = 1 / 8;

/** Every threshold with its reason: data, to be changed where a deployment has learned better. */
export const thresholds = ({ foretoldDay, currency }: UnitPrices) =>
  ({
    FilingsOverdue: {
      says: metricTexts.FilingsOverdue.says,
      above: 0,
      unit: ONE,
      minutes: DAY,
      periods: 1,
      because: {
        zh: '期限是法定的：一件逾期也要有人过问；每日核对一次，故按日看',
        en: 'The limit is law’s: one is too many. It is counted once a day, and so looked at by the day',
      },
      act: metricTexts.FilingsOverdue.act,
    },
    UnknownShare: {
      says: { zh: '查询答“未知”的比例', en: 'Share of subjects answered unknown' },
      above: 1,
      unit: { zh: '%', en: '%' },
      minutes: 5,
      periods: 3,
      because: {
        zh: '“未知”帮不了提问的人，并使申请转人工；按设计流量，百分之一即每天二十万次。不足二十个主体的时段不计',
        en: 'Unknown helps nobody who asks, and sends a filing to review; of the traffic this is built for one in a hundred are 200 000 a day. Periods with fewer than twenty subjects are passed over',
      },
      act: metricTexts.LookupsUnknown.act,
    },
    SlowLookups: {
      says: { zh: '查询用时的 p99', en: 'p99 of the time of a look-up' },
      above: 1_500,
      unit: { zh: '毫秒', en: 'ms' },
      minutes: 5,
      periods: 3,
      because: {
        zh: '读取满三秒即答“未知”、日志写不进即拒绝：一半时就要看。一千个主体的查询测得不到 300 毫秒',
        en: 'After three seconds a read becomes unknown and a log entry a refusal: at half of that somebody should look. A thousand subjects were measured at under 300 ms',
      },
      act: metricTexts.LookupMilliseconds.act,
    },
    QuotaExceeded: {
      says: { zh: '有人员用尽查询限额', en: 'An officer’s quota of look-ups is used up' },
      above: 0,
      unit: ONE,
      minutes: 5,
      periods: 1,
      because: {
        zh: '此后该人员的查询被拒：或是批量窥探，或是限额定小了，都要当时处理',
        en: 'Their look-ups are refused from then on: it is either somebody who enumerates or a quota that is too small, and neither can wait',
      },
      act: metricTexts.LookupAlarms.act,
    },
    SequentialNumbers: {
      says: {
        zh: '有人员一次查询多个连号的证件号码',
        en: 'A look-up of persons whose numbers follow one another',
      },
      above: 0,
      unit: ONE,
      minutes: 5,
      periods: 1,
      because: {
        zh: '连号是试号的样子；每名人员每日至多报一次',
        en: 'It looks like guessing; it is told of an officer once a day at most',
      },
      act: metricTexts.LookupAlarms.act,
    },
    EntryAfterSeal: {
      says: {
        zh: '已封存之日又有查询日志写入',
        en: 'An entry was written for a day of the log that is sealed',
      },
      above: 0,
      unit: ONE,
      minutes: 5,
      periods: 1,
      because: {
        zh: '正常运行中不会发生：时钟错误、恢复备份或篡改，都须查明',
        en: 'It does not happen by itself: a clock that is wrong, a restore, or tampering',
      },
      act: metricTexts.LookupAlarms.act,
    },
    SourcesStale: {
      says: metricTexts.SourcesStale.says,
      above: 0,
      unit: { zh: '个', en: '' },
      minutes: 30,
      periods: 1,
      because: {
        zh: '一个来源滞后，需要它的查询就全答“未知”；每一刻钟核对一次，看半小时以免漏报',
        en: 'One that is stale makes every look-up that needs it unknown. It is looked at every quarter of an hour; half an hour, so that none between is missed',
      },
      act: metricTexts.SourcesStale.act,
    },
    CalendarMissing: {
      says: metricTexts.CalendarMissing.says,
      above: 0,
      unit: { zh: '年', en: '' },
      minutes: DAY,
      periods: 1,
      because: {
        zh: '放假通知一般在十一月公布；缺它，跨年期限只能暂定',
        en: 'The notice comes out in November as a rule; without it days that run over the year are provisional',
      },
      act: metricTexts.CalendarMissing.act,
    },
    ImportsFailed: {
      says: { zh: '失败的批量导入数', en: 'Imports that failed' },
      above: 0,
      unit: ONE,
      minutes: 5,
      periods: 1,
      because: {
        zh: '报送单位在等逐行回执；坏行不会使导入失败，失败的是我们',
        en: 'A publisher waits for receipts; a bad row fails no import, so that the failure is ours',
      },
      act: {
        zh: '看导入状态机的执行记录；修正原因后重新驱动（redrive）该执行：导入可以续做，不会重复；FormerHashingKey 则须重新上传文件',
        en: 'See the executions of the state machine of imports, mend the cause and redrive the execution: an import goes on where it stopped and doubles nothing. After FormerHashingKey the file has to be sent again (docs/operations.md)',
      },
    },
    ProjectionLag: {
      says: { zh: '数据流滞后', en: 'How far behind a stream is read' },
      above: 600_000,
      unit: { zh: '毫秒', en: 'ms' },
      minutes: 5,
      periods: 3,
      because: {
        zh: '变更、通知、查询记录应在数秒内可见；十分钟以上说明有变更反复失败。六小时后它被搁置',
        en: 'Changes, notices and look-ups are seen within seconds; ten minutes mean that a change keeps failing. After six hours it is set aside',
      },
      act: metricTexts.ChangesFailed.act,
    },
    TableThrottles: {
      says: { zh: '数据表限流', en: 'Throttles of the tables' },
      above: 0,
      unit: { zh: '次', en: '' },
      minutes: 5,
      periods: 3,
      because: {
        zh: '按需表在流量翻倍时会短暂限流，SDK 自行重试；连续三个时段不是这样，多半是热点分区',
        en: 'A table on demand throttles for a moment when traffic doubles, and the SDK tries again; three periods in a row are not that, but most likely one hot partition',
      },
      act: {
        zh: '看是哪张表、哪类键被集中访问（docs/access-patterns.md）；必要时按路由调低限流值（lib/cloud/throttling.ts）',
        en: 'See which table, and which keys of it are hot (docs/access-patterns.md); where need be let less of a route in (lib/cloud/throttling.ts)',
      },
    },
    HourlyCost: {
      says: { zh: '一小时用量按价目计的费用', en: 'What an hour’s use comes to by the prices' },
      above: Math.round(foretoldDay * BUSIEST_HOUR * 2 * 100) / 100,
      unit: { zh: currency, en: currency },
      minutes: 60,
      periods: 1,
      because: {
        zh: '是 docs/cost.md 所预计最忙一小时的两倍：或是失控的调用方，或是估算该改了',
        en: 'Twice the busiest hour that docs/cost.md foretells: it is either a caller that runs away or an estimate that has to be mended',
      },
      act: {
        zh: '看费用行哪一项在涨、哪条路由请求最多；限流值见 lib/cloud/throttling.ts，查询限额见 catalog/lookup-quotas.json',
        en: 'See which part of the cost grows, and which route is asked most; limits are in lib/cloud/throttling.ts, quotas of look-ups in catalog/lookup-quotas.json',
      },
    },
  }) as const satisfies Record<Watched, Threshold>;
