import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { decisionRules } from '../../rules/decision.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { restoredNameRule } from '../../rules/restored-name.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { AnnulmentFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<AnnulmentFacts>[] = [
  {
    id: 'decision',
    name: {
      zh: '登记机关或者其上级机关认定撤销登记决定错误的文件',
      en: 'Decision of the authority or of the one above it that the revocation was wrong',
    },
    articles: [registrationRegulation('第四十二条')],
    needed: always,
  },
];

const rules: readonly Rule<AnnulmentFacts>[] = [
  ...standingRules<AnnulmentFacts>(),
  defect({
    id: 'annulment.not-a-revocation',
    articles: [registrationRegulation('第四十二条')],
    zh: '该办件不是对该经营主体的撤销登记决定：{revocation}',
    en: 'That filing did not revoke a registration of this enterprise: {revocation}',
    check: ({ facts: { revocation }, evidence: { undone } }) =>
      when(undone?.item !== 'revoke-registration', '/revocation', { revocation }),
  }),
  review({
    id: 'annulment.changed-again',
    articles: [registrationRegulation('第四十二条')],
    admits: ['register', 'return'],
    zh: '撤销登记所改变的事项（{fields}）后来又变更登记，保持现状：应当核实能否恢复原登记状态',
    en: 'What the revocation changed ({fields}) was changed again later and stays as it is: judge whether what was registered can be restored',
    check: ({ evidence: { undone } }) =>
      undone === undefined || undone.changedAgain.length === 0
        ? NONE
        : [{ path: '/revocation', values: { fields: undone.changedAgain } }],
  }),
  restoredNameRule('annulment.name-taken', '/revocation', [registrationRegulation('第四十二条')]),
  ...decisionRules<AnnulmentFacts>([registrationRegulation('第四十二条')]),
  ...materialRules(askedMaterials),
  exOfficioRule([registrationRegulation('第四十二条')], {
    zh: '应当由另一名工作人员核对认定错误的文件后恢复原登记状态，并向社会公示',
    en: 'Another officer checks the decision, before what was registered is restored and published',
  }),
];

export const standard202502: Standard<AnnulmentFacts> = {
  item: 'annul-revocation',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([registrationRegulation('第四十二条')]),
};
