import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { personRules, type Reference } from '../../rules/persons.ts';
import type { TakeOverFacts } from './facts.ts';
import { takeOverRules } from './rules.ts';

const askedMaterials: readonly AskedMaterial<TakeOverFacts>[] = [
  {
    id: 'register-extract',
    name: { zh: '原登记系统的登记信息和档案摘录', en: 'Extract of the register and the file it was kept in' },
    articles: [implementingRules('第五十九条')],
    needed: always,
  },
];

const references = ({ heads, members, offices }: TakeOverFacts): readonly Reference[] => [
  ...heads.map((head, index) =>
    head.kind === 'person'
      ? { path: `/heads/${index}/person`, ref: head.person }
      : { path: `/heads/${index}/representative`, ref: head.representative },
  ),
  ...members.flatMap((member, index) =>
    member.kind === 'person' ? [{ path: `/members/${index}/person`, ref: member.person }] : [],
  ),
  ...offices.map(({ person }, index) => ({ path: `/offices/${index}/person`, ref: person })),
];

const rules: readonly Rule<TakeOverFacts>[] = [
  ...takeOverRules,
  ...personRules<TakeOverFacts>(references),
  ...materialRules(askedMaterials),
  exOfficioRule([implementingRules('第五条第二款'), registrationRegulation('第八条')], {
    zh: '应当由另一名工作人员与原登记信息逐项核对后接管；接管不是登记，不改变登记事项',
    en: 'Another officer compares every item with what was registered; it is taken over as it is, and nothing of it is registered anew',
  }),
];

export const standard202502: Standard<TakeOverFacts> = {
  item: 'take-over-registration',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第五条第二款')]),
};
