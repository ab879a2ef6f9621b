import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
} from '../../laws.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { defect, NONE, note, review, when } from '../../rules/rule.ts';
import { subjectIn } from '../filed-member.ts';
import type { ChangeFacts } from './facts.ts';
import { membersAfter } from './members.ts';
import { signatureRules } from './rules-signature.ts';

const legalRepresentative = ({ changes }: ChangeFacts): ReadonlySet<string> =>
  new Set(changes.legalRepresentative === undefined ? [] : [changes.legalRepresentative.person]);

const AT = '/changes/legalRepresentative';

const legalRepresentativeRules: readonly Rule<ChangeFacts>[] = [
  ...forTypes<ChangeFacts>(
    ['limited-company', 'joint-stock-company', 'non-company-legal-person'],
    [
      ...capacityRules<ChangeFacts>({
        id: 'head',
        whom: legalRepresentative,
        articles: [registrationRegulation('第十二条第一项'), companyLaw('第一百七十八条第一款第一项')],
        birthDay: {
          zh: '证件号码不能表明出生日期的法定代表人应当填报出生日期：{person}',
          en: 'The birth day of a legal representative whose document does not tell it has to be given: {person}',
        },
        underSixteen: {
          zh: '无民事行为能力或者限制民事行为能力的人不得担任法定代表人：{person} 未满十六周岁',
          en: 'Without full civil capacity nobody is a legal representative: {person} is under 16',
        },
      }),
      defect({
        id: 'head.qualification-declared',
        articles: [registrationRegulation('第十二条'), companyLaw('第一百七十八条第一款')],
        zh: '新任法定代表人应当声明不存在不得担任的情形：{person}',
        en: 'The new legal representative declares that no ground bars them from it: {person}',
        check: ({ facts: { changes } }) => {
          const head = changes.legalRepresentative;
          return head === undefined
            ? NONE
            : when(!head.qualificationDeclared, `${AT}/qualificationDeclared`, { person: head.person });
        },
      }),
    ],
  ),
  ...forTypes<ChangeFacts>(
    ['limited-company', 'joint-stock-company'],
    [
      defect({
        id: 'head.office',
        articles: [companyLaw('第十条第一款')],
        zh: '法定代表人由代表公司执行公司事务的董事或者经理担任',
        en: 'The legal representative is a director who acts for the company, or its manager',
        check: ({ facts }) => when(facts.changes.legalRepresentative?.office === 'other', `${AT}/office`),
      }),
      review({
        id: 'head.supervisor',
        articles: [companyLaw('第七十六条第四款'), companyLaw('第一百三十条第四款')],
        admits: ['register', 'return'],
        zh: '董事、高级管理人员不得兼任监事，{person} 为备案的监事：应当核实是否已不再任监事',
        en: 'No director or senior manager is a supervisor, and {person} is on file as one: judge whether this has ended',
        check: onEnterprise(({ roles }, { facts }) => {
          const head = facts.changes.legalRepresentative;
          if (head === undefined) return NONE;
          const subject = subjectIn(facts)({ kind: 'person', person: head.person });
          const supervises = roles.some((role) => role.subject === subject && /^supervis/.test(role.role));
          return when(supervises, `${AT}/person`, { person: head.person });
        }),
      }),
      note({
        id: 'head.offices-to-file',
        articles: [registrationRegulation('第二十九条'), registrationRegulation('第九条第四项')],
        zh: '{person} 尚未备案为董事或者经理：董事、监事、高级管理人员变更的，应当自决定之日起三十日内办理备案',
        en: '{person} is not on file as director or manager: changes of directors, supervisors and senior managers are filed within 30 days',
        check: onEnterprise(({ roles }, { facts }) => {
          const head = facts.changes.legalRepresentative;
          if (head === undefined) return NONE;
          const subject = subjectIn(facts)({ kind: 'person', person: head.person });
          const holds = roles.some(
            ({ role, ...of }) =>
              of.subject === subject && (role === 'director' || role === 'board-chair' || role === 'manager'),
          );
          return when(!holds, `${AT}/person`, { person: head.person });
        }),
      }),
    ],
  ),
  ...forTypes<ChangeFacts>(
    ['cooperative'],
    [
      review({
        id: 'head.cooperative-chair',
        articles: [cooperativeLaw('第三十三条')],
        admits: ['register', 'return'],
        zh: '农民专业合作社的理事长为法定代表人，从成员中选举产生：应当核实 {person} 是否为成员',
        en: 'The legal representative of a co-operative is its chair, elected from its members: judge whether {person} is one',
        check: onEnterprise(({ members }, { facts }) => {
          const head = facts.changes.legalRepresentative;
          if (head === undefined) return NONE;
          const subject = subjectIn(facts)({ kind: 'person', person: head.person });
          return when(!members.some((member) => member.subject === subject), `${AT}/person`, {
            person: head.person,
          });
        }),
      }),
    ],
  ),
];

const partnershipHeadRules: readonly Rule<ChangeFacts>[] = forTypes<ChangeFacts>(
  ['partnership'],
  [
    defect({
      id: 'managing-partners.liability',
      articles: [
        partnershipLaw('第二十六条第二款'),
        partnershipLaw('第六十七条'),
        partnershipLaw('第六十八条第一款'),
      ],
      zh: '执行事务合伙人应当是合伙人，且不是有限合伙人',
      en: 'A managing partner is one of the partners, and no limited one',
      check: onEnterprise((enterprise, { facts }) => {
        const after = membersAfter(enterprise, facts);
        const subjectOf = subjectIn(facts);
        return (facts.changes.managingPartners?.of ?? []).flatMap((partner, index) => {
          const found = after.find(({ subject }) => subject === subjectOf(partner));
          return when(
            found === undefined || found.liability === 'limited',
            `/changes/managingPartners/of/${index}`,
          );
        });
      }),
    }),
    defect({
      id: 'managing-partners.all',
      articles: [implementingRules('第十一条第二款'), partnershipLaw('第二十六条第一款')],
      zh: '未委托执行事务合伙人的，除有限合伙人外，应当将其他合伙人均登记为执行事务合伙人',
      en: 'Where nobody is entrusted, all partners but limited ones are registered as managing partners',
      check: onEnterprise((enterprise, { facts }) => {
        const { managingPartners } = facts.changes;
        if (managingPartners === undefined || managingPartners.entrusted) return NONE;
        const managing = new Set(managingPartners.of.map(subjectIn(facts)));
        const left = membersAfter(enterprise, facts).some(
          ({ subject, liability }) => liability !== 'limited' && !managing.has(subject),
        );
        return when(left, '/changes/managingPartners/of');
      }),
    }),
    /* Among the heads an organisation counts by its representative, and by its part it is known itself. */
    defect({
      id: 'managing-partners.left',
      articles: [partnershipLaw('第二十六条第二款'), partnershipLaw('第六十八条第一款')],
      zh: '执行事务合伙人退伙或者转为有限合伙人的，应当一并变更执行事务合伙人',
      en: 'Where a managing partner leaves or becomes a limited one, the managing partners change with it',
      check: onEnterprise((enterprise, { facts }) => {
        if (facts.changes.managingPartners !== undefined) return NONE;
        const after = new Map(membersAfter(enterprise, facts).map((member) => [member.subject, member]));
        const manages = new Set([
          ...enterprise.heads,
          ...enterprise.roles.flatMap(({ role, subject }) => (role === 'managing-partner' ? [subject] : [])),
        ]);
        const gone = enterprise.members.some(({ subject }) => {
          const now = after.get(subject);
          return manages.has(subject) && (now === undefined || now.liability === 'limited');
        });
        return when(facts.changes.members !== undefined && gone, '/changes/members');
      }),
    }),
  ],
);

const formRules: readonly Rule<ChangeFacts>[] = forTypes<ChangeFacts>(
  ['individual-business'],
  [
    defect({
      id: 'form.family-members',
      articles: [registrationRegulation('第九条第六项'), implementingRules('第七条第一款第七项')],
      zh: '家庭经营的，应当列明参加经营的家庭成员；个人经营的，不应列明',
      en: 'A family business names the family members who take part; one of an individual names none',
      check: ({ facts: { changes } }) => {
        const form = changes.formOfBusiness;
        if (form === undefined) return NONE;
        return when(
          (form.kind === 'family') !== form.familyMembers.length > 0,
          '/changes/formOfBusiness/familyMembers',
        );
      },
    }),
  ],
);

export const headRules: readonly Rule<ChangeFacts>[] = [
  ...signatureRules,
  ...legalRepresentativeRules,
  ...partnershipHeadRules,
  ...formRules,
];
