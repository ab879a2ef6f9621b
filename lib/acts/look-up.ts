import { getPurpose } from '../../catalog/purposes.ts';
import type { Keying } from '../crypto/personal-data.ts';
import { DomainError } from '../domain/errors.ts';
import type { Purpose } from '../domain/measures/measure.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { longestRun } from '../domain/subject/lookup-quota.ts';
import type { NamedSubject, ShownSubject } from '../domain/subject/named-subject.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { authorityOf } from './caller-authority.ts';
import type { CountLookup } from './count-lookup.ts';
import { identifySubject, otherKeysOf } from './identify-subject.ts';
import {
  createJudgeStandings,
  DEADLINE_MS,
  type JudgeDeps,
  type JudgedStanding,
  linkedIn,
  type Past,
} from './judge-standings.ts';
import { answerLogged } from './log-lookup.ts';

export interface LookUpDeps extends JudgeDeps {
  readonly records: Pick<RecordStore, 'listVersions'>;
  readonly lookupLog: Pick<LookupLogStore, 'append'>;
  readonly personalData: Keying;
  readonly countLookup: CountLookup;
}

export interface LookupQuestion {
  readonly purpose: string;
  readonly basis: string;
  readonly subjects: readonly NamedSubject[];
  readonly asOf?: PlainDate;
  readonly knownAt?: Instant;
}

export interface LookupAnswer extends Past {
  readonly lookup: string;
  readonly at: Instant;
  readonly purpose: Purpose;
  readonly basis: string;
  /** In the order asked; a subject asked for twice is read once and answered twice. */
  readonly results: readonly { readonly subject: ShownSubject; readonly standing: JudgedStanding }[];
}

/** Of past questions every record version is read, so fewer may be asked at once. */
export const MOST_PAST_SUBJECTS = 100;

/** @throws DomainError `invalid-request` for a day or instant to come, or too many subjects for the past. */
function pastOf({ asOf, knownAt, subjects }: LookupQuestion, moment: Moment): Past | undefined {
  const isPresent = knownAt === undefined && (asOf === undefined || asOf === moment.on);
  if (isPresent) return undefined;
  const defects = [
    ...(asOf !== undefined && asOf > moment.on ? [{ path: '/asOf', code: 'after-today' }] : []),
    ...(knownAt !== undefined && knownAt > moment.at ? [{ path: '/knownAt', code: 'after-now' }] : []),
    ...(subjects.length > MOST_PAST_SUBJECTS
      ? [{ path: '/subjects', code: 'too-big', values: { maximum: MOST_PAST_SUBJECTS } }]
      : []),
  ];
  if (defects.length > 0) throw new DomainError('invalid-request', { defects });
  return { asOf: asOf ?? moment.on, knownAt: knownAt ?? moment.at };
}

/**
 * Looks up what applies to subjects (查询信用状况) for a purpose and on a basis, always logged before it answers.
 *
 * @throws DomainError `forbidden` without an authority, or for a purpose that only the service itself has;
 *   `unknown-purpose`; `invalid-request`; `lookup-not-logged`; `quota-exceeded`, which is logged.
 */
export function createLookUp({ lookupLog, personalData, countLookup, ...deps }: LookUpDeps) {
  const judge = createJudgeStandings(deps);
  const { deadlineMs = DEADLINE_MS } = deps;
  return async (caller: Caller, question: LookupQuestion, moment: Moment): Promise<LookupAnswer> => {
    const { id: authority, jurisdiction } = authorityOf(caller);
    const purpose = getPurpose(question.purpose, question.basis, moment.on);
    if (!purpose.askable) throw new DomainError('forbidden');
    const past = pastOf(question, moment);
    const named = await Promise.all(
      question.subjects.map((subject) => identifySubject(subject, personalData)),
    );
    const subjects = [...new Set(named.map(({ key }) => key))];
    const { basis } = question;
    const who = { caller: caller.id, authority, jurisdiction, purpose: purpose.id, basis };
    const { id: lookup, answer } = await answerLogged(
      lookupLog,
      { ...moment, ...who, ...past, subjects },
      deadlineMs,
      () => judge({ subjects, otherKeys: otherKeysOf(named), purpose, moment, ...(past && { past }) }),
      (id, signal) =>
        countLookup(
          { ...moment, ...who, id, subjects: subjects.length, run: longestRun(question.subjects) },
          signal,
        ),
      linkedIn,
    );
    const standings = new Map(answer.map((standing) => [standing.subject, standing]));
    return {
      lookup,
      at: moment.at,
      purpose,
      basis,
      asOf: past?.asOf ?? moment.on,
      knownAt: past?.knownAt ?? moment.at,
      results: named.flatMap(({ key, shown }) => {
        const standing = standings.get(key);
        return standing === undefined ? [] : [{ subject: shown, standing }];
      }),
    };
  };
}

export type LookUp = ReturnType<typeof createLookUp>;
