import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw, nameProvisions } from '../../laws.ts';
import { byReference, namesByReference } from '../../rules/by-reference.ts';
import { nameRules } from '../../rules/names.ts';
import { defect, when } from '../../rules/rule.ts';
import type { CooperativeFacts } from './facts.ts';

const UNION = '联合社';

export const cooperativeNames: readonly Rule<CooperativeFacts>[] = byReference(
  [
    ...nameRules<CooperativeFacts>({
      name: { at: '/name', of: ({ name }) => name },
      scope: ({ businessScope }) => businessScope.map(({ text }) => text),
    }),
    defect<CooperativeFacts>({
      id: 'names.form-of-kind',
      articles: [nameProvisions('第十条'), cooperativeLaw('第十六条第二款'), cooperativeLaw('第五十七条')],
      zh: '农民专业合作社的名称标明“专业合作社”，联合社的标明“专业合作社联合社”：{form}',
      en: 'The name of a co-operative ends with 专业合作社, that of a union with 专业合作社联合社: {form}',
      check: ({ facts: { kind, name } }) =>
        when(name.form.endsWith(UNION) !== (kind === 'union'), '/name/form', { form: name.form }),
    }),
  ],
  namesByReference,
);
