import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import { personsAmong, referencesAmong } from '../filed-investor.ts';
import type { CooperativeFacts, CooperativeOffice } from './facts.ts';

type Parts = Pick<CooperativeFacts, 'members' | 'offices' | 'agent'>;

const agentOf = ({ agent }: Parts): readonly string[] => (agent === undefined ? [] : [agent]);

export const holdersOf = (
  { offices }: Parts,
  ...kinds: readonly CooperativeOffice['office'][]
): ReadonlySet<string> =>
  new Set(offices.filter(({ office }) => kinds.includes(office)).map(({ person }) => person));

export const chairOf = (facts: Parts): ReadonlySet<string> => holdersOf(facts, 'chair');

/** The natural persons among the members. */
export const memberPersons = ({ members }: Parts): ReadonlySet<string> => new Set(personsAmong(members));

/** Every place where a filing refers to a person. */
export const references = (facts: Parts): readonly Reference[] => [
  ...referencesAmong('/members', facts.members),
  ...facts.offices.map(({ person }, index) => ({ path: `/offices/${index}/person`, ref: person })),
  ...agentOf(facts).map((ref) => ({ path: '/agent', ref })),
];

/** 实施细则 第十六条: the legal representative, the members, the liaison and the agent; no other office of a co-operative. */
export const toBeVerified = (facts: Parts): ReadonlySet<string> =>
  new Set([...memberPersons(facts), ...holdersOf(facts, 'chair', 'liaison'), ...agentOf(facts)]);

/** Whose documents 实施细则 第二十九条 asks for: those who are verified, and the directors. */
export const documented = (facts: Parts): ReadonlySet<string> =>
  new Set([...toBeVerified(facts), ...holdersOf(facts, 'director')]);

/** Who applies (条例 第四十条第三款): the founders, who are the members, the legal representative and the agent. */
export const asked = (facts: CooperativeFacts): readonly Asked[] =>
  provenAmong(facts, new Set([...memberPersons(facts), ...chairOf(facts), ...agentOf(facts)]));
