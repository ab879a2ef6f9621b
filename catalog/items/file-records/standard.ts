import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { creditRules } from '../../rules/credit.ts';
import { enterpriseRules } from '../../rules/enterprise.ts';
import { citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { stepRules } from '../../rules/step.ts';
import { contributionRules } from './contributions.ts';
import type { RecordsFacts } from './facts.ts';
import { generalRules } from './general.ts';
import { askedMaterials } from './materials.ts';
import { memberRules } from './members.ts';
import { organRules } from './organs.ts';
import { ownerRules } from './owners.ts';
import { asked, newMemberIdentity, officers, references, verified } from './persons.ts';

const rules: readonly Rule<RecordsFacts>[] = [
  ...enterpriseRules<RecordsFacts>({}),
  ...generalRules,
  ...contributionRules,
  ...organRules,
  ...memberRules,
  ...ownerRules,
  ...stepRules<RecordsFacts>({ references, verified }),
  ...newMemberIdentity,
  ...materialRules(askedMaterials),
  /* Who is barred from registration (条例 第四十条第三款) is not barred from filing. */
  ...creditRules({ asked, barrable: officers }).filter(({ id }) => id !== 'credit.registration-bar'),
];

export const standard202502: Standard<RecordsFacts> = {
  item: 'file-records',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: 30,
      from: { zh: '作出变更决议、决定或者法定变更事项发生之日', en: 'the decision, or the event' },
      articles: [registrationRegulation('第二十九条')],
    },
    {
      days: 90,
      from: {
        zh: '农民专业合作社成员变更的，本会计年度终了之日',
        en: 'the end of the accounting year, of a change of members of a co-operative',
      },
      articles: [registrationRegulation('第二十九条')],
    },
  ],
};
