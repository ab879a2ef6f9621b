import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, nameProvisions, partnershipLaw, soleProprietorshipLaw } from '../../laws.ts';
import { fullName } from '../../names.ts';
import { addressRules } from '../../rules/address.ts';
import { companyFormRule } from '../../rules/companies/name-form.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import type { Lens } from '../../rules/lens.ts';
import { stoppedNameRules } from '../../rules/name-orders.ts';
import { nameRules } from '../../rules/names.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import { scopeRules } from '../../rules/scope.ts';
import type { NameFacts } from '../filed-name.ts';
import { type ChangeFacts, placeIn } from './facts.ts';
import { type PartnershipKind, partnershipKindAfter } from './members.ts';

const name: Lens<ChangeFacts, NameFacts> = { at: '/changes/name', of: ({ changes }) => changes.name };

/** Words of other types and their liability; those of a company's own form are told by 公司法 第七条. */
const formsOfOthers: { readonly [Type in EnterpriseType]?: readonly string[] } = {
  'sole-proprietorship': ['有限', '公司', '股份', '集团', '合伙', '个体', '合作社'],
  partnership: ['有限', '公司', '股份', '集团', '独资', '个体', '合作社'],
  'non-company-legal-person': ['公司', '有限责任', '合伙', '独资', '个体', '专业合作社'],
  cooperative: ['公司', '有限', '股份', '合伙', '独资', '个体'],
  'individual-business': ['公司', '有限', '股份', '合伙', '独资', '专业合作社'],
};

const marks: Readonly<Record<PartnershipKind, string>> = {
  general: '普通合伙',
  'special-general': '特殊普通合伙',
  limited: '有限合伙',
};

const nameForms: readonly Rule<ChangeFacts>[] = [
  companyFormRule<ChangeFacts>(name, ({ evidence }) => evidence.enterprise?.type),
  ...forTypes<ChangeFacts>(
    ['partnership'],
    [
      defect({
        id: 'names.partnership-form',
        articles: [partnershipLaw('第十五条'), partnershipLaw('第五十六条'), partnershipLaw('第六十二条')],
        zh: '合伙企业名称中应当标明“{mark}”字样；类型变更的，名称一并变更',
        en: 'The name of a partnership shows “{mark}”; where its kind changes, the name changes with it',
        check: onEnterprise((enterprise, { facts }) => {
          const { name: filed, partnershipKind } = facts.changes;
          if (filed === undefined && partnershipKind === undefined) return NONE;
          const kind = partnershipKindAfter(enterprise, facts);
          const shown = Object.values(marks).filter((mark) =>
            (filed?.form ?? enterprise.name ?? '').includes(mark),
          );
          const plain = shown.includes(marks['special-general'])
            ? shown.filter((mark) => mark !== marks.general)
            : shown;
          const right = plain.length === 1 && plain[0] === marks[kind];
          return when(!right, filed === undefined ? '/changes/partnershipKind' : '/changes/name/form', {
            mark: marks[kind],
          });
        }),
      }),
    ],
  ),
  defect({
    id: 'names.form-of-others',
    articles: [nameProvisions('第十条'), nameProvisions('第十一条第八项'), soleProprietorshipLaw('第十一条')],
    zh: '名称的组织形式不得使用与其类型不符的字样：{words}',
    en: 'The form in the name may not hold words of another type: {words}',
    check: onEnterprise(({ type }, { facts: { changes } }) => {
      const form = (changes.name?.form ?? '').replaceAll(/特殊普通合伙|普通合伙|有限合伙/g, (mark) =>
        type === 'partnership' ? '' : mark,
      );
      const words = (formsOfOthers[type] ?? []).filter((word) => form.includes(word));
      return when(words.length > 0, '/changes/name/form', { words });
    }),
  }),
  ...forTypes<ChangeFacts>(
    ['branch'],
    [
      defect({
        id: 'names.branch-taken',
        articles: [nameProvisions('第十七条'), nameProvisions('第十三条')],
        zh: '同一登记机关已有名称相同的分支机构：{claimed}',
        en: 'Another branch with the same authority bears the name: {claimed}',
        check: ({ facts: { changes }, evidence, on }) => {
          const { branchName: claimed } = changes;
          if (claimed === undefined) return NONE;
          const taken = evidence.nameClaims.some(
            ({ name, state, until }) =>
              name === claimed &&
              (state === 'registered' || (state === 'reserved' && (until === undefined || on < until))),
          );
          return when(taken, '/changes/branchName', { claimed });
        },
      }),
      /* The name of the enterprise it belongs to is no evidence of this case, and the article leaves its endings open. */
      review({
        id: 'names.branch',
        articles: [nameProvisions('第十三条')],
        admits: ['register', 'return', 'refuse'],
        zh: '分支机构名称应当冠以其所从属企业的现名称，并缀以“分公司”、“分厂”、“分店”等字词：{name}',
        en: 'The name of a branch is that of its enterprise as it is now, with a word such as 分公司, 分厂 or 分店 behind it: {name}',
        check: ({ facts: { changes } }) =>
          changes.branchName === undefined
            ? NONE
            : [{ path: '/changes/branchName', values: { name: changes.branchName } }],
      }),
    ],
  ),
  /* The register keeps no parts of a name, so that which division it shows is judged. */
  review({
    id: 'names.division-left',
    articles: [nameProvisions('第七条')],
    admits: ['register', 'return'],
    zh: '迁至另一行政区划而名称不变：应当核实名称中的行政区划名称是否仍为企业所在地的县级以上地方行政区划名称',
    en: 'It moves to another division under the same name: judge whether the division in the name is still one of its place',
    check: onEnterprise((enterprise, { facts }) => {
      const [field, place] = placeIn(facts.changes) ?? [];
      const named = enterprise.name !== undefined && facts.changes.name === undefined;
      return when(named && place?.inOtherDivision === true, `/changes/${field}`);
    }),
  }),
];

/** 住所, 主要经营场所 or 经营场所, whichever is filed; that it is the one of the type is another rule's. */
const placeRules: readonly Rule<ChangeFacts>[] = addressRules<ChangeFacts>(
  { at: '', of: ({ changes }) => placeIn(changes)?.[1] },
  { zh: '住所（主要经营场所、经营场所）', en: 'place', articles: [implementingRules('第三十五条')] },
).map((rule) => ({
  ...rule,
  check: (examined) => {
    const [field] = placeIn(examined.facts.changes) ?? [];
    return rule.check(examined).map(({ path, ...found }) => ({ ...found, path: `/changes/${field}${path}` }));
  },
}));

export const nameAndPlaceRules: readonly Rule<ChangeFacts>[] = [
  ...nameRules<ChangeFacts>({
    name,
    scope: ({ changes }, { enterprise }) =>
      changes.businessScope?.map(({ text }) => text) ?? enterprise?.businessScope ?? [],
  }),
  ...nameForms,
  ...stoppedNameRules<ChangeFacts>(
    ({ changes: { name: whole, branchName } }) => {
      if (whole !== undefined)
        return { path: '/changes/name', name: fullName(whole), tradeName: whole.tradeName };
      return branchName === undefined ? undefined : { path: '/changes/branchName', name: branchName };
    },
    ({ changes: { name: whole, branchName, givesUpName } }) =>
      whole === undefined && branchName === undefined && givesUpName === undefined,
  ),
  ...placeRules,
  ...scopeRules<ChangeFacts>({
    at: '/changes/businessScope',
    of: ({ changes }) => changes.businessScope,
  }),
];
