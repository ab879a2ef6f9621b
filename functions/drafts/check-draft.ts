import { findItem, itemIds } from '../../catalog/items.ts';
import type { createCheckFiling } from '../../lib/acts/check-filing.ts';
import { ruleMessage as message } from '../../lib/acts/rule-message.ts';
import { type Defect, DomainError, type DomainErrorCode } from '../../lib/domain/errors.ts';
import type { DraftContent } from '../../lib/domain/registration/draft.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import type { Language } from '../../lib/edge/language.ts';
import { packageReader } from '../../lib/edge/package-reader.ts';
import { presentChecked } from '../../lib/edge/present-filing.ts';
import { problemDocument } from '../../lib/edge/problem.ts';

const read = packageReader({ ids: itemIds, find: findItem });

/** What a draft can be wrong in as a whole: a thing to be mended in it, and no fault of asking. */
const OF_THE_DRAFT: ReadonlySet<DomainErrorCode> = new Set([
  'unknown-item',
  'unknown-standard',
  'unknown-place',
  'unknown-enterprise',
  'no-authority-for-place',
  'identity-proof-invalid',
]);

interface Asking {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly language: Language;
  readonly requestId: string;
}

const plain = (values: DomainError['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );

const saidOf = (defects: readonly Defect[], asking: Pick<Asking, 'language' | 'requestId'>) => {
  const told = problemDocument('invalid-request', asking, { values: {}, findings: [], defects });
  return { defects: [...(told.defects ?? [])] };
};

/**
 * What can be said of a draft: of its form, of its uploads, of it as a whole, and by the rules of its item. Nothing is thrown of
 * it.
 */
export async function checkContent(
  content: DraftContent,
  check: ReturnType<typeof createCheckFiling>,
  { caller, moment, language, requestId }: Asking,
) {
  const told = await read(content);
  if ('defects' in told) return saidOf(told.defects, { language, requestId });
  try {
    const { located, decision } = await check(caller, told.value, moment);
    const checked = presentChecked(located, decision, { message, language });
    return { defects: [], checked };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'material-unusable')
      return saidOf(error.defects, { language, requestId });
    if (!(error instanceof DomainError) || !OF_THE_DRAFT.has(error.code)) throw error;
    const { code, detail } = problemDocument(error.code, { language, requestId }, error);
    return { defects: [], problem: { code, detail, values: plain(error.values) } };
  }
}
