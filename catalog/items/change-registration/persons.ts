import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import { personsAmong, referencesAmong } from '../filed-investor.ts';
import type { ChangeFacts } from './facts.ts';
import { headReferences } from './heads.ts';

const list = (at: string, refs: readonly string[]): readonly Reference[] =>
  refs.map((ref, index) => ({ path: `${at}/${index}`, ref }));

/** Every place where a filing refers to a person. */
export function references({ signedBy, agent, changes }: ChangeFacts): readonly Reference[] {
  const { members, renamed, residences, formOfBusiness } = changes;
  return [
    { path: '/signedBy', ref: signedBy },
    ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
    ...headReferences(changes),
    ...referencesAmong('/changes/members/holds', members?.holds ?? []),
    ...referencesAmong('/changes/members/leaves', members?.leaves ?? []),
    ...referencesAmong('/changes/renamed', renamed ?? []),
    ...list('/changes/residences', residences ?? []),
    ...list('/changes/formOfBusiness/familyMembers', formOfBusiness?.familyMembers ?? []),
  ];
}

/**
 * Whom 实施细则 第十六条 has verified in this step: who signs, the agent, the new heads, and members who join or whose
 * part changes. Not who leaves: a shareholder may have died.
 */
export const toBeVerified = ({ signedBy, agent, changes }: ChangeFacts): ReadonlySet<string> =>
  new Set([
    signedBy,
    ...(agent === undefined ? [] : [agent]),
    ...headReferences(changes).map(({ ref }) => ref),
    ...personsAmong(changes.members?.holds ?? []),
  ]);

/** Whose standing is evidence: all of them (条例 第四十条第三款). */
export const asked = (facts: ChangeFacts): readonly Asked[] => provenAmong(facts, toBeVerified(facts));
