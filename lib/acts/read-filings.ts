import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Page } from '../store/cursor.ts';
import type { FilingStore } from '../store/filing-store.ts';
import { requireSight } from './filing-rights.ts';
import { getItem } from './locate-filing.ts';

/** The item of a filing is found with it: what its rules say is told in the words of its standard. */
async function withItem(filing: Filing): Promise<Filing> {
  await getItem(filing.item);
  return filing;
}

async function withItems(page: Page<Filing>): Promise<Page<Filing>> {
  await Promise.all(page.entries.map(withItem));
  return page;
}

/** What parties and officers may read of filings; everything else is answered `not-found` or `forbidden`. */
export function createReadFilings(filings: FilingStore) {
  return {
    async get(caller: Caller, id: string): Promise<Filing> {
      return withItem(requireSight(caller, await filings.find(id)));
    },
    /** The signed receipt of the step that made the filing what it is now. */
    async receipt(
      caller: Caller,
      id: string,
    ): Promise<{ readonly filing: Filing; readonly receipt: string }> {
      const filing = requireSight(caller, await filings.find(id));
      const receipt = await filings.findReceipt(id, filing.version);
      if (receipt === undefined) throw new Error(`Filing ${id} has no event of version ${filing.version}`);
      return { filing, receipt };
    },
    listOwn: async (caller: Caller, cursor?: string): Promise<Page<Filing>> =>
      withItems(await filings.listByApplicant(caller.id, cursor)),
    /** @throws DomainError `forbidden` for the queue of another authority. */
    async listQueue(caller: Caller, authority: string, cursor?: string): Promise<Page<Filing>> {
      if (caller.authority !== authority) throw new DomainError('forbidden');
      return withItems(await filings.listQueue(authority, cursor));
    },
  };
}

export type ReadFilings = ReturnType<typeof createReadFilings>;
