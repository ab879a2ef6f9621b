import { getPurpose } from '../../catalog/purposes.ts';
import type { Keying } from '../crypto/personal-data.ts';
import { watchIdOf } from '../crypto/watch-id.ts';
import { isWatching, latestEnd, type Watch, type WatchHit } from '../domain/credit/watch.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { longestRun } from '../domain/subject/lookup-quota.ts';
import type { NamedSubject } from '../domain/subject/named-subject.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import type { WatchStore } from '../store/watch-store.ts';
import { authorityOf } from './caller-authority.ts';
import type { CountLookup } from './count-lookup.ts';
import { identifySubject } from './identify-subject.ts';
import { DEADLINE_MS } from './judge-standings.ts';
import { answerLogged } from './log-lookup.ts';

export interface WatchDeps {
  readonly watches: WatchStore;
  readonly lookupLog: Pick<LookupLogStore, 'append'>;
  readonly personalData: Keying;
  readonly writeAll: WriteAll;
  readonly countLookup: CountLookup;
}

export interface WatchAsked {
  readonly purpose: string;
  readonly basis: string;
  readonly subject: NamedSubject;
  readonly until?: PlainDate;
}

/** Watches that an authority can have at a time; those that ended count until the table drops them. */
export const MOST_WATCHES = 500;

/**
 * An authority's watches: to begin one is a look-up, for a purpose, counted and logged before it is kept. They belong to the
 * authority and not to an officer.
 */
export function createWatchSubjects(deps: WatchDeps) {
  const { watches, lookupLog, personalData, writeAll, countLookup } = deps;
  const binding = (what: string, caller: Caller, authority: string): string =>
    `${what} ${caller.id} ${authority}`;
  return {
    /**
     * @throws DomainError `forbidden`, `unknown-purpose`, `invalid-request` for an end that is past or more than a year
     *   away, `too-many-watches`, `lookup-not-logged`; `quota-exceeded`, which is logged.
     */
    async begin(caller: Caller, asked: WatchAsked, moment: Moment): Promise<Watch> {
      const { id: authority, jurisdiction } = authorityOf(caller);
      const { basis, until = latestEnd(moment.on) } = asked;
      const purpose = getPurpose(asked.purpose, basis, moment.on);
      if (!purpose.askable) throw new DomainError('forbidden');
      const defect = (code: string) =>
        new DomainError('invalid-request', { defects: [{ path: '/until', code }] });
      if (until <= moment.on) throw defect('not-after-today');
      if (until > latestEnd(moment.on)) throw defect('more-than-a-year');
      const { key: subject, otherKey } = await identifySubject(asked.subject, personalData);
      const [byKey, byOther, count] = await Promise.all([
        watches.find(authority, watchIdOf(authority, subject)),
        otherKey && watches.find(authority, watchIdOf(authority, otherKey)),
        watches.countUpTo(authority, MOST_WATCHES),
      ]);
      /* Of a person one watch goes on while one hashing key takes the place of another. */
      const known = byKey ?? byOther;
      const id = known?.id ?? watchIdOf(authority, subject);
      if (known === undefined && count >= MOST_WATCHES)
        throw new DomainError('too-many-watches', { values: { most: MOST_WATCHES } });
      const who = { caller: caller.id, authority, jurisdiction, purpose: purpose.id, basis };
      const run = longestRun([asked.subject]);
      const { id: lookup } = await answerLogged(
        lookupLog,
        { ...moment, ...who, subjects: [subject] },
        DEADLINE_MS,
        async () => undefined,
        (lookupId, signal) => countLookup({ ...moment, ...who, id: lookupId, subjects: 1, run }, signal),
      );
      const since = known !== undefined && isWatching(known, moment.on) ? known.since : moment.at;
      const asker = { authority, subject, purpose: purpose.id, basis, askedBy: caller.id };
      const watch: Watch = { id, ...asker, ...(otherKey && { otherKey }), lookup, since, until };
      await writeAll(watches.keep(watch, moment.on));
      return watch;
    },

    /** @throws DomainError `not-found` for a watch of another authority as for none. */
    async end(caller: Caller, id: string, moment: Moment): Promise<Watch> {
      const { id: authority } = authorityOf(caller);
      const watch = await watches.find(authority, id);
      if (watch === undefined) throw new DomainError('not-found');
      if (watch.endedAt !== undefined) return watch;
      const ended: Watch = { ...watch, endedAt: moment.at };
      await writeAll(watches.keep(ended, moment.on));
      return ended;
    },

    list: async (caller: Caller, cursor?: string): Promise<Page<Watch>> => {
      const { id } = authorityOf(caller);
      return watches.list(id, { binding: binding('watches', caller, id), cursor });
    },

    /** What was recorded about whom the authority watches, the newest first. */
    hits: async (caller: Caller, cursor?: string): Promise<Page<WatchHit>> => {
      const { id } = authorityOf(caller);
      return watches.listHits(id, { binding: binding('hits', caller, id), cursor });
    },
  };
}

export type WatchSubjects = ReturnType<typeof createWatchSubjects>;
