import { addDays, addMonths, earlier, type PlainDate } from '../time/plain-date.ts';
import type { Period } from './end.ts';
import type { RecordVersion } from './record.ts';
import type { PeriodRule, RecordClass, Span } from './record-class.ts';

/** What the rules read of a record to tell its periods. */
export type Dated = Pick<
  RecordVersion,
  'authorityKind' | 'severity' | 'decidedOn' | 'publishedOn' | 'validTo' | 'publicationNecessary' | 'penalty'
>;

/** A record's periods; the member is missing where the record is never disclosed, or has no effect. */
export interface Periods {
  readonly disclosure?: Period;
  readonly effect?: Period;
}

/** The one rule for a record's authority system, severity and day of decision. */
export const periodRuleFor = (recordClass: RecordClass, record: Dated): PeriodRule | undefined =>
  recordClass.periods.find(
    (rule) =>
      rule.authorityKinds.includes(record.authorityKind) &&
      rule.severity === record.severity &&
      rule.decidedFrom <= record.decidedOn &&
      (rule.decidedTo === undefined || record.decidedOn < rule.decidedTo),
  );

/**
 * A period that counts from publication starts with the document where nobody told the day of publication: it may
 * then be shorter than law allows, and is never longer.
 */
function startOf(span: Span, record: Dated): PlainDate {
  const fromPublication = span.kind === 'months' && span.from === 'publication';
  return fromPublication ? (record.publishedOn ?? record.decidedOn) : record.decidedOn;
}

/**
 * The end, exclusive. The first day counts and the corresponding day does not, so that no most law sets is exceeded;
 * where the span says so the corresponding day counts too (民法典 第二百零一条至第二百零三条).
 */
function endOfMonths(from: PlainDate, { months, lastDay }: Extract<Span, { kind: 'months' }>): PlainDate {
  const corresponding = addMonths(from, months);
  return lastDay === 'counts' ? addDays(corresponding, 1) : corresponding;
}

/** Whether the record lasts as long as the restriction that its document imposes (总局令第45号 第十三条). */
const lastsWith = (span: Span, { penalty, validTo }: Dated): boolean =>
  span.kind === 'months' &&
  validTo !== undefined &&
  (penalty?.kinds ?? []).some((kind) => span.asLongAs?.includes(kind));

function periodOf(span: Span, record: Dated): Period | undefined {
  if (span.kind === 'none') return undefined;
  const from = startOf(span, record);
  const fixed = span.kind === 'months' && !lastsWith(span, record) ? endOfMonths(from, span) : undefined;
  return { from, until: earlier(fixed, record.validTo) ?? 'open' };
}

/**
 * A record's periods by the rule of its day. The first day counts.
 *
 * @throws RangeError when no rule covers it; publication has refused such a record.
 */
export function periodsOf(recordClass: RecordClass, record: Dated): Periods {
  const rule = periodRuleFor(recordClass, record);
  if (rule === undefined) throw new RangeError(`No rule of ${recordClass.id} for ${record.decidedOn}`);
  const { disclosureIfNecessary, effect: effectSpan } = rule;
  const necessary = record.publicationNecessary === true && disclosureIfNecessary !== undefined;
  const disclosure = periodOf(necessary ? disclosureIfNecessary : rule.disclosure, record);
  const effect = periodOf(effectSpan, record);
  return { ...(disclosure && { disclosure }), ...(effect && { effect }) };
}
