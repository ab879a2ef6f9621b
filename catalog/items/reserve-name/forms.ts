import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  companyLaw,
  cooperativeLaw,
  nameProvisions,
  partnershipLaw,
  soleProprietorshipLaw,
} from '../../laws.ts';
import { judgedMarkRule, nameFormRules } from '../../rules/name-form.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import { plainNameOf, type ReservationFacts } from './facts.ts';

type Named = Exclude<EnterpriseType, 'branch'>;

/** Words of other forms, which a form may not hold; `only`: the forms that law leaves a type. */
interface FormOf {
  readonly only?: readonly string[];
  readonly ends?: readonly string[];
  readonly barred: readonly string[];
}

const forms: Readonly<Record<Named, FormOf>> = {
  'limited-company': { only: ['有限责任公司', '有限公司'], barred: [] },
  'joint-stock-company': { only: ['股份有限公司', '股份公司'], barred: [] },
  'non-company-legal-person': { barred: ['有限', '股份', '合伙', '独资', '合作社'] },
  'sole-proprietorship': { barred: ['公司', '有限', '股份', '合伙', '合作社'] },
  partnership: { barred: ['公司', '有限责任', '有限公司', '股份', '独资', '合作社'] },
  cooperative: {
    ends: ['合作社', '联合社'],
    barred: ['公司', '企业', '有限', '股份', '合伙', '独资'],
  },
  'individual-business': {
    barred: ['公司', '企业', '有限', '股份', '合伙', '独资', '合作社', '集团'],
  },
};

const MARKS = { general: '普通合伙', 'special-general': '特殊普通合伙', limited: '有限合伙' } as const;

/** The kind of partnership a form tells, by the one mark it holds. */
function kindsTold(form: string): readonly (keyof typeof MARKS)[] {
  const rest = form.replaceAll(MARKS['special-general'], '');
  return [
    ...(rest === form ? [] : (['special-general'] as const)),
    ...(rest.includes(MARKS.general) ? (['general'] as const) : []),
    ...(rest.includes(MARKS.limited) ? (['limited'] as const) : []),
  ];
}

/** Whether the form fits the type: what its law has it end with, and no word of another's. */
function fits(type: Named, { form }: { readonly form: string }): boolean {
  const { only, ends, barred } = forms[type];
  if (only !== undefined) return only.includes(form);
  if (ends !== undefined && !ends.some((ending) => form.endsWith(ending))) return false;
  return !barred.some((word) => form.includes(word));
}

const lens = {
  at: '/name',
  of: ({ type, name }: ReservationFacts) =>
    type === 'branch' || forms[type].only !== undefined ? undefined : plainNameOf(name),
};

/** 组织形式 as the law of each type has it (企业名称登记管理规定 第十条; co-operatives and 个体工商户: 第二十五条). */
export const formRules: readonly Rule<ReservationFacts>[] = [
  defect({
    id: 'reserve.form',
    articles: [
      nameProvisions('第十条'),
      nameProvisions('第十一条第八项'),
      nameProvisions('第二十五条'),
      companyLaw('第七条'),
      soleProprietorshipLaw('第十一条'),
      cooperativeLaw('第十二条第四项'),
    ],
    zh: '名称应当标明与该类型的组织结构或者责任形式一致的组织形式：{form}',
    en: 'The name shows the organisational form of this type and of no other: {form}',
    check: ({ facts: { type, name } }) => {
      const plain = plainNameOf(name);
      if (plain === undefined || type === 'branch') return NONE;
      return when(!fits(type, plain), '/name/form', { form: plain.form });
    },
  }),
  defect({
    id: 'reserve.partnership-mark',
    articles: [partnershipLaw('第十五条'), partnershipLaw('第五十六条'), partnershipLaw('第六十二条')],
    zh: '合伙企业名称中应当标明“普通合伙”“特殊普通合伙”或者“有限合伙”字样，并与其类型一致：{form}',
    en: 'The name of a partnership shows 普通合伙, 特殊普通合伙 or 有限合伙 as its kind is: {form}',
    check: ({ facts: { type, partnership, name } }) => {
      const plain = plainNameOf(name);
      if (plain === undefined || type !== 'partnership') return NONE;
      const told = kindsTold(plain.form);
      const wrong = told.length !== 1 || (partnership !== undefined && told[0] !== partnership);
      return when(wrong, '/name/form', { form: plain.form });
    },
  }),
  judgedMarkRule<ReservationFacts>(
    {
      id: 'reserve.sole-proprietorship-mark',
      name: lens,
      mark: '个人独资',
      articles: [soleProprietorshipLaw('第十一条')],
      applies: ({ type }) => type === 'sole-proprietorship',
    },
    ['register', 'return'],
  ),
  ...nameFormRules<ReservationFacts>({ name: lens, ofOthers: [], articles: [] }).filter(
    ({ id }) => id === 'names.form-characters',
  ),
];
