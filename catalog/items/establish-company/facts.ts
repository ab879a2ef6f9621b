import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
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

/** What an applicant may declare about the name; each is judged by an officer, never taken as given. */
export const nameDeclarations = [
  'cross-province',
  'multi-industry',
  'other-meaning',
  'investment-relation',
  'name-acquired',
  'state-council-approval',
] as const;

const nameShape = z
  .strictObject({
    division: z.optional(wordShape(40)),
    divisionPosition: z.optional(z.enum(['head', 'after-trade-name', 'before-form'])),
    zone: z.optional(wordShape(40)),
    tradeName: wordShape(40),
    industry: z.optional(
      z.strictObject({
        word: wordShape(40),
        class: z.string().check(z.maxLength(3), z.regex(/^[A-T]\d{2}$/)),
      }),
    ),
    form: z.enum(['有限责任公司', '有限公司']),
    declares: z.optional(z.array(z.enum(nameDeclarations)).check(z.maxLength(6))),
  })
  .register(z.globalRegistry, {
    description:
      'The name in its parts (企业名称登记管理规定 第六条). `division` is the division word; where it does not head the name it stands in brackets. `zone` is the name of a development zone, which stands behind the division word (第七条). `class` is the GB/T 4754 division of the industry word.',
  });

/** 公司法 第四十八条 above the line, what 条例 第十三条 forbids below it. */
export const contributionMethods = [
  'money',
  'in-kind',
  'intellectual-property',
  'land-use-right',
  'equity',
  'claim',
  'data',
  'virtual-property',
  'other-assessable',
  'labour',
  'credit',
  'personal-name',
  'goodwill',
  'franchise',
  'encumbered',
] as const;

const subscription = {
  subscribedFen: fenShape,
  methods: z
    .array(z.enum(contributionMethods))
    .check(z.minLength(1), z.maxLength(contributionMethods.length)),
  payBy: dayShape,
};

const shareholderShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: refShape, ...subscription }),
  z.strictObject({
    kind: z.literal('organisation'),
    code: organisationCodeShape,
    name: wordShape(100),
    ...subscription,
  }),
]);

export const officeKinds = [
  'legal-representative',
  'director',
  'board-chair',
  'audit-committee-member',
  'supervisor',
  'supervisory-board-chair',
  'manager',
  'deputy-manager',
  'finance-officer',
  'other-senior-manager',
  'liaison',
] as const;

const officeShape = z.strictObject({
  person: refShape,
  office: z.enum(officeKinds),
  qualificationDeclared: z.boolean(),
  employeeRepresentative: z.optional(z.boolean()),
});

const termShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indefinite') }),
  z.strictObject({ kind: z.literal('until'), endsOn: dayShape }),
]);

const beneficialOwnersShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('persons'),
    persons: z.array(refShape).check(z.minLength(1), z.maxLength(30)),
  }),
  z.strictObject({ kind: z.literal('exempt-by-commitment') }),
]);

export const materialKinds = [
  'application-form',
  'articles-of-association',
  'address-document',
  'appointment-documents',
  'foreign-identity-documents',
  'approval-documents',
  'consent-to-no-supervisor',
  'agent-authorisation',
  'other',
] as const;

/**
 * Registration is one transaction of at most 100 items: one for each part somebody has in the company, and seven
 * others. Fifty shareholders (公司法 第四十二条; a rule tells more than those) leave room for these.
 */
const MOST_OFFICES = 40;

/**
 * What an applicant sends to establish a limited company (有限责任公司设立登记). Wide on purpose: whatever can be
 * read is accepted here, so that the rules can tell every defect at once.
 */
export const establishCompanyFacts = z
  .strictObject({
    name: nameShape,
    address: z.strictObject({
      division: divisionShape,
      detail: wordShape(200),
      premises: z.enum(['owned', 'rented', 'other']),
    }),
    businessScope: z
      .array(
        z.strictObject({
          text: wordShape(120),
          approval: z.optional(z.strictObject({ document: wordShape(120), number: wordShape(60) })),
        }),
      )
      .check(z.maxLength(100)),
    registeredCapitalFen: fenShape,
    term: termShape,
    stateInvestor: z.enum(['none', 'provincial-or-above']),
    shareholders: z.array(shareholderShape).check(z.maxLength(100)),
    persons: filedPersonsShape,
    offices: z.array(officeShape).check(z.maxLength(MOST_OFFICES)),
    governance: z.strictObject({
      board: z.enum(['board', 'sole-director']),
      supervision: z.enum(['board', 'sole-supervisor', 'audit-committee', 'none-by-consent']),
    }),
    employees: z.optional(z.int().check(z.minimum(0), z.maximum(10_000_000))),
    beneficialOwners: z.optional(beneficialOwnersShape),
    agent: z.optional(refShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishCompanyFacts',
    description: 'What an applicant files to establish a limited company (有限责任公司设立登记).',
  });

/** Readonly all the way down; a branded string stays itself. */
type Frozen<T> = T extends string
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Frozen<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

export type FiledCompany = z.output<typeof establishCompanyFacts>;

type Filed = Frozen<Omit<FiledCompany, 'persons' | 'address' | 'materials'>>;

/** What rules see: no division, no name, number or phone of a person, no title somebody made up. */
export interface CompanyFacts extends Filed {
  readonly persons: readonly PersonFacts[];
  readonly address: Frozen<Omit<FiledCompany['address'], 'division'>>;
  readonly materials: Frozen<readonly Omit<FiledCompany['materials'][number], 'title'>[]>;
}

export type Office = CompanyFacts['offices'][number];
export type OfficeKind = Office['office'];
export type Shareholder = CompanyFacts['shareholders'][number];
export type NameFacts = CompanyFacts['name'];
export type NameDeclaration = (typeof nameDeclarations)[number];
export type MaterialKind = (typeof materialKinds)[number];
export type ContributionMethod = (typeof contributionMethods)[number];

/** Pure. Persons come as facts already, in the order they were filed in; what was filed of them is left behind. */
export function deriveCompany(filed: FiledCompany, persons: readonly PersonFacts[]): CompanyFacts {
  const { persons: _persons, address, materials, ...rest } = filed;
  const { division: _division, ...place } = address;
  return {
    ...rest,
    persons,
    address: place,
    materials: materials.map(({ title: _title, ...material }) => material),
  };
}
