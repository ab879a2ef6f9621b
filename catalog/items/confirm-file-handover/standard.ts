import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { officeRules } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import type { HandoverFacts } from './facts.ts';

/** By which an enterprise goes over to another authority: it moves, or becomes of a type that another registers. */
const MOVES: readonly string[] = ['migrate-enterprise', 'change-company-type', 'restructure-into-company'];

const askedMaterials: readonly AskedMaterial<HandoverFacts>[] = [
  {
    id: 'file-list',
    name: { zh: '登记档案移交清单', en: 'List of the files handed over' },
    articles: [implementingRules('第六十二条')],
    needed: always,
  },
];

const rules: readonly Rule<HandoverFacts>[] = [
  ...officeRules<HandoverFacts>({
    statuses: [...STANDING, 'cancelled'],
    statusArticles: [implementingRules('第六十二条')],
  }).filter(({ id }) => id !== 'enterprise.status'),
  defect({
    id: 'handover.none',
    articles: [implementingRules('第六十二条')],
    zh: '没有待移交的登记档案',
    en: 'There is no file to be handed over',
    check: onEnterprise(({ handover }) =>
      when(handover === undefined || handover.doneOn !== undefined, '/enterprise'),
    ),
  }),
  defect({
    id: 'handover.day',
    articles: [implementingRules('第六十二条')],
    zh: '移交之日 {handedOverOn} 应当在迁移登记之日以后、今日以前',
    en: 'The day of the handover, {handedOverOn}, lies between the move and today',
    check: onEnterprise(({ steps }, { facts: { handedOverOn }, on }) => {
      const movedOn = steps.findLast(({ item }) => MOVES.includes(item))?.on ?? handedOverOn;
      return when(handedOverOn > on || handedOverOn < movedOn, '/handedOverOn', { handedOverOn });
    }),
  }),
  note({
    id: 'handover.late',
    articles: [implementingRules('第六十二条'), registrationRegulation('第二十七条')],
    zh: '登记档案应当于三个月内（{dueOn} 前）移交',
    en: 'The file was due within three months, by {dueOn}',
    check: onEnterprise(({ handover }, { facts: { handedOverOn } }) =>
      handover === undefined
        ? NONE
        : when(handedOverOn > handover.dueOn, '/handedOverOn', { dueOn: handover.dueOn }),
    ),
  }),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<HandoverFacts> = {
  item: 'confirm-file-handover',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第六十二条')]),
};
