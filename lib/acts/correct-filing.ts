import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { FilingStore } from '../store/filing-store.ts';
import { isFiledBy } from './filing-rights.ts';

/** A filing that is over without a registration: what it lacked can be filed anew (实施细则 第十八条第三款). */
export type Correctable = Filing & { readonly state: 'returned' | 'refused' | 'withdrawn' };

const isOver = (filing: Filing): filing is Correctable =>
  filing.state === 'returned' || filing.state === 'refused' || filing.state === 'withdrawn';

const refuse = (reason: string, more: Readonly<Record<string, string>> = {}): never => {
  throw new DomainError('correction-not-allowed', { values: { reason, ...more } });
};

/**
 * The filing that a package corrects: of the same applicant or window and the same item, over without a registration,
 * and not corrected yet, so that of a chain only the newest can be. A filing of others is told as one there is none of.
 *
 * @throws DomainError `correction-not-allowed`.
 */
export async function readCorrected(
  { item, corrects }: { readonly item: string; readonly corrects?: string | undefined },
  caller: Caller,
  filings: Pick<FilingStore, 'find'>,
): Promise<Correctable | undefined> {
  if (corrects === undefined) return undefined;
  const found = await filings.find(corrects);
  if (found === undefined || !isFiledBy(caller, found)) return refuse('unknown-filing');
  if (found.item !== item) return refuse('other-item', { item: found.item });
  if (!isOver(found)) return refuse('not-over', { state: found.state });
  if (found.correctedBy !== undefined) return refuse('already-corrected', { by: found.correctedBy });
  return found;
}
