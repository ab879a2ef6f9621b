import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import { personsAmong } from '../filed-investor.ts';
import type { SoleProprietorshipFacts } from './facts.ts';

/** Every place where a filing refers to a person. */
export const references = ({ investors, liaison, agent }: SoleProprietorshipFacts): readonly Reference[] => [
  ...investors.flatMap((investor, index) =>
    investor.kind === 'person' ? [{ path: `/investors/${index}/person`, ref: investor.person }] : [],
  ),
  ...(liaison === undefined ? [] : [{ path: '/liaison', ref: liaison }]),
  ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
];

export const investorsIn = ({ investors }: SoleProprietorshipFacts): ReadonlySet<string> =>
  new Set(personsAmong(investors));

/** Whom 实施细则 第十六条 has verified: everybody a filing refers to. */
export const toBeVerified = (facts: SoleProprietorshipFacts): ReadonlySet<string> =>
  new Set(references(facts).map(({ ref }) => ref));

/** Whose standing is evidence: of those who apply (条例 第四十条), the investor and the agent. */
export const asked = (facts: SoleProprietorshipFacts): readonly Asked[] =>
  provenAmong(facts, new Set([...investorsIn(facts), ...(facts.agent === undefined ? [] : [facts.agent])]));
