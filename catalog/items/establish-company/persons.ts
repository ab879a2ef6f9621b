import type { Reference } from '../../rules/persons.ts';
import { personsAmong } from '../filed-investor.ts';
import type { CompanyFacts } from './facts.ts';

/** Every place where a filing refers to a person. */
export function references({
  shareholders,
  offices,
  beneficialOwners,
  agent,
}: CompanyFacts): readonly Reference[] {
  const owners = beneficialOwners?.kind === 'persons' ? beneficialOwners.persons : [];
  return [
    ...shareholders.flatMap((shareholder, index) =>
      shareholder.kind === 'person'
        ? [{ path: `/shareholders/${index}/person`, ref: shareholder.person }]
        : [],
    ),
    ...offices.map(({ person }, index) => ({ path: `/offices/${index}/person`, ref: person })),
    ...owners.map((ref, index) => ({ path: `/beneficialOwners/persons/${index}`, ref })),
    ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
  ];
}

/**
 * Whom 实施细则 第十六条 has verified: shareholders, whoever holds an office of the company (its liaison too), and
 * the agent. Beneficial owners are not among them.
 */
export const toBeVerified = ({ shareholders, offices, agent }: CompanyFacts): ReadonlySet<string> =>
  new Set([
    ...personsAmong(shareholders),
    ...offices.map(({ person }) => person),
    ...(agent === undefined ? [] : [agent]),
  ]);
