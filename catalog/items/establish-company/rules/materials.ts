import { askedMaterials } from '../materials.ts';
import { type CompanyRule, defect, when } from '../rule.ts';

/** One rule for each material that some filing needs, with its own articles. */
export const materialRules: readonly CompanyRule[] = askedMaterials.map(({ id, name, articles, needed }) =>
  defect({
    id: `materials.${id}`,
    articles,
    zh: `缺少材料：${name.zh}`,
    en: `Missing: ${name.en}`,
    check: ({ facts }) =>
      when(needed(facts) && !facts.materials.some(({ kind }) => kind === id), '/materials'),
  }),
);
