import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { beneficialOwnersShape } from '../filed-beneficial-owners.ts';
import { subscription } from '../filed-contribution.ts';
import { type FactsOf, type Frozen, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShapeOf } from '../filed-name.ts';
import { businessScopeShape } from '../filed-scope.ts';
import { fenShape, filedMaterialShape, filedPersonsShape, refShape, wordShape } from '../filed-shapes.ts';
import { termShape } from '../filed-term.ts';

export const partnershipForms = ['general', 'special-general', 'limited'] as const;

/** Organisations that 合伙企业法 第三条 keeps from being general partners, and all others. */
export const organisationNatures = [
  'wholly-state-owned-company',
  'state-owned-enterprise',
  'listed-company',
  'public-benefit-institution',
  'public-benefit-society',
  'other',
] as const;

export const materialKinds = [
  'application-form',
  'partnership-agreement',
  'address-document',
  'entrustment',
  'representative-authorisation',
  'professional-qualifications',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

const partnerShape = investorShape(
  { ...subscription, liability: z.enum(['unlimited', 'limited']), manages: z.boolean() },
  {
    nature: z.enum(organisationNatures),
    residence: z.optional(wordShape(200)),
    representative: z.optional(refShape),
  },
);

/** Law sets no most of partners but for a limited partnership; this many can be read. */
const MOST_PARTNERS = 110;

/** What an applicant sends to establish a partnership (合伙企业设立登记) of any of its forms. */
export const establishPartnershipFacts = z
  .strictObject({
    form: z.enum(partnershipForms),
    name: nameShapeOf(wordShape(40)),
    principalPlace: addressShape,
    businessScope: businessScopeShape,
    contributionFen: fenShape,
    term: termShape,
    partners: z.array(partnerShape).check(z.maxLength(MOST_PARTNERS)),
    managementEntrusted: z.boolean(),
    entrustedBy: z.optional(z.enum(['agreement', 'decision'])),
    labourValuationAgreed: z.optional(z.boolean()),
    professionalService: z.optional(
      z.strictObject({ service: wordShape(60), qualificationsRequired: z.boolean() }),
    ),
    persons: filedPersonsShape,
    liaison: z.optional(refShape),
    beneficialOwners: z.optional(beneficialOwnersShape),
    agent: z.optional(refShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishPartnershipFacts',
    description:
      'What an applicant files to establish a partnership (普通合伙、特殊的普通合伙、有限合伙). `form` of the name holds the mark law asks for: `合伙企业（有限合伙）`. `manages`: the partner is a managing partner (执行事务合伙人); an organisation does it through its `representative` (委派代表). `managementEntrusted`: the agreement, or all partners, entrust some with it; `entrustedBy`: which of the two, and where the agreement does, no document of its own is needed. A person’s residence stands with the person, an organisation’s with the partner. Partners of a special general partnership are liable without limit, as 第五十七条 has it.',
  });

export type FiledPartnership = z.output<typeof establishPartnershipFacts>;

type Told<Partner> = Partner extends { readonly kind: 'organisation' }
  ? Omit<Partner, 'residence'> & { readonly residenceTold: boolean }
  : Partner;

export type Partner = Told<Frozen<FiledPartnership['partners'][number]>>;

/** What rules see: of an organisation’s residence, like of a person’s, only that it was told. */
export interface PartnershipFacts extends Omit<FactsOf<FiledPartnership>, 'partners'> {
  readonly partners: readonly Partner[];
}

export type MaterialKind = (typeof materialKinds)[number];

function toldOf(partner: FiledPartnership['partners'][number]): Partner {
  if (partner.kind === 'person') return partner;
  const { residence, ...rest } = partner;
  return { ...rest, residenceTold: residence !== undefined };
}

export const derivePartnership = (
  filed: FiledPartnership,
  persons: readonly PersonFacts[],
): PartnershipFacts => ({ ...factsOf(filed, persons), partners: filed.partners.map(toldOf) });
