import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import { personsAmong } from '../filed-investor.ts';
import type { Partner, PartnershipFacts } from './facts.ts';

const representativeOf = (partner: Partner): string | undefined =>
  partner.kind === 'organisation' ? partner.representative : undefined;

const given = (refs: readonly (string | undefined)[]): readonly string[] =>
  refs.filter((ref) => ref !== undefined);

/** Every place where a filing refers to a person. */
export function references({
  partners,
  liaison,
  beneficialOwners,
  agent,
}: PartnershipFacts): readonly Reference[] {
  const at = (path: string, ref: string | undefined) => (ref === undefined ? [] : [{ path, ref }]);
  const owners = beneficialOwners?.kind === 'persons' ? beneficialOwners.persons : [];
  return [
    ...partners.flatMap((partner, index) =>
      partner.kind === 'person'
        ? at(`/partners/${index}/person`, partner.person)
        : at(`/partners/${index}/representative`, partner.representative),
    ),
    ...at('/liaison', liaison),
    ...owners.map((ref, index) => ({ path: `/beneficialOwners/persons/${index}`, ref })),
    ...at('/agent', agent),
  ];
}

/** Whom 实施细则 第十六条 has verified: partners, who manages and represents, the liaison and the agent. */
export const toBeVerified = ({ partners, liaison, agent }: PartnershipFacts): ReadonlySet<string> =>
  new Set([...personsAmong(partners), ...given([...partners.map(representativeOf), liaison, agent])]);

/**
 * Who applies (条例 第四十条: the person directly responsible may not apply again): the partners, who acts for those
 * that are organisations, and the agent.
 */
const applicants = ({ partners, agent }: PartnershipFacts): ReadonlySet<string> =>
  new Set([...personsAmong(partners), ...given([...partners.map(representativeOf), agent])]);

/** Whose standing is evidence. */
export const asked = (facts: PartnershipFacts): readonly Asked[] => provenAmong(facts, applicants(facts));

/** The persons among the partners of one kind of liability. */
export const personsLiable = (
  { partners }: PartnershipFacts,
  liability: Partner['liability'],
): ReadonlySet<string> =>
  new Set(personsAmong(partners.filter((partner) => partner.liability === liability)));
