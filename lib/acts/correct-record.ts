import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { severitiesOf, withSeverity } from '../../catalog/records/severity-rules.ts';
import { daysOutOfOrder, whyOutOfCatalogue } from '../domain/credit/admission.ts';
import type { CreditRecord, KeptRecord } from '../domain/credit/record.ts';
import type { StepDocument } from '../domain/credit/record-event.ts';
import { sameContent } from '../domain/credit/record-identity.ts';
import { DomainError } from '../domain/errors.ts';
import type { HandedInBy } from './annul-record.ts';
import { nextVersion, type RecordFile, type RecordStep } from './change-record.ts';
import { recordAct } from './record-act.ts';
import { requirePublisher } from './record-rights.ts';

type Content = Pick<
  CreditRecord,
  'decidedOn' | 'basis' | 'severity' | 'penalty' | 'publicationNecessary' | 'publishedOn' | 'validTo'
>;
export type OptionalContent = Exclude<keyof Content, 'decidedOn' | 'basis' | 'publicationNecessary'>;

export interface Correction {
  readonly reason: string;
  readonly document?: StepDocument;
  /** What is right instead; what is left out was right. */
  readonly content: Partial<Content>;
  /** What should not have been told at all. */
  readonly without?: readonly OptionalContent[];
}

/**
 * The step that corrects a record's content; class and identity stay. `undefined` where it says so already.
 *
 * @throws DomainError `record-step-not-allowed` for one that is withdrawn; `invalid-request`, `record-out-of-catalogue`
 *   for content that could not have been published either.
 */
export function correcting(
  file: RecordFile,
  { reason, document, content, without = [] }: Correction,
  { authority, moment }: HandedInBy,
): RecordStep | undefined {
  const { last, withdrawn } = file.state;
  if (withdrawn !== undefined)
    throw new DomainError('record-step-not-allowed', { values: { reason: withdrawn.kind } });
  const { severityBy: _, ...before } = last;
  const corrected = { ...before, ...content };
  const right = withSeverity<KeptRecord>(
    Object.fromEntries(
      Object.entries(corrected).filter(([field]) => !without.some((gone) => gone === field)),
    ) as unknown as KeptRecord,
  );
  if (sameContent(last, right)) return undefined;
  const defects = daysOutOfOrder(right, moment.on).map((defect) => ({
    ...defect,
    path: `/content${defect.path}`,
  }));
  if (defects.length > 0) throw new DomainError('invalid-request', { defects });
  const why = whyOutOfCatalogue(getRecordClass(right.class), right, moment.on, severitiesOf(right));
  if (why !== undefined) throw new DomainError('record-out-of-catalogue', { values: { reason: why } });
  const next = nextVersion(
    file,
    { kind: 'corrected', reason, ...(document && { document }) },
    { recordedBy: authority, moment },
  );
  const { version, happened, recordedAt, recordedBy } = next;
  return { version: { ...right, version, happened, recordedAt, recordedBy } };
}

/**
 * Corrects the content of a record (更正). What was known before stays with its version, so both times are kept.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, and what `correcting` throws.
 */
export const createCorrectRecord = recordAct<{ readonly correction: Correction }>(
  (caller, file, { correction }, moment) => {
    const { id: authority } = requirePublisher(caller, file);
    return correcting(file, correction, { authority, caller: caller.id, moment });
  },
);

export type CorrectRecord = ReturnType<typeof createCorrectRecord>;
