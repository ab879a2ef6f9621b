import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { methodsShape, subscription } from '../filed-contribution.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, type Frozen, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShapeOf } from '../filed-name.ts';
import { businessScopeShape } from '../filed-scope.ts';
import {
  dayShape,
  divisionShape,
  fenShape,
  filedMaterialShape,
  organisationCodeShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';
import { reductionShape } from './filed-reduction.ts';

export const materialKinds = [
  'application-form',
  'change-decision',
  'amended-articles',
  'partners-decision',
  'amended-agreement',
  'entry-agreement',
  'managing-partner-authorisation',
  'address-document',
  'approval-documents',
  'equity-document',
  'regulator-document',
  'capital-verification',
  'newspaper-announcement',
  'consent-to-disproportion',
  'identity-documents',
  'agent-authorisation',
  'other',
] as const;

/** The new place; a `division` only where it is another one, in which the same authority still decides. */
const placeShape = z.strictObject({
  division: z.optional(divisionShape),
  detail: wordShape(200),
  premises: z.enum(['owned', 'rented', 'other']),
});

/** What somebody has in the enterprise after the change: what was subscribed before it, and of an increase. */
const partShape = z.strictObject({
  of: z.enum(['before', 'increase']),
  subscribedFen: subscription.subscribedFen,
  payBy: subscription.payBy,
});

const membersShape = z.strictObject({
  holds: z
    .array(
      investorShape({
        parts: z.array(partShape).check(z.minLength(1), z.maxLength(4)),
        methods: methodsShape,
        liability: z.optional(z.enum(['unlimited', 'limited'])),
      }),
    )
    .check(z.maxLength(60)),
  leaves: z.array(investorShape({})).check(z.maxLength(60)),
  transfer: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.enum(['among-shareholders', 'answered', 'articles-otherwise', 'inheritance']),
      }),
      z.strictObject({ kind: z.enum(['unanswered', 'by-court']), toldOn: dayShape }),
    ]),
  ),
});

const managingPartnerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: refShape }),
  z.strictObject({
    kind: z.literal('organisation'),
    code: organisationCodeShape,
    name: wordShape(100),
    representative: refShape,
  }),
]);

const refsShape = z.array(refShape).check(z.maxLength(60));

const changesShape = z.strictObject({
  name: z.optional(nameShapeOf(wordShape(40))),
  branchName: z.optional(wordShape(250)),
  givesUpName: z.optional(z.literal(true)),
  address: z.optional(placeShape),
  principalPlace: z.optional(placeShape),
  placeOfBusiness: z.optional(placeShape),
  businessScope: z.optional(businessScopeShape),
  registeredCapitalFen: z.optional(fenShape),
  contributionFen: z.optional(fenShape),
  legalRepresentative: z.optional(
    z.strictObject({
      person: refShape,
      office: z.enum(['director', 'board-chair', 'manager', 'other']),
      qualificationDeclared: z.boolean(),
      formerResignedOn: z.optional(dayShape),
    }),
  ),
  managingPartners: z.optional(
    z.strictObject({
      entrusted: z.boolean(),
      of: z.array(managingPartnerShape).check(z.minLength(1), z.maxLength(50)),
    }),
  ),
  personInCharge: z.optional(z.strictObject({ person: refShape })),
  investor: z.optional(z.strictObject({ person: refShape })),
  members: z.optional(membersShape),
  partnershipKind: z.optional(z.enum(['general', 'special-general', 'limited'])),
  formOfBusiness: z.optional(
    z.strictObject({ kind: z.enum(['individual', 'family']), familyMembers: refsShape }),
  ),
  residences: z.optional(refsShape),
  renamed: z.optional(z.array(investorShape({})).check(z.maxLength(60))),
});

/** What an enterprise files to change what is registered of it. Only what changes is filed. */
export const changeRegistrationFacts = z
  .strictObject({
    ...aboutEnterprise,
    decidedOn: dayShape,
    changes: changesShape,
    newShares: z.optional(
      z.strictObject({
        offer: z.enum(['to-certain-persons', 'public', 'listed-not-public']),
        paidInFull: z.boolean(),
      }),
    ),
    reserveConversion: z.optional(z.strictObject({ statutoryReserveLeftFen: fenShape })),
    reduction: z.optional(reductionShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'ChangeRegistrationFacts',
    description:
      'What an enterprise files to change what is registered of it (变更登记): only what changes. `decidedOn` is the day of the decision, or of the event that law makes a change. The place is `address` (住所), `principalPlace` (主要经营场所) or `placeOfBusiness` (经营场所) by the type, with a `division` only where it lies in another one that the same authority decides for; capital is `registeredCapitalFen` (注册资本) or `contributionFen` (出资额). `members`: shareholders, partners or contributors who join or whose part changes, with all they hold afterwards (`holds`; `before`: subscribed before this change or taken over, `increase`: of the new capital), and who leaves. `transfer`: how other shareholders came to let an outsider in (公司法 第八十四条、第八十五条、第九十条). `renamed`: members and heads who themselves bear a new name. `residences`: whose registered residence is another one.',
  });

export type FiledChange = z.output<typeof changeRegistrationFacts>;
export type MaterialKind = (typeof materialKinds)[number];

type Filed = Frozen<FiledChange['changes']>;
const placeFields = ['address', 'principalPlace', 'placeOfBusiness'] as const;
export type PlaceField = (typeof placeFields)[number];

/** The new place as rules see it: which division it is reaches them as the terms of the place alone. */
export interface PlaceFacts {
  readonly detail: string;
  readonly premises: 'owned' | 'rented' | 'other';
  readonly inOtherDivision: boolean;
}
export type Changes = Omit<Filed, PlaceField> & { readonly [Field in PlaceField]?: PlaceFacts | undefined };

/** What rules see. */
export interface ChangeFacts extends Omit<FactsOf<FiledChange>, 'changes'> {
  readonly changes: Changes;
}

/** The field that tells the new place, and the place. */
export function placeIn<Place>(
  changes: {
    readonly [Field in PlaceField]?: Place | undefined;
  },
): readonly [PlaceField, Place] | undefined {
  for (const field of placeFields) {
    const place = changes[field];
    if (place !== undefined) return [field, place];
  }
  return undefined;
}

export function deriveChange(filed: FiledChange, persons: readonly PersonFacts[]): ChangeFacts {
  const changes = Object.fromEntries(
    Object.entries(filed.changes).map(([field, value]) => {
      if (!placeFields.some((place) => place === field)) return [field, value];
      const { division, ...place } = value as NonNullable<FiledChange['changes']['address']>;
      return [field, { ...place, inOtherDivision: division !== undefined }];
    }),
  ) as Changes;
  return { ...factsOf(filed, persons), changes };
}
