import type { BeneficialOwners } from '../../items/filed-beneficial-owners.ts';
import { type Investor, personsAmong, referencesAmong } from '../../items/filed-investor.ts';
import type { Reference } from '../persons.ts';
import { barrablePersons, type WithOffices } from './offices.ts';

/** Who has a part in the establishment of a company of either type, beside those who invest in it. */
export interface CompanyParts extends WithOffices {
  readonly beneficialOwners?: BeneficialOwners | undefined;
  readonly agent?: string | undefined;
}

const agentOf = ({ agent }: Pick<CompanyParts, 'agent'>): readonly string[] =>
  agent === undefined ? [] : [agent];

/** Every place where a filing refers to a person; `at` is where it names the investors. */
export function companyReferences(
  at: string,
  investors: readonly Investor[],
  facts: CompanyParts,
): readonly Reference[] {
  const { offices, beneficialOwners } = facts;
  const owners = beneficialOwners?.kind === 'persons' ? beneficialOwners.persons : [];
  return [
    ...referencesAmong(at, investors),
    ...offices.map(({ person }, index) => ({ path: `/offices/${index}/person`, ref: person })),
    ...owners.map((ref, index) => ({ path: `/beneficialOwners/persons/${index}`, ref })),
    ...agentOf(facts).map((ref) => ({ path: '/agent', ref })),
  ];
}

/**
 * Whom 实施细则 第十六条 has verified: shareholders or promoters, whoever holds an office of the company (its liaison
 * too), and the agent. Beneficial owners are not among them.
 */
export const companyToBeVerified = (
  investors: readonly Investor[],
  facts: Pick<CompanyParts, 'offices' | 'agent'>,
): ReadonlySet<string> =>
  new Set([...personsAmong(investors), ...facts.offices.map(({ person }) => person), ...agentOf(facts)]);

/**
 * Who applies (条例 第四十条: the person directly responsible may not apply again): those who establish the company,
 * its officers and the agent. A liaison or a beneficial owner does not apply.
 */
export const companyApplicants = (
  investors: readonly Investor[],
  facts: Pick<CompanyParts, 'offices' | 'agent'>,
): ReadonlySet<string> => new Set([...barrablePersons(facts), ...personsAmong(investors), ...agentOf(facts)]);
