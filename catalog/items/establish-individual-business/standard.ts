import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  civilCode,
  implementingRules,
  individualBusinessRegulation,
  registrationRegulation,
} from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { citizenRules } from '../../rules/citizens.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { liaisonRule } from '../../rules/liaison.ts';
import { materialRules } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { residenceRule } from '../../rules/residence.ts';
import { scopeRules } from '../../rules/scope.ts';
import type { IndividualBusinessFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { individualNameRules } from './names.ts';
import { asked, operatorOf, references, toBeVerified } from './persons.ts';
import { compositionRules, placeRules } from './rules.ts';

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<IndividualBusinessFacts>[] = [
  ...individualNameRules,
  ...placeRules,
  ...scopeRules<IndividualBusinessFacts>({
    at: '/businessScope',
    of: ({ businessScope }) => businessScope,
  }),
  ...compositionRules,
  liaisonRule(implementingRules('第七条第一款第七项')),
  residenceRule<IndividualBusinessFacts>({
    id: 'operator.residence',
    whom: operatorOf,
    word: { zh: '经营者住所', en: 'operator’s residence' },
    articles: [registrationRegulation('第八条第二款第四项'), implementingRules('第六条第七项')],
  }),
  ...citizenRules<IndividualBusinessFacts>({
    id: 'operator',
    whom: operatorOf,
    word: { zh: '经营者', en: 'operator' },
    articles: [individualBusinessRegulation('第二条')],
    others: [individualBusinessRegulation('第三十七条')],
  }),
  /* 有经营能力 is nowhere said in more detail, so that it is judged by civil capacity [inference]. */
  ...capacityRules<IndividualBusinessFacts>({
    id: 'operator',
    whom: operatorOf,
    articles: [individualBusinessRegulation('第二条'), civilCode('第十八条')],
    birthDay: {
      zh: '证件号码不能表明出生日期的经营者应当填报出生日期：{person}',
      en: 'The birth day of an operator whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '经营者应当有经营能力：{person} 未满十六周岁',
      en: 'An operator has to be able to run a business: {person} is under 16',
    },
  }),
  ...personRules<IndividualBusinessFacts>(references),
  ...identityRules<IndividualBusinessFacts>(toBeVerified),
  ...materialRules(askedMaterials),
  ...creditRules({ asked }),
];

/** From the day on which the other establishments have theirs: all its articles hold by then. */
export const standard202502: Standard<IndividualBusinessFacts> = {
  item: 'establish-individual-business',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
};
