import { findAuthority, getAuthority } from '../catalog/authorities.ts';
import { type Jurisdiction, jurisdictions } from '../catalog/jurisdictions.ts';
import { listWindows } from '../catalog/windows.ts';
import type { Scope } from '../lib/contract/route.ts';
import type { Bilingual } from '../lib/domain/standard/provenance.ts';
import type { Role } from '../lib/domain/subject/caller.ts';
import type { IdentityDocument } from '../lib/domain/subject/identity-document.ts';
import { momentOf } from '../lib/domain/time/instant.ts';
import { scopesOfRole } from './scopes-of-role.ts';

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

const told: readonly Persona[] = [
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
  persona('credit-officer-cq', 'publisher', ['垫江县信用修复承办人', 'decides on records of Dianjiang'], {
    authority: 'reg-500231',
    person: citizen('江允成', '500231198011180001'),
  }),
  persona('credit-officer-sc', 'publisher', ['邻水县信用修复承办人', 'decides on records of Linshui'], {
    authority: 'reg-511623',
    person: citizen('罗慎行', '511623198106150002'),
  }),
  persona('court-officer-cq', 'publisher', ['垫江县法院执行人员', 'officer of the court in Dianjiang'], {
    authority: 'court-500231',
    person: citizen('施正衡', '500231197909090008'),
  }),
  persona('credit-officer-cq-2', 'publisher', ['垫江县信用审核人', 'another who decides in Dianjiang'], {
    authority: 'reg-500231',
    person: citizen('傅明远', '50023119830505000X'),
  }),
  persona(
    'superior-officer-cq',
    'publisher',
    ['重庆市局信用审核人', 'consents for the authority of Chongqing'],
    {
      authority: 'reg-500000',
      person: citizen('温怀瑾', '50023119770303000X'),
    },
  ),
  persona(
    'superior-officer-sc',
    'publisher',
    ['广安市局信用审核人', 'consents for the authority of Guang’an'],
    {
      authority: 'reg-511600',
      person: citizen('叶清平', '511623197604040004'),
    },
  ),
  persona('regulator-cq', 'regulator', ['垫江县监管人员', 'regulator in Dianjiang'], {
    authority: 'reg-500231',
    person: citizen('何慎之', '500231198603150009'),
  }),
  persona('regulator-sc', 'regulator', ['邻水县监管人员', 'regulator in Linshui'], {
    authority: 'reg-511623',
    person: citizen('江同舟', '511623198704220007'),
  }),
  persona('measure-officer-cq', 'regulator', ['重庆市奖惩措施承办人', 'measures in Chongqing'], {
    authority: 'reg-500000',
    person: citizen('谢秉衡', '500231198306060007'),
  }),
  persona('measure-officer-sc', 'regulator', ['四川省奖惩措施承办人', 'measures in Sichuan'], {
    authority: 'reg-510000',
    person: citizen('蒋持平', '511623198310100002'),
  }),
  persona('subject', 'subject', ['信用主体本人', 'a person with records, about himself'], {
    person: inventedDebtor,
  }),
  persona('auditor', 'auditor', ['审计人员', 'auditor']),
  persona(
    'data-officer-cq',
    'data-officer',
    ['重庆市个人信息保护负责人', 'answers for personal data, Chongqing'],
    {
      authority: 'reg-500000',
      person: citizen('甘守密', '500231197512120002'),
    },
  ),
  persona(
    'data-officer-sc',
    'data-officer',
    ['四川省个人信息保护负责人', 'answers for personal data, Sichuan'],
    {
      authority: 'reg-510000',
      person: citizen('尹慎言', '511623197601130004'),
    },
  ),
  persona('subscriber', 'subscriber', ['订阅变更的系统', 'a system that follows the changes']),
];

/** The officers of a side at its first county window, so that a side that the catalog adds is one that can be tried. */
function officersOf({ code, name, division }: Jurisdiction): readonly Persona[] {
  const id = code.toLowerCase();
  const window = listWindows(momentOf(new Date()).on).find(
    (one) => one.jurisdiction === code && getAuthority(one.authority).level === 'county',
  );
  const at = window && { authority: window.authority, window: window.id };
  const platform = findAuthority(`credit-${division}`);
  return [
    ...(at === undefined
      ? []
      : [
          persona(`registrar-${id}`, 'registrar', [`${name.zh}登记人员`, `registrar in ${name.en}`], at),
          persona(
            `head-${id}`,
            'head',
            [`${name.zh}登记机关负责人`, `head of an authority in ${name.en}`],
            at,
          ),
          persona(`regulator-${id}`, 'regulator', [`${name.zh}监管人员`, `regulator in ${name.en}`], {
            authority: at.authority,
          }),
        ]),
    ...(platform === undefined
      ? []
      : [
          persona(`publisher-${id}`, 'publisher', [`${name.zh}发布人员`, `publisher of ${name.en}`], {
            authority: platform.id,
          }),
        ]),
  ];
}

const sidesTold = new Set(
  told.flatMap(({ authority }) => (authority === undefined ? [] : [getAuthority(authority).jurisdiction])),
);

export const personas: readonly Persona[] = [
  ...told,
  ...jurisdictions.filter(({ code }) => !sidesTold.has(code)).flatMap(officersOf),
];

export const findPersona = (id: string): Persona | undefined => personas.find((one) => one.id === id);
