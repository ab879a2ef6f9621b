import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { creditRules, measuresOf, OFFICE_BAR } from '../../rules/credit.ts';
import { enterpriseRules, forTypes } from '../../rules/enterprise.ts';
import { identityRules } from '../../rules/identity.ts';
import { personRules } from '../../rules/persons.ts';
import { NONE, review } from '../../rules/rule.ts';
import { type ChangeFacts, placeIn } from './facts.ts';
import { changeMaterialRules, materials } from './materials.ts';
import { asked, references, toBeVerified } from './persons.ts';
import { capitalRules } from './rules-capital.ts';
import { headRules } from './rules-heads.ts';
import { memberRules } from './rules-members.ts';
import { nameAndPlaceRules } from './rules-name-and-place.ts';
import { reductionRules } from './rules-reduction.ts';
import { filedWithin, timeRules } from './rules-time.ts';
import { whatChangesRules } from './what-changes.ts';

const COMPANIES: readonly EnterpriseType[] = ['limited-company', 'joint-stock-company'];

/** Where a place in another division is filed, whose authority it is in is told by a rule of its own. */
const registered: readonly Rule<ChangeFacts>[] = enterpriseRules<ChangeFacts>({}).map((rule) =>
  rule.id === 'enterprise.moved'
    ? {
        ...rule,
        check: (examined) =>
          placeIn(examined.facts.changes)?.[1].inOtherDivision === true ? NONE : rule.check(examined),
      }
    : rule,
);

const barrable = ({ changes }: ChangeFacts): ReadonlySet<string> =>
  new Set(changes.legalRepresentative === undefined ? [] : [changes.legalRepresentative.person]);

/** 公司法 第一百七十八条 reaches companies; of other legal persons 条例 第十二条 asks for no court’s list. */
const credit: readonly Rule<ChangeFacts>[] = creditRules<ChangeFacts>({ asked, barrable }).flatMap((rule) =>
  rule.id !== 'credit.office-bar'
    ? [rule]
    : [
        ...forTypes(COMPANIES, [rule]),
        ...forTypes(
          ['non-company-legal-person'],
          [
            {
              ...rule,
              id: 'credit.debt-bar',
              articles: [registrationRegulation('第十二条第五项'), companyLaw('第一百七十八条第一款第五项')],
              message: {
                zh: '{person} 拟任法定代表人，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：个人所负数额较大的债务到期未清偿的，不得担任非公司企业法人的法定代表人',
                en: '{person} is to be legal representative and is under the measure {row} by the records {records} ({articles}, until {until}): with large overdue debt nobody may be one',
              },
            },
          ],
        ),
      ],
);

/** A head in office whom the same measure reaches: another change does not go without theirs (实施细则 第二十条). */
const barredInOffice: readonly Rule<ChangeFacts>[] = forTypes(
  [...COMPANIES, 'non-company-legal-person'],
  [
    review({
      id: 'credit.barred-in-office',
      articles: [
        implementingRules('第二十条第一款'),
        registrationRegulation('第二十五条'),
        companyLaw('第一百七十八条第三款'),
      ],
      admits: ['register', 'return'],
      zh: '现任法定代表人 {person} 的信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：在申请其他变更登记时，应当依法及时申请变更法定代表人',
      en: 'The legal representative in office, {person}, is under the measure {row} by the records {records} ({articles}, until {until}): with another change, theirs is to be filed in time',
      check: (examined) => {
        const heads = examined.evidence.enterprise?.heads ?? [];
        if (examined.facts.changes.legalRepresentative !== undefined) return NONE;
        return measuresOf(
          examined,
          asked,
          ({ row }, { subject }) => row === OFFICE_BAR && heads.includes(subject),
        );
      },
    }),
  ],
);

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<ChangeFacts>[] = [
  ...registered,
  ...whatChangesRules,
  ...timeRules,
  ...headRules,
  ...nameAndPlaceRules,
  ...memberRules,
  ...capitalRules,
  ...reductionRules,
  ...personRules(references),
  ...identityRules(toBeVerified),
  ...changeMaterialRules,
  ...credit,
  ...barredInOffice,
];

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<ChangeFacts> = {
  item: 'change-registration',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin,
};
