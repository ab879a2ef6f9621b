import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { civilCode, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { greenChannelRule } from '../../rules/incentives.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { liaisonRule } from '../../rules/liaison.ts';
import { materialRules } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import { scopeRules } from '../../rules/scope.ts';
import type { BranchFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { branchNameRules } from './names.ts';
import { parentRules } from './parent.ts';
import { asked, headOf, incentives, references, toBeVerified } from './persons.ts';

const DAYS_TO_FILE = 30;
const within = [implementingRules('第二十一条第三款')];

const decisionRules: readonly Rule<BranchFacts>[] = [
  defect({
    id: 'decision.not-made-yet',
    articles: within,
    zh: '设立分支机构的决定日期 {decidedOn} 晚于申请日',
    en: 'The branch was decided on {decidedOn}, after the day of filing',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  note({
    id: 'decision.late',
    articles: within,
    zh: '应当自作出设立决定之日起三十日内申请，最后一日为 {lastDay}；逾期不影响登记',
    en: 'It was to be filed within thirty days of the decision, by {lastDay}; that it is late keeps nothing from being registered',
    check: ({ facts: { decidedOn }, on }) => {
      if (decidedOn > on) return NONE;
      const lastDay = lastDayWithin(decidedOn, DAYS_TO_FILE);
      return when(on > lastDay, '/decidedOn', { lastDay });
    },
  }),
];

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<BranchFacts>[] = [
  ...branchNameRules,
  ...parentRules,
  ...decisionRules,
  ...addressRules<BranchFacts>(
    { at: '/placeOfBusiness', of: ({ placeOfBusiness }) => placeOfBusiness },
    { zh: '经营场所', en: 'place of business', articles: [implementingRules('第六条第六项')] },
  ),
  ...scopeRules<BranchFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  liaisonRule(implementingRules('第七条第一款第六项')),
  /* No article asks it of a head, who signs for the branch (实施细则 第三十三条) and has to be able to [inference]. */
  ...capacityRules<BranchFacts>({
    id: 'head',
    whom: headOf,
    articles: [civilCode('第一百四十三条第一项'), registrationRegulation('第八条第一款第六项')],
    birthDay: {
      zh: '证件号码不能表明出生日期的负责人应当填报出生日期：{person}',
      en: 'The birth day of a head whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '负责人应当具有相应的民事行为能力：{person} 未满十六周岁',
      en: 'A head needs the capacity to act for the branch: {person} is under 16',
    },
  }),
  ...personRules<BranchFacts>(references),
  ...identityRules<BranchFacts>(toBeVerified),
  ...materialRules(askedMaterials, incentives),
  ...creditRules({ asked }),
  greenChannelRule(incentives),
];

/** From the day on which the other establishments have theirs: all its articles hold by then. */
export const standard202502: Standard<BranchFacts> = {
  item: 'establish-branch',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS_TO_FILE,
      from: { zh: '自决定设立分支机构之日起', en: 'From the day on which the branch was decided' },
      articles: within,
    },
  ],
};
