import { enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { branchesFirst, licenceUnreturned } from '../../rules/ending.ts';
import { enterpriseRules } from '../../rules/enterprise.ts';
import type { Lens } from '../../rules/lens.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { type SimplePart, simpleCancellationRules } from '../../rules/simple-cancellation.ts';
import { simpleMaterials } from '../../rules/simple-materials.ts';
import { agentAuthorisation, stepRules } from '../../rules/step.ts';
import type { materialKinds, SimpleFacts } from './facts.ts';
import { DAYS_TO_APPLY, noticeRules } from './notice.ts';

export const simplePart: Lens<SimpleFacts, SimplePart> = { at: '', of: (facts) => facts };

const askedMaterials: readonly AskedMaterial<SimpleFacts, (typeof materialKinds)[number]>[] = [
  ...simpleMaterials<SimpleFacts>(),
  agentAuthorisation,
];

const committed = ({ commitment }: SimpleFacts) =>
  commitment.flatMap((one, index) =>
    one.kind === 'person' ? [{ path: `/commitment/${index}/person`, ref: one.person }] : [],
  );

const rules: readonly Rule<SimpleFacts>[] = [
  ...enterpriseRules<SimpleFacts>({
    /* Individual businesses need no notice and have an item of their own; branches [inference], as 条例 第二条 counts them. */
    types: enterpriseTypes.filter((type) => type !== 'individual-business'),
    typeArticles: [registrationRegulation('第三十三条第三款')],
    statusArticles: [registrationRegulation('第三十三条第四款'), implementingRules('第四十八条第四项')],
  }),
  ...noticeRules,
  branchesFirst(),
  ...simpleCancellationRules(simplePart),
  ...stepRules<SimpleFacts>({
    references: committed,
    /* Whoever commits themselves for the whole (实施细则 第十六条第一款第二项、第三项). */
    verified: (facts) => committed(facts).map(({ ref }) => ref),
  }),
  ...materialRules(askedMaterials),
  licenceUnreturned(),
];

export const standard202502: Standard<SimpleFacts> = {
  item: 'cancel-simple',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS_TO_APPLY,
      from: { zh: '公示期届满之日', en: 'the end of the notice' },
      articles: [
        registrationRegulation('第三十三条第二款'),
        companyLaw('第二百四十条第二款'),
        implementingRules('第四十九条第二款'),
      ],
    },
  ],
};
