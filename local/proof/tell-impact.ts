import { tellDifference } from './difference.ts';
import type { WholeImpact } from './impact-store.ts';

const sorted = <T>(of: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** What whoever drafts a standard reads. */
export function tellImpact(impact: WholeImpact): string {
  const { item, draft, store, changed, misfits, different } = impact;
  return [
    `草案影响 Impact of ${item}@${draft} on ${store}`,
    '',
    `  办件 filings ${impact.filings}, 可比 compared ${impact.compared}, 结果不同 different ${different}, 不可比 not comparable ${impact.notComparable}, 已删除 erased ${impact.erased}, 凭证不实 unverified ${impact.unverified}`,
    ...sorted(impact.courses).map(([course, count]) => `  ${course}: ${count}`),
    ...sorted(impact.rules).map(([rule, { added, removed }]) => `  ${rule}: +${added} -${removed}`),
    '',
    ...changed.map(({ filing, version, event, from, to, difference, standingsUnread }) => {
      const unread = standingsUnread ? ' (信用状况当时未查询 standings were not read)' : '';
      return `  ${filing} v${version} ${event} ${from} -> ${to}${unread}: ${tellDifference(difference)}`;
    }),
    ...misfits.map(({ filing, reason }) => `  ${filing} 不可比 not comparable: ${reason}`),
    different === 0
      ? '没有办件会有不同结果。No filing would have come out otherwise.'
      : `${different} 件会有不同结果。${different} filings would have come out otherwise.`,
  ].join('\n');
}
