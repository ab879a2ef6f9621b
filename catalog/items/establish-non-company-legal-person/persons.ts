import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import { personsAmong, referencesAmong } from '../filed-investor.ts';
import type { NonCompanyFacts } from './facts.ts';

export const references = ({
  contributors,
  legalRepresentative,
  liaison,
  agent,
}: NonCompanyFacts): readonly Reference[] => [
  ...referencesAmong('/contributors', contributors),
  { path: '/legalRepresentative/person', ref: legalRepresentative.person },
  ...(liaison === undefined ? [] : [{ path: '/liaison', ref: liaison }]),
  ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
];

const told = (...refs: readonly (string | undefined)[]): readonly string[] =>
  refs.filter((ref) => ref !== undefined);

/** 实施细则 第十六条第一款 does not name the contributors of these enterprises. */
export const toBeVerified = ({ legalRepresentative, liaison, agent }: NonCompanyFacts) =>
  new Set(told(legalRepresentative.person, liaison, agent));

/** Whose standing is evidence: whoever applies (条例 第四十条), as far as proven. */
export const asked = (facts: NonCompanyFacts): readonly Asked[] => {
  const { contributors, legalRepresentative, agent } = facts;
  return provenAmong(
    facts,
    new Set([...personsAmong(contributors), ...told(legalRepresentative.person, agent)]),
  );
};
