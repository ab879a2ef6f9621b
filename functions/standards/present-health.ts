import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { sources } from '../../catalog/sources.ts';
import type { getHealth } from '../../lib/contract/health.ts';
import type { PartHealth } from '../../lib/domain/health/health.ts';
import type { Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

type Part = ResponseOf<typeof getHealth>['body']['parts'][number];

const joined = (names: readonly Bilingual[]): Bilingual => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join('; '),
});

const sourcesNamed = (ids: readonly string[]): Bilingual =>
  joined(
    sources()
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name),
  );

const sidesNamed = (codes: readonly string[]): Bilingual =>
  joined(jurisdictions.filter(({ code }) => codes.includes(code)).map(({ name }) => name));

const unread: Bilingual = { zh: '暂时无法得知', en: 'It cannot be told at the moment' };

/** What each part says, well and not; everything named is public in the standard. */
const texts = {
  store: {
    ok: { zh: '数据可读', en: 'Data can be read' },
    degraded: () => ({
      zh: '数据暂不可读：请求可能失败，查询可能答“未知”，请稍后重试',
      en: 'Data cannot be read at the moment: requests may fail and look-ups answer unknown; come back later',
    }),
  },
  sources: {
    ok: { zh: '信息来源均按时更新', en: 'All sources are up to date' },
    degraded: (which) => {
      const { zh, en } = sourcesNamed(which);
      return {
        zh: `未按时更新或尚未启用的信息来源：${zh}。依赖它们的查询答“未知”，有关申请转人工审查`,
        en: `Sources that are stale or have not started: ${en}. Look-ups that need them answer unknown, and filings go to review`,
      };
    },
  },
  calendar: {
    ok: { zh: '工作日历齐全', en: 'The working calendar is complete' },
    degraded: (which) => ({
      zh: `尚无 ${which.join('、')} 年的放假安排：跨入该年的期限为暂定`,
      en: `The holidays of ${which.join(', ')} are not in the calendar: days that run into the year are provisional`,
    }),
  },
  'log-seal': {
    ok: { zh: '查询日志已按日封存', en: 'The log of look-ups is sealed by the day' },
    degraded: (which) => {
      const { zh, en } = sidesNamed(which);
      return {
        zh: `查询日志尚未按时封存：${zh}。查询照常记录，证明须待封存后出具`,
        en: `The log of look-ups is not sealed in time: ${en}. Look-ups are logged as ever; proofs wait for the seal`,
      };
    },
  },
} as const satisfies Record<
  PartHealth['part'],
  { readonly ok: Bilingual; readonly degraded: (which: readonly string[]) => Bilingual }
>;

function says({ part, status, which }: PartHealth): Bilingual {
  if (status === 'unknown') return unread;
  return status === 'ok' ? texts[part].ok : texts[part].degraded(which);
}

export const presentPart = (told: PartHealth): Part => ({
  part: told.part,
  status: told.status,
  ...(told.since !== undefined && { since: told.since }),
  says: says(told),
});
