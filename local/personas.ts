import type { Scope } from '../lib/contract/route.ts';
import type { Bilingual } from '../lib/domain/standard/provenance.ts';
import type { Role } from '../lib/domain/subject/caller.ts';
import type { IdentityDocument } from '../lib/domain/subject/identity-document.ts';

/**
 * A natural person of the local run. All are invented. The sequence part of each number is 000, so that it meets
 * nobody's by chance; the check digit is right.
 */
export interface InventedPerson {
  readonly name: string;
  readonly document: IdentityDocument;
}

/** Somebody one can be in the local run. The client id and the secret of a persona are both its id. */
export interface Persona {
  readonly id: string;
  readonly role: Role;
  readonly authority?: string;
  readonly window?: string;
  readonly person?: InventedPerson;
  readonly describes: Bilingual;
}

const scopesOfRole = {
  applicant: ['filings:check', 'filings:write', 'filings:read', 'own-file:read', 'lookup-log:read'],
  registrar: [
    'filings:check',
    'filings:write',
    'filings:read',
    'decisions:read',
    'decisions:write',
    'own-file:read',
    'lookup-log:read',
  ],
  head: ['filings:read', 'decisions:read', 'decisions:write'],
  publisher: ['credit-records:write', 'credit-sources:write'],
  regulator: ['credit:lookup', 'own-file:read', 'lookup-log:read'],
  subject: ['own-file:read', 'lookup-log:read'],
  auditor: ['filings:read', 'decisions:read', 'lookup-log:read'],
} as const satisfies Record<Role, readonly Scope[]>;

export const scopesOf = (persona: Persona): readonly Scope[] => scopesOfRole[persona.role];

const citizen = (name: string, number: string): InventedPerson => ({
  name,
  document: { kind: 'citizen-id', number },
});

/** The debtor of the demo: records about this person exist, and the persona `subject` may see them. */
export const inventedDebtor = citizen('钱守约', '50023119790806000X');

const persona = (
  id: string,
  role: Role,
  [zh, en]: readonly [string, string],
  more: Pick<Persona, 'authority' | 'window' | 'person'> = {},
): Persona => ({ id, role, ...more, describes: { zh, en } });

const dianjiang = { authority: 'reg-500231', window: 'win-500231' };
const linshui = { authority: 'reg-511623', window: 'win-511623' };

export const personas: readonly Persona[] = [
  persona('applicant', 'applicant', ['申请人', 'somebody who files'], {
    person: citizen('周启程', '500231198504120007'),
  }),
  persona('registrar-cq', 'registrar', ['垫江县登记人员', 'registrar in Dianjiang, Chongqing'], {
    ...dianjiang,
    person: citizen('吴守正', '500231198209170001'),
  }),
  persona('registrar-sc', 'registrar', ['邻水县登记人员', 'registrar in Linshui, Sichuan'], {
    ...linshui,
    person: citizen('郑明度', '511623198406230004'),
  }),
  persona('registrar-cq-2', 'registrar', ['垫江县另一登记人员', 'another registrar in Dianjiang'], {
    ...dianjiang,
    person: citizen('韦思衡', '500231198807080006'),
  }),
  persona('registrar-sc-2', 'registrar', ['邻水县另一登记人员', 'another registrar in Linshui'], {
    ...linshui,
    person: citizen('许知远', '511623198909100009'),
  }),
  persona('head-cq', 'head', ['垫江县登记机关负责人', 'head of the authority in Dianjiang'], {
    ...dianjiang,
    person: citizen('冯执中', '500231197511050006'),
  }),
  persona('head-sc', 'head', ['邻水县登记机关负责人', 'head of the authority in Linshui'], {
    ...linshui,
    person: citizen('陈秉公', '511623197302190007'),
  }),
  persona('publisher-cq', 'publisher', ['重庆市信用平台发布人员', 'publisher of the Chongqing platform'], {
    authority: 'credit-500000',
  }),
  persona('publisher-sc', 'publisher', ['四川省信用平台发布人员', 'publisher of the Sichuan platform'], {
    authority: 'credit-510000',
  }),
  persona('regulator-cq', 'regulator', ['垫江县监管人员', 'regulator in Dianjiang'], {
    authority: 'reg-500231',
    person: citizen('何慎之', '500231198603150009'),
  }),
  persona('regulator-sc', 'regulator', ['邻水县监管人员', 'regulator in Linshui'], {
    authority: 'reg-511623',
    person: citizen('江同舟', '511623198704220007'),
  }),
  persona('subject', 'subject', ['信用主体本人', 'a person with records, about himself'], {
    person: inventedDebtor,
  }),
  persona('auditor', 'auditor', ['审计人员', 'auditor']),
];

export const findPersona = (id: string): Persona | undefined => personas.find((one) => one.id === id);
