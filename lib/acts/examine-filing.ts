import { type Decision, decide } from '../domain/standard/decide.ts';
import type { Evidence, NameClaim } from '../domain/standard/evidence.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Located } from './locate-filing.ts';
import type { ReadStandings } from './read-standings.ts';

/** A case and what the standard says of it. */
export interface Examined {
  readonly facts: unknown;
  readonly evidence: Evidence;
  readonly decision: Decision;
}

const PURPOSE = 'registration';
const BASIS = 'registration-review';

/** By the standard alone, before anybody's standing is asked. */
export function examineUnasked(
  { standard, terms }: Located,
  facts: unknown,
  claims: readonly NameClaim[],
  holder: string,
  on: PlainDate,
): Examined {
  const evidence: Evidence = {
    nameClaims: claims.filter((claim) => claim.holder !== holder),
    standings: 'not-read',
  };
  return { facts, evidence, decision: decide(standard, { facts, terms, evidence, on }) };
}

/** Again with the standings of the people it names; a logged look-up by the deciding authority. */
export async function examineWithStandings(
  { standard, terms, authority, item }: Located,
  unasked: Examined,
  on: PlainDate,
  caller: Caller,
  moment: Moment,
  readStandings: ReadStandings,
): Promise<Examined> {
  const { facts } = unasked;
  const standings = await readStandings({
    subjects: item.subjectsAsked(facts),
    purpose: PURPOSE,
    basis: BASIS,
    asker: { id: caller.id, authority: authority.id, jurisdiction: authority.jurisdiction },
    moment,
  });
  const evidence: Evidence = { ...unasked.evidence, standings };
  return { facts, evidence, decision: decide(standard, { facts, terms, evidence, on }) };
}
