import * as z from 'zod/mini';
import { enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { officeKinds } from '../filed-offices.ts';
import {
  dayShape,
  divisionShape,
  fenShape,
  filedMaterialShape,
  filedPersonsShape,
  organisationCodeShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';

const placeShape = z.strictObject({ division: divisionShape, detail: wordShape(200) });

const headShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: refShape }),
  z.strictObject({
    kind: z.literal('organisation'),
    code: organisationCodeShape,
    name: wordShape(100),
    representative: refShape,
  }),
]);

const memberShape = investorShape({
  as: z.enum([
    'shareholder',
    'promoter',
    'contributor',
    'investor',
    'partner',
    'member',
    'family-member',
    'parent',
  ]),
  subscribedFen: z.optional(fenShape),
  paidFen: z.optional(fenShape),
  payBy: z.optional(dayShape),
  liability: z.optional(z.enum(['unlimited', 'limited'])),
});

export const takeOverRegistrationFacts = z
  .strictObject({
    code: organisationCodeShape,
    type: z.enum(enterpriseTypes),
    typeName: wordShape(40),
    name: z.optional(
      z.strictObject({
        whole: wordShape(120),
        tradeName: wordShape(40),
        industry: z.optional(z.string().check(z.maxLength(3), z.regex(/^[A-T]\d{2}$/))),
      }),
    ),
    address: z.optional(placeShape),
    principalPlace: z.optional(placeShape),
    placeOfBusiness: z.optional(placeShape),
    registeredCapitalFen: z.optional(fenShape),
    contributionFen: z.optional(fenShape),
    businessScope: z.array(wordShape(200)).check(z.maxLength(100)),
    establishedOn: dayShape,
    termEnds: z.optional(dayShape),
    status: z.enum(['registered', 'licence-revoked', 'ordered-to-close', 'establishment-revoked']),
    statusSince: z.optional(dayShape),
    heads: z.array(headShape).check(z.maxLength(20)),
    members: z.array(memberShape).check(z.maxLength(60)),
    offices: z
      .array(z.strictObject({ person: refShape, office: z.enum(officeKinds) }))
      .check(z.maxLength(40)),
    parent: z.optional(organisationCodeShape),
    stateInvestor: z.enum(['none', 'provincial-or-above']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['register-extract', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'TakeOverRegistrationFacts',
    description:
      'What an officer files to take into this register an enterprise that was registered before it (存量登记数据接管), as its file has it. The place is `address` (住所), `principalPlace` (主要经营场所) or `placeOfBusiness` (经营场所), capital `registeredCapitalFen` (注册资本) or `contributionFen` (出资额), or none, by the type. `statusSince`: where it lost licence or registration, since when.',
  });

export type FiledTakeOver = z.output<typeof takeOverRegistrationFacts>;
export interface TakeOverFacts extends FactsOf<FiledTakeOver> {}

export const deriveTakeOver = (filed: FiledTakeOver, persons: readonly PersonFacts[]): TakeOverFacts =>
  factsOf(filed, persons);

export const placeFields = {
  domicile: 'address',
  'principal-place': 'principalPlace',
  'place-of-business': 'placeOfBusiness',
} as const;

export const placeIn = <Place>(filed: {
  readonly address?: Place | undefined;
  readonly principalPlace?: Place | undefined;
  readonly placeOfBusiness?: Place | undefined;
}): Place | undefined => filed.address ?? filed.principalPlace ?? filed.placeOfBusiness;
