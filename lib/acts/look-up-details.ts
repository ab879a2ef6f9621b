import { getPurpose, seesClass } from '../../catalog/purposes.ts';
import type { Keying } from '../crypto/personal-data.ts';
import type { DisclosedRecord } from '../domain/credit/disclosed-record.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { longestRun } from '../domain/subject/lookup-quota.ts';
import type { NamedSubject, ShownSubject } from '../domain/subject/named-subject.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { authorityOf } from './caller-authority.ts';
import type { CountLookup } from './count-lookup.ts';
import { identifySubject, otherKeysOf } from './identify-subject.ts';
import { DEADLINE_MS } from './judge-standings.ts';
import { answerLogged } from './log-lookup.ts';
import { createPageDisclosed, type PageDeps } from './page-disclosed.ts';

export interface LookUpDetailsDeps extends PageDeps {
  readonly lookupLog: Pick<LookupLogStore, 'append'>;
  readonly personalData: Keying;
  readonly countLookup: CountLookup;
}

export interface DetailsQuestion {
  readonly purpose: string;
  readonly basis: string;
  readonly subject: NamedSubject;
  readonly cursor?: string;
}

export interface LookupDetails {
  readonly lookup: string;
  readonly subject: ShownSubject;
  readonly records: readonly DisclosedRecord[];
  readonly next?: string;
}

/**
 * One subject's disclosed records in full, by page: what the halves of a look-up leave out. Each page is a look-up of
 * its own, for a purpose, counted, and logged before it answers.
 *
 * @throws DomainError `forbidden`, `unknown-purpose`, `lookup-not-logged`, `invalid-request` for a foreign cursor;
 *   `quota-exceeded`, which is logged.
 */
export function createLookUpDetails({ lookupLog, personalData, countLookup, ...deps }: LookUpDetailsDeps) {
  const pageDisclosed = createPageDisclosed(deps);
  return async (caller: Caller, question: DetailsQuestion, moment: Moment): Promise<LookupDetails> => {
    const { id: authority, jurisdiction } = authorityOf(caller);
    const { basis, cursor } = question;
    const purpose = getPurpose(question.purpose, basis, moment.on);
    if (!purpose.askable) throw new DomainError('forbidden');
    const identified = await identifySubject(question.subject, personalData);
    const { key, shown } = identified;
    const who = { caller: caller.id, authority, jurisdiction, purpose: purpose.id, basis };
    const binding = `details ${caller.id} ${purpose.id} ${key}`;
    const { id: lookup, answer } = await answerLogged(
      lookupLog,
      { ...moment, ...who, subjects: [key] },
      DEADLINE_MS,
      () =>
        pageDisclosed({ subject: key, otherKeys: otherKeysOf([identified]), on: moment.on, binding, cursor }),
      (id, signal) =>
        countLookup({ ...moment, ...who, id, subjects: 1, run: longestRun([question.subject]) }, signal),
      ({ linked }) => linked,
    );
    return {
      lookup,
      subject: shown,
      records: answer.entries.filter(({ state }) => seesClass(purpose, state.last.class)),
      ...(answer.next !== undefined && { next: answer.next }),
    };
  };
}

export type LookUpDetails = ReturnType<typeof createLookUpDetails>;
