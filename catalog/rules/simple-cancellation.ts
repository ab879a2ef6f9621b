import type { MemberKind } from '../../lib/domain/registration/enterprise.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import type { Investor } from '../items/filed-investor.ts';
import type { SimpleDeclarations } from '../items/filed-winding-up.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../laws.ts';
import { type Asked, isUncertain, measuresOf, readStandings } from './credit.ts';
import { onEnterprise } from './enterprise.ts';
import { type Lens, through } from './lens.ts';
import { defect, NONE, review, when } from './rule.ts';
import type { StepFacts } from './step.ts';

/** What is declared for a simple cancellation; the commitment is left out where the operator alone makes it. */
export interface SimplePart {
  readonly declares: SimpleDeclarations;
  readonly commitment?: readonly Investor[];
}

type Declared = readonly [
  field: keyof SimpleDeclarations,
  id: string,
  /** What has to be declared. */
  needed: boolean,
  articles: readonly Article[],
  zh: string,
  en: string,
];

const declared: readonly Declared[] = [
  [
    'debtsSettled',
    'debts',
    true,
    [registrationRegulation('第三十三条第一款'), companyLaw('第二百四十条第一款')],
    '存在未清偿的债权债务',
    'debts or claims are not settled',
  ],
  [
    'costsSettled',
    'costs',
    true,
    [registrationRegulation('第三十三条第一款')],
    '清偿费用、职工工资、社会保险费用、法定补偿金或者应缴纳税款（滞纳金、罚款）未结清',
    'costs, wages, social insurance, compensation or taxes are not settled',
  ],
  [
    'frozenOrPledged',
    'frozen-or-pledged',
    false,
    [implementingRules('第四十八条第二项')],
    '股权（财产份额）被冻结或者出质',
    'a share in it is frozen or pledged',
  ],
  [
    'mortgaged',
    'mortgaged',
    false,
    [implementingRules('第四十八条第二项')],
    '存在动产抵押',
    'movables of it are mortgaged',
  ],
  [
    'invests',
    'invests',
    false,
    [implementingRules('第四十八条第二项')],
    '对其他市场主体存在投资',
    'it has invested in another enterprise',
  ],
  [
    'underInvestigation',
    'investigated',
    false,
    [implementingRules('第四十八条第三项')],
    '正在被立案调查',
    'it is under investigation',
  ],
  [
    'underCompulsion',
    'compelled',
    false,
    [implementingRules('第四十八条第三项')],
    '正在被采取行政强制措施',
    'a compulsory measure is in place',
  ],
  [
    'inProceedings',
    'proceedings',
    false,
    [implementingRules('第四十八条第三项')],
    '正在诉讼或者仲裁程序中',
    'it is party to a lawsuit or arbitration',
  ],
  [
    'penaltyPending',
    'penalty',
    false,
    [implementingRules('第四十八条第五项')],
    '受到罚款等行政处罚尚未执行完毕',
    'a penalty is not carried out in full',
  ],
  [
    'needsApproval',
    'approval',
    false,
    [registrationRegulation('第三十三条第四款'), implementingRules('第四十八条第六项')],
    '注销依法须经批准',
    'its cancellation needs an approval by law',
  ],
];

const declaredRules = declared.map(([field, id, needed, articles, zh, en]) =>
  defect<SimplePart>({
    id: `simple.${id}`,
    articles,
    zh: `${zh}，不适用简易注销程序`,
    en: `No simple cancellation: ${en}`,
    check: ({ facts }) => when(facts.declares[field] !== needed, `/declares/${field}`),
  }),
);

/**
 * Investors as far as the register knows them all. Of a company by shares it knows its promoters only, whose shares
 * may have passed to others since. [inference] The investor of a branch is the enterprise it belongs to.
 */
const INVESTORS: readonly MemberKind[] = [
  'shareholder',
  'contributor',
  'investor',
  'partner',
  'member',
  'parent',
];

function investorsOf({ type, members, heads, parent }: EnterpriseEvidence): ReadonlySet<SubjectKey> {
  return new Set([
    ...members.filter(({ as }) => INVESTORS.includes(as)).map(({ subject }) => subject),
    ...(type === 'sole-proprietorship' ? heads : []),
    ...(parent === undefined ? [] : [organisationKey(parent)]),
  ]);
}

/** Whose standing counts: the enterprise's own, where it goes for a simple cancellation. */
const askedOf =
  <Facts extends StepFacts>({ of }: Lens<Facts, SimplePart>) =>
  (facts: Facts): readonly Asked[] =>
    of(facts) === undefined
      ? []
      : [{ subject: organisationKey(facts.enterprise), path: '/enterprise', ref: facts.enterprise }];

export const simpleSubjects = <Facts extends StepFacts>(
  part: Lens<Facts, SimplePart>,
  facts: Facts,
): readonly SubjectKey[] => askedOf(part)(facts).map(({ subject }) => subject);

/**
 * When there is no simple cancellation (条例 第三十三条, 实施细则 第四十八条, 公司法 第二百四十条); the state of the
 * enterprise is judged beside this. What the applicant declares, and what the register itself holds, sends the filing
 * back; a credit finding, or none to be had, goes to an officer and never decides.
 */
export const simpleCancellationRules = <Facts extends StepFacts>(
  part: Lens<Facts, SimplePart>,
): readonly Rule<Facts>[] => {
  const asked = askedOf(part);
  return [
    ...through(part, declaredRules),
    defect({
      id: 'simple.commitment',
      articles: [
        registrationRegulation('第三十三条第一款'),
        companyLaw('第二百四十条第一款'),
        implementingRules('第四十七条'),
      ],
      zh: '应当由全体投资人书面承诺并承担法律责任，尚缺 {missing} 名',
      en: 'All investors have to commit themselves in writing: {missing} missing',
      check: onEnterprise((enterprise, { facts }) => {
        const commitment = part.of(facts)?.commitment;
        if (commitment === undefined) return NONE;
        const subjects = new Map(facts.persons.map(({ ref, subject }) => [ref, subject]));
        const committed = new Set(
          commitment.map((one) =>
            one.kind === 'person' ? subjects.get(one.person) : organisationKey(one.code),
          ),
        );
        const missing = [...investorsOf(enterprise)].filter((subject) => !committed.has(subject)).length;
        return when(missing > 0 || commitment.length === 0, `${part.at}/commitment`, {
          missing: Math.max(missing, 1),
        });
      }),
    }),
    defect({
      id: 'simple.holdings',
      articles: [implementingRules('第四十八条第二项')],
      zh: '登记信息显示对其他市场主体存在投资：{codes}，不适用简易注销程序',
      en: 'No simple cancellation: by the register it has invested in {codes}',
      check: onEnterprise(({ holdings }, { facts }) =>
        when(part.of(facts) !== undefined && holdings.length > 0, '/enterprise', { codes: holdings }),
      ),
    }),
    review({
      id: 'simple.inquiry',
      articles: [implementingRules('第四十八条第三项'), implementingRules('第五十三条第一款')],
      admits: ['register', 'return', 'refuse'],
      zh: '登记机关正在调查其涉嫌虚假登记（{acceptedOn} 受理），应当核实是否正在被立案调查',
      en: 'An inquiry into a registration of it is open (since {acceptedOn}): confirm whether it is under investigation',
      check: onEnterprise(({ inquiries }, { facts }) => {
        const open = inquiries.find(({ closedOn }) => closedOn === undefined);
        return part.of(facts) === undefined || open === undefined
          ? NONE
          : [{ path: '/enterprise', values: { acceptedOn: open.acceptedOn } }];
      }),
    }),
    review({
      id: 'simple.listed',
      articles: [registrationRegulation('第三十三条第四款'), implementingRules('第四十八条第一项')],
      admits: ['register', 'return', 'refuse'],
      zh: '{person} 的信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：在经营异常名录或者严重违法失信名单中的，不得申请办理简易注销登记',
      en: '{person} is under the measure {row} by the records {records} ({articles}, until {until}): on the list of abnormal operations or the serious list there is no simple cancellation',
      check: (examined) => measuresOf(examined, asked, () => true),
    }),
    review({
      id: 'simple.standing-unknown',
      articles: [implementingRules('第四十八条第一项')],
      admits: ['register', 'return'],
      zh: '{person} 是否在经营异常名录或者严重违法失信名单中暂时无法确认，应当由登记人员核实，不得据此不予登记',
      en: 'Whether {person} is on one of the lists cannot be told now: an officer confirms it, and it is no ground to refuse',
      check: (examined) =>
        readStandings(examined, asked)
          .filter(({ standing }) => standing === undefined || isUncertain(standing))
          .map(({ asked: { path, ref } }) => ({ path, values: { person: ref } })),
    }),
  ];
};
