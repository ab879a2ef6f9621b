import { randomUUID } from 'node:crypto';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { getPurpose } from '../../catalog/purposes.ts';
import { signCompact } from '../crypto/jws.ts';
import type { Keying } from '../crypto/personal-data.ts';
import type { Signer } from '../crypto/signer.ts';
import { type CreditStatement, STATEMENT_TYPE, type StatedMeasure } from '../domain/credit/statement.ts';
import { DomainError } from '../domain/errors.ts';
import type { LiveMeasure } from '../domain/measures/view-at.ts';
import { type Caller, isOneself } from '../domain/subject/caller.ts';
import { longestRun } from '../domain/subject/lookup-quota.ts';
import type { NamedSubject } from '../domain/subject/named-subject.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { authorityOf } from './caller-authority.ts';
import type { CountLookup } from './count-lookup.ts';
import { identifySubject, otherKeysOf } from './identify-subject.ts';
import { createJudgeStandings, DEADLINE_MS, type JudgeDeps, linkedIn } from './judge-standings.ts';
import { knownByLinks } from './known-by-links.ts';
import { answerLogged } from './log-lookup.ts';

export interface StatementDeps extends JudgeDeps {
  readonly lookupLog: Pick<LookupLogStore, 'append'>;
  readonly personalData: Keying;
  readonly enterprises: Pick<EnterpriseStore, 'find'>;
  readonly receiptSigner: Signer;
  readonly countLookup: CountLookup;
}

export interface StatementAsked {
  readonly subject: NamedSubject;
  /** An authority says why it asks; whoever asks about themself does not. */
  readonly purpose?: string;
  readonly basis?: string;
  readonly asOf?: PlainDate;
}

export interface IssuedStatement {
  readonly statement: CreditStatement;
  readonly token: string;
}

const OWN = { purpose: 'own-file', basis: 'access-of-the-person' } as const;

const until = (day: PlainDate | 'open') => (day === 'open' ? {} : { until: day });

const stated = ({ row, articles, until: end, records }: LiveMeasure): StatedMeasure => ({
  row: row.id,
  group: row.group,
  name: row.name.zh,
  executedBy: row.executedBy.zh,
  articles,
  ...until(end),
  records: records.map(({ record }) => record),
});

/**
 * A signed statement of what is recorded of one subject, as of a day: for the subject itself, whoever stands for the
 * organisation by the register, or an authority for a purpose. Logged like every look-up before it leaves; counted where
 * an authority asks, as nobody's own statement tells of anybody else.
 *
 * @throws DomainError `forbidden`, `unknown-purpose`, `invalid-request` for a day to come, `lookup-not-logged`,
 *   `signing-unavailable`; `quota-exceeded`, which is logged.
 */
export function createIssueStatement(deps: StatementDeps) {
  const { lookupLog, personalData, enterprises, receiptSigner, countLookup, ...judging } = deps;
  const judge = createJudgeStandings(judging);

  /** Itself, or for an organisation who stands for it (法定代表人) as long as it is not cancelled. */
  async function isOwn(caller: Caller, named: NamedSubject, key: SubjectKey): Promise<boolean> {
    const { standings } = judging;
    if (isOneself(await knownByLinks(caller, [key], standings), key)) return true;
    if (named.kind !== 'organisation') return false;
    const enterprise = await enterprises.find(key.slice('O:'.length));
    if (enterprise === undefined || enterprise.status === 'cancelled') return false;
    const heads = enterprise.heads.flatMap(({ subject, representative }) => [
      subject,
      representative?.subject,
    ]);
    const known = await knownByLinks(caller, heads, standings);
    return heads.some((head) => isOneself(known, head));
  }

  async function groundOf(caller: Caller, asked: StatementAsked, key: SubjectKey) {
    const { purpose, basis } = asked;
    if (purpose === undefined && basis === undefined) {
      if (!(await isOwn(caller, asked.subject, key))) throw new DomainError('forbidden');
      const [side] = jurisdictions;
      return { ...OWN, authority: OWN.purpose, jurisdiction: side?.code ?? '' };
    }
    if (!caller.roles.includes('regulator')) throw new DomainError('forbidden');
    const { id: authority, jurisdiction } = authorityOf(caller);
    return { purpose: purpose ?? '', basis: basis ?? '', authority, jurisdiction, askedBy: authority };
  }

  return async (caller: Caller, asked: StatementAsked, moment: Moment): Promise<IssuedStatement> => {
    const { asOf = moment.on } = asked;
    if (asOf > moment.on)
      throw new DomainError('invalid-request', { defects: [{ path: '/asOf', code: 'after-today' }] });
    const identified = await identifySubject(asked.subject, personalData);
    const { key, shown } = identified;
    const { askedBy, ...ground } = { askedBy: undefined, ...(await groundOf(caller, asked, key)) };
    const purpose = getPurpose(ground.purpose, ground.basis, moment.on);
    if (askedBy !== undefined && !purpose.askable) throw new DomainError('forbidden');
    const past = asOf === moment.on ? {} : { past: { asOf, knownAt: moment.at } };
    const who = { ...ground, caller: caller.id };
    const run = longestRun([asked.subject]);
    const { id: lookup, answer } = await answerLogged(
      lookupLog,
      { ...moment, ...who, ...past.past, subjects: [key] },
      DEADLINE_MS,
      () => judge({ subjects: [key], otherKeys: otherKeysOf([identified]), purpose, moment, ...past }),
      askedBy === undefined
        ? undefined
        : (id, signal) => countLookup({ ...moment, ...who, id, subjects: 1, run }, signal),
      linkedIn,
    );
    const [standing] = answer;
    if (standing === undefined) throw new Error('A subject was not judged');
    const { verdict, reasons, view, listed, coverage, completeUpTo } = standing;
    const statement: CreditStatement = {
      jti: randomUUID(),
      issuedAt: moment.at,
      subject: shown,
      asOf,
      knownAt: moment.at,
      purpose: purpose.id,
      basis: ground.basis,
      lookup,
      ...(askedBy !== undefined && { askedBy }),
      verdict,
      reasons,
      history: listed.history,
      ...(completeUpTo !== undefined && { completeUpTo }),
      coverage,
      measures: [...(view?.discipline ?? []), ...(view?.information ?? [])].map(stated),
      incentives: (view?.incentives ?? []).map(stated),
      records: (view?.disclosed.entries ?? []).map(({ day, ...entry }) => ({ ...entry, ...until(day) })),
      moreRecords: view?.disclosed.more ?? true,
    };
    return { statement, token: await signCompact(receiptSigner, STATEMENT_TYPE, statement) };
  };
}

export type IssueStatement = ReturnType<typeof createIssueStatement>;
