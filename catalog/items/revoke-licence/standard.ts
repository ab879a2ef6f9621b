import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, penaltyLaw } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { decisionRules } from '../../rules/decision.ts';
import { exOfficioRule, officeRules } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import type { RevocationFacts } from './facts.ts';
import { groundRules } from './rules-ground.ts';
import { procedureRules } from './rules-procedure.ts';

const atHearing = ({ hearing }: RevocationFacts): boolean => hearing.kind === 'held';
const heard = { zh: '经过听证的', en: 'where a hearing was held' };

const askedMaterials: readonly AskedMaterial<RevocationFacts>[] = [
  {
    id: 'penalty-decision',
    name: { zh: '行政处罚决定书', en: 'The decision, as it was served' },
    articles: [penaltyLaw('第五十九条'), penaltyLaw('第六十一条')],
    needed: always,
  },
  {
    id: 'notice-of-penalty',
    name: {
      zh: '行政处罚（听证）告知书及送达凭证',
      en: 'Notice of the intended penalty and of the right to a hearing',
    },
    articles: [penaltyLaw('第四十四条'), penaltyLaw('第六十三条第一款')],
    needed: always,
  },
  /* A revocation is taken for a penalty of a grave violation [inference]. */
  {
    id: 'collective-decision',
    name: { zh: '行政机关负责人集体讨论记录', en: 'Record of the heads of the authority deciding together' },
    articles: [penaltyLaw('第五十七条第二款')],
    needed: always,
  },
  {
    id: 'hearing-record',
    name: { zh: '听证笔录（经过听证的提交）', en: 'Record of the hearing, where one was held' },
    articles: [penaltyLaw('第六十四条第八项'), penaltyLaw('第六十五条')],
    needed: atHearing,
    when: heard,
  },
  {
    id: 'legal-review',
    name: { zh: '法制审核意见（经过听证的提交）', en: 'Legal review, where a hearing was held' },
    articles: [penaltyLaw('第五十八条第一款第二项')],
    needed: atHearing,
    when: heard,
  },
];

const rules: readonly Rule<RevocationFacts>[] = [
  ...officeRules<RevocationFacts>({}, ({ responsible }) =>
    responsible === undefined ? [] : [{ path: '/responsible', ref: responsible }],
  ),
  ...groundRules,
  ...decisionRules<RevocationFacts>([penaltyLaw('第五十九条第一款第六项')]),
  ...procedureRules,
  ...materialRules(askedMaterials),
  exOfficioRule([penaltyLaw('第四十条'), penaltyLaw('第五十七条'), implementingRules('第六十四条第三款')], {
    zh: '应当由另一名工作人员核对处罚决定书的主体、事实、依据、程序、送达以及法定代表人是否负有个人责任后记入登记',
    en: 'Another officer checks whom the decision is against, its facts, grounds, procedure and service, and whether the legal representative is responsible, before it is entered',
  }),
];

export const standard202502: Standard<RevocationFacts> = {
  item: 'revoke-licence',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第六十四条第三款')]),
};
