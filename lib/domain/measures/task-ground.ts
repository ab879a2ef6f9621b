import type { End } from '../credit/end.ts';
import type { RecordVersion } from '../credit/record.ts';
import type { FindRecordClass } from '../credit/record-class.ts';
import { recordStateOf, suspendedUntil } from '../credit/record-state.ts';
import { halfOf } from '../credit/standing-at.ts';
import type { Article } from '../standard/provenance.ts';
import { subjectKindOf } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { isInForce, type MeasureRow } from './measure.ts';
import { viewAt } from './view-at.ts';

/** What takes the ground from under a measure. `corrected`: by its content now the record triggers the row no more. */
export const endedGrounds = ['repaired', 'annulled', 'expired', 'row-lapsed', 'corrected'] as const;
export type EndedGround = (typeof endedGrounds)[number];

/** Whether a record and a row still carry a measure on a day (promise 7). */
export type Ground =
  | { readonly state: 'holds'; readonly until: End; readonly articles: readonly Article[] }
  /** The record is shielded and counts for nothing for the time being. */
  | { readonly state: 'suspended'; readonly until: End }
  | { readonly state: 'ended'; readonly cause: EndedGround; readonly on: PlainDate };

const isTriggeredBy = ({ triggers }: MeasureRow, { class: id, severity }: RecordVersion): boolean =>
  triggers.some(
    (trigger) =>
      trigger.class === id &&
      (trigger.severities === undefined || (severity !== undefined && trigger.severities.includes(severity))),
  );

/**
 * The ground of a measure by all versions of its one record: the same view that look-ups are answered from, of this
 * record and row alone. So a task never says otherwise than a standing does.
 *
 * @throws RangeError where there is no version of the record.
 */
export function groundOf(
  row: MeasureRow | undefined,
  versions: readonly RecordVersion[],
  on: PlainDate,
  findClass: FindRecordClass,
): Ground {
  const state = recordStateOf(versions);
  if (state === undefined) throw new RangeError('No version of the record');
  const { last, withdrawn } = state;
  if (withdrawn !== undefined) return { state: 'ended', cause: withdrawn.kind, on: withdrawn.on };
  if (row === undefined || !isInForce(row, on)) return { state: 'ended', cause: 'row-lapsed', on };
  const until = suspendedUntil(state, on);
  if (until !== undefined) return { state: 'suspended', until };
  const half = halfOf(last.jurisdiction, versions, on, findClass);
  const view = viewAt([half], [row], subjectKindOf(last.subject), on);
  const [live] = [...view.discipline, ...view.incentives];
  if (live !== undefined) return { state: 'holds', until: live.until, articles: live.articles };
  return { state: 'ended', cause: isTriggeredBy(row, last) ? 'expired' : 'corrected', on };
}

/** How often the record came back after a repair: each time what rests on it begins anew. */
export const roundOf = (versions: readonly RecordVersion[]): number =>
  new Set(versions.filter(({ happened }) => happened.kind === 'repair-revoked').map(({ version }) => version))
    .size;
