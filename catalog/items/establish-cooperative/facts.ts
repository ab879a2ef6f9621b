import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { contributionMethods } from '../filed-contribution.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { nameShape } from '../filed-name.ts';
import { businessScopeShape } from '../filed-scope.ts';
import {
  dayShape,
  fenShape,
  filedMaterialShape,
  filedPersonShape,
  organisationCodeShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'articles-of-association',
  'address-document',
  'founding-minutes',
  'appointment-documents',
  'member-register',
  'contribution-list',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

/** 农民专业合作社法 第十三条: 土地经营权 and 林权 are named beside what others contribute; claims of its own are not to be. */
export const memberMethods = [
  ...contributionMethods,
  'land-management-right',
  'forest-right',
  'claim-on-cooperative-or-member',
] as const;

export const officeKinds = [
  'chair',
  'director',
  'executive-supervisor',
  'supervisor',
  'manager',
  'accountant',
  'liaison',
] as const;

export const MOST_MEMBERS = 300;
const MOST_OFFICES = 60;
export const MOST_PERSONS = 340;

/** A member who contributes nothing is one all the same: the list is of those who do (第十六条第一款第五项). */
const terms = {
  subscribedFen: fenShape,
  methods: z.array(z.enum(memberMethods)).check(z.maxLength(memberMethods.length)),
};

export const memberShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: refShape, farmer: z.boolean(), ...terms }),
  z.strictObject({
    kind: z.literal('organisation'),
    code: organisationCodeShape,
    name: wordShape(100),
    body: z.enum(['enterprise', 'public-institution', 'social-organisation', 'cooperative']),
    relatedBusiness: z.boolean(),
    managesPublicAffairs: z.boolean(),
    ...terms,
  }),
]);

const officeShape = z.strictObject({
  person: refShape,
  office: z.enum(officeKinds),
  qualificationDeclared: z.boolean(),
  delegatedBy: z.optional(organisationCodeShape),
});

const countShape = z.int().check(z.minimum(0), z.maximum(MOST_MEMBERS));

/** What its founders send to establish a farmers' co-operative or a union of such (农民专业合作社、联合社). */
export const establishCooperativeFacts = z
  .strictObject({
    kind: z.enum(['cooperative', 'union']),
    name: nameShape(['专业合作社', '农民专业合作社', '专业合作社联合社', '农民专业合作社联合社']),
    address: addressShape,
    businessScope: businessScopeShape,
    contributionFen: fenShape,
    members: z.array(memberShape).check(z.maxLength(MOST_MEMBERS)),
    offices: z.array(officeShape).check(z.maxLength(MOST_OFFICES)),
    founding: z.strictObject({ heldOn: dayShape, attended: countShape, adoptedBy: countShape }),
    agent: z.optional(refShape),
    /* Nobody's residence is registered here, and so many would not fit into what is kept of one filing. */
    persons: z.array(z.omit(filedPersonShape, { residence: true })).check(z.maxLength(MOST_PERSONS)),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishCooperativeFacts',
    description:
      'What founders file to establish a farmers’ co-operative (农民专业合作社) or a union of co-operatives (农民专业合作社联合社). `farmer`: 农民; `relatedBusiness`: its business has directly to do with the co-operative’s (第十九条); `managesPublicAffairs`: 具有管理公共事务职能; `delegatedBy`: the member that sends the person. `founding`: the founding assembly (设立大会), how many founders attended and how many adopted the articles. Offices: 理事长, 理事, 执行监事, 监事, 经理, 财务会计人员, 联络员; `qualificationDeclared`: that 第三十七条 and 第三十八条 bar nobody.',
  });

export type FiledCooperative = z.output<typeof establishCooperativeFacts>;

/** What rules see. */
export interface CooperativeFacts extends FactsOf<FiledCooperative> {}

export type Member = CooperativeFacts['members'][number];
export type CooperativeOffice = CooperativeFacts['offices'][number];
export type MaterialKind = (typeof materialKinds)[number];

export const deriveCooperative = (
  filed: FiledCooperative,
  persons: readonly PersonFacts[],
): CooperativeFacts => factsOf(filed, persons);
