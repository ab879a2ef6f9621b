import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import type { NameFacts } from '../../items/filed-name.ts';
import { companyLaw } from '../../laws.ts';
import type { Lens } from '../lens.ts';
import { defect, NONE, when } from '../rule.ts';

const companyForms: { readonly [Type in EnterpriseType]?: readonly string[] } = {
  'limited-company': ['有限责任公司', '有限公司'],
  'joint-stock-company': ['股份有限公司', '股份公司'],
};

/** `typeOf`: the type of the enterprise that bears the name; of others than companies nothing is found. */
export const companyFormRule = <Facts>(
  { at, of }: Lens<Facts, NameFacts>,
  typeOf: (examined: Case<Facts>) => EnterpriseType | undefined,
): Rule<Facts> =>
  defect({
    id: 'names.company-form',
    articles: [companyLaw('第七条')],
    zh: '公司名称中应当标明公司形式：{forms}',
    en: 'The name of a company shows its form: {forms}',
    check: (examined) => {
      const type = typeOf(examined);
      const forms = type === undefined ? undefined : companyForms[type];
      const form = of(examined.facts)?.form;
      if (forms === undefined || form === undefined) return NONE;
      return when(!forms.includes(form), `${at}/form`, { forms });
    },
  });
