import { workingCalendar } from '../../catalog/calendar.ts';
import { DomainError } from '../domain/errors.ts';
import { redated } from '../domain/registration/due-day.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { Page } from '../store/cursor.ts';
import type { FilingStore, OverdueCount } from '../store/filing-store.ts';
import { requireSight } from './filing-rights.ts';
import { getItem } from './locate-filing.ts';

/** Which of a queue are asked for. */
export interface QueueAsked {
  /** @default `all` */
  readonly assignee?: 'mine' | 'unassigned' | 'all' | undefined;
  /** Those that are overdue on the day, or those that are not; left out, both. */
  readonly overdue?: boolean | undefined;
  readonly on: PlainDate;
}

function isAssignedAs({ assignee = 'all' }: Partial<QueueAsked>, caller: Caller) {
  return (filing: Filing): boolean => {
    if (assignee === 'all') return true;
    const officer = filing.state === 'in-review' ? filing.assignee?.officer : undefined;
    return assignee === 'mine'
      ? officer === caller.id
      : filing.state === 'in-review' && officer === undefined;
  };
}

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
export function createReadFilings(filings: FilingStore, calendar: WorkingCalendar = workingCalendar) {
  const asDueNow = (page: Page<Filing>): Page<Filing> => ({
    ...page,
    entries: page.entries.map((filing) => redated(filing, calendar)),
  });
  return {
    async get(caller: Caller, id: string): Promise<Filing> {
      return redated(await withItem(requireSight(caller, await filings.find(id))), calendar);
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
      withItems(asDueNow(await filings.listByApplicant(caller.id, cursor))),
    /** @throws DomainError `forbidden` for the queue of another authority. */
    async listQueue(
      caller: Caller,
      authority: string,
      cursor?: string,
      asked?: QueueAsked,
    ): Promise<Page<Filing>> {
      if (caller.authority !== authority) throw new DomainError('forbidden');
      const { assignee = 'all', overdue, on } = asked ?? {};
      const range =
        overdue === undefined || on === undefined
          ? {}
          : { range: { compare: overdue ? ('<' as const) : ('>=' as const), than: on } };
      const only = assignee === 'mine' ? `mine#${caller.id}` : assignee;
      const within = { ...range, only, kept: isAssignedAs({ assignee }, caller) };
      return withItems(asDueNow(await filings.listQueue(authority, cursor, within)));
    },
    /** @throws DomainError `forbidden` for the queue of another authority. */
    async countOverdue(caller: Caller, authority: string, on: PlainDate): Promise<OverdueCount> {
      if (caller.authority !== authority) throw new DomainError('forbidden');
      return filings.countDueBefore(authority, on);
    },
  };
}

export type ReadFilings = ReturnType<typeof createReadFilings>;
