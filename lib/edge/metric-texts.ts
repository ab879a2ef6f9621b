import type { Bilingual } from '../domain/standard/provenance.ts';
import type { MetricName } from './metric-table.ts';

interface MetricText {
  /** What is counted, in the words of the product. */
  readonly says: Bilingual;
  /** Where and how often. */
  readonly when: Bilingual;
  /** What whoever watches has to do when it is not as it should be. */
  readonly act: Bilingual;
}

/** The words of the metrics, for the dashboard, the alarms and the documents. Functions do not carry them. */
export const metricTexts = {
  LookupsClear: {
    says: { zh: '查询答“无”的主体数', en: 'Subjects answered clear' },
    when: { zh: '每次信用查询', en: 'each look-up' },
    act: { zh: '无须处理', en: 'nothing' },
  },
  LookupsHit: {
    says: { zh: '查询答“有”的主体数', en: 'Subjects answered hit' },
    when: { zh: '每次信用查询', en: 'each look-up' },
    act: { zh: '无须处理', en: 'nothing' },
  },
  LookupsUnknown: {
    says: { zh: '查询答“未知”的主体数', en: 'Subjects answered unknown' },
    when: { zh: '每次信用查询', en: 'each look-up' },
    act: {
      zh: '先看 GET /health 哪个信息来源未按时更新，催其报送心跳；来源都正常的，查函数日志中读取失败的行',
      en: 'See in GET /health which source is stale, and have its owner send a heartbeat; where none is, look for failed reads in the function’s log',
    },
  },
  LookupMilliseconds: {
    says: { zh: '一次查询的用时', en: 'Time of a look-up' },
    when: {
      zh: '每次信用查询，从解析后到写出答复',
      en: 'each look-up, from the parsed request to the answer',
    },
    act: {
      zh: '看是否有大批量查询、DynamoDB 限流或冷启动；见 docs/performance.md',
      en: 'Look for look-ups of a thousand subjects, throttles of a table, cold starts; see docs/performance.md',
    },
  },
  LookupAlarms: {
    says: { zh: '查询告警（按种类）', en: 'Alarms about look-ups, by kind' },
    when: { zh: '告警发生时', en: 'as they are raised' },
    act: {
      zh: '审计人员用 GET /lookup-log/alarms 看是谁；限额用尽的，与其主管部门核实用途，必要时调整 catalog/lookup-quotas.json；封存后写入的，按日志证明核对',
      en: 'An auditor sees in GET /lookup-log/alarms who it is; of a quota used up, ask their authority what for, and change catalog/lookup-quotas.json where it was too small; of an entry after the seal, check the day by its proof',
    },
  },
  FilingsOverdue: {
    says: { zh: '已过审查期限而未决定的办件数', en: 'Filings past their due day and not decided' },
    when: { zh: '每日核对期限时', en: 'once a day, when due days are put right' },
    act: {
      zh: '请有关登记机关负责人用 GET /queues/{authority} 查看并转派；不能当场登记的应在 3 个工作日内登记，情形复杂的经负责人批准可再延长 3 个工作日（市场主体登记管理条例第十九条）',
      en: 'The head of the authority sees them in GET /queues/{authority} and hands them over; three working days, and three more where a head approves (条例 art. 19)',
    },
  },
  TasksOverdue: {
    says: { zh: '已过期限而未办的联合奖惩任务数', en: 'Measure tasks open past their limit' },
    when: { zh: '每日提醒时', en: 'once a day, when limits are reminded of' },
    act: {
      zh: '请执行部门在 GET /measure-tasks 中办理',
      en: 'The executing authority finds them in GET /measure-tasks',
    },
  },
  SourcesStale: {
    says: { zh: '未按时更新的信息来源数', en: 'Sources that are stale or never started' },
    when: { zh: '定时核对来源时', en: 'when the schedule looks at the sources' },
    act: {
      zh: '来源名称见 GET /health；请其所有者报送心跳。在此之前依赖它的查询答“未知”，有关申请转人工',
      en: 'GET /health names them; their owners have to send a heartbeat. Until then look-ups that need them answer unknown, and filings go to review',
    },
  },
  CalendarMissing: {
    says: { zh: '缺下一年的工作日历', en: 'The calendar of next year is missing' },
    when: { zh: '每日，自十一月一日起', en: 'once a day, from 1 November' },
    act: {
      zh: '国务院办公厅放假通知公布后，录入 catalog/calendar.json 并发布；此前跨年期限为暂定',
      en: 'When the State Council’s notice is out, put it into catalog/calendar.json and release; until then days that run over the year are provisional',
    },
  },
  ChangesFailed: {
    says: { zh: '处理失败、将重试的变更数', en: 'Changes whose projection failed and comes again' },
    when: { zh: '读取数据流时', en: 'as a stream is read' },
    act: {
      zh: '少量可自行恢复；持续出现的，看数据流函数日志中的故障行',
      en: 'A few mend themselves; where they go on, see the faults in the log of the stream’s function',
    },
  },
  ChangesSetAside: {
    says: { zh: '搁置后重试仍失败的变更数', en: 'Changes set aside that failed once more' },
    when: { zh: '重试搁置的变更时', en: 'as what was set aside is taken up again' },
    act: {
      zh: '按函数日志中 redrive 一栏的编号找到故障行，修正原因；此后十四天内每小时自动重试（本机用 npm run redrive）',
      en: 'Find the fault by its id (redrive) in the log of the stream’s function and mend the cause; it is tried again by itself every hour for fourteen days (locally by npm run redrive)',
    },
  },
  Answers5xx: {
    says: { zh: '答 5xx 的请求（按路径）', en: 'Requests answered 5xx, by route' },
    when: { zh: '每次发生', en: 'as it happens' },
    act: {
      zh: '按问题文档的 requestId 或 traceId 在日志中找到那一行',
      en: 'Find the line in the log by the requestId of the problem document, or by the trace id',
    },
  },
} as const satisfies Readonly<Record<MetricName, MetricText>>;
