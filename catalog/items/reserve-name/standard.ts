import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, nameProvisions } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { branchNameRules } from '../../rules/branch-name.ts';
import { enterpriseRules, onEnterprise, signerRules } from '../../rules/enterprise.ts';
import { identityRules } from '../../rules/identity.ts';
import { investorRules } from '../../rules/investors.ts';
import { through } from '../../rules/lens.ts';
import { citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { nameRules } from '../../rules/names.ts';
import { personRules, type Reference } from '../../rules/persons.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import { scopeRules } from '../../rules/scope.ts';
import { personsAmong } from '../filed-investor.ts';
import { branchNameOf, plainNameOf, type ReservationFacts } from './facts.ts';
import { formRules } from './forms.ts';
import { askedMaterials } from './materials.ts';

const references = ({ investors, signedBy, agent }: ReservationFacts): readonly Reference[] => [
  ...investors.flatMap((investor, index) =>
    investor.kind === 'person' ? [{ path: `/investors/${index}/person`, ref: investor.person }] : [],
  ),
  { path: '/signedBy', ref: signedBy },
  ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
];

const toBeVerified = ({ investors, signedBy, agent }: ReservationFacts): ReadonlySet<string> =>
  new Set([...personsAmong(investors), signedBy, ...(agent === undefined ? [] : [agent])]);

const declarationRules: readonly Rule<ReservationFacts>[] = [
  defect({
    id: 'reserve.branch',
    articles: [nameProvisions('第六条'), nameProvisions('第十三条')],
    zh: '分支机构的名称应当冠以其所从属企业的名称，其他经营主体的名称由行政区划名称、字号、行业或者经营特点、组织形式组成',
    en: 'The name of a branch is made of its enterprise’s, every other name of division, trade name, industry and form',
    check: ({ facts: { type, name } }) =>
      when((type === 'branch') !== (branchNameOf(name) !== undefined), '/name'),
  }),
  defect({
    id: 'reserve.applicant',
    articles: [nameProvisions('第十六条第一款'), nameProvisions('第十八条')],
    zh: '应当列明申请人（投资人、设立人、经营者），名称为其保留',
    en: 'The applicants (investors, founders, the operator) have to be named: the name is held for them',
    check: ({ facts: { enterprise, investors, type } }) =>
      when(enterprise === undefined && type !== 'branch' && investors.length === 0, '/investors'),
  }),
  defect({
    id: 'reserve.commitment',
    articles: [nameProvisions('第十六条第三款')],
    zh: '申请人应当承诺因其企业名称与他人企业名称近似侵犯他人合法权益的，依法承担法律责任',
    en: 'The applicants commit to answer by law if the name, by its likeness to another’s, infringes upon others',
    check: ({ facts }) => when(!facts.commitment, '/commitment'),
  }),
  review({
    id: 'reserve.set-up-approval',
    articles: [nameProvisions('第十八条第一款')],
    admits: ['register', 'return'],
    zh: '申报设立企业依法应当报经批准（{basis}），保留期为一年：应当核实是否依法须经批准',
    en: 'The set-up is said to need approval by {basis}, for which the name is held a year: judge whether it does',
    check: ({ facts: { setUpApproval } }) =>
      setUpApproval === undefined ? NONE : [{ path: '/setUpApproval', values: { ...setUpApproval } }],
  }),
];

interface Renaming extends ReservationFacts {
  readonly enterprise: string;
}

/** Where an enterprise in the register is to take the name. */
const renamingRules: readonly Rule<ReservationFacts>[] = through<ReservationFacts, Renaming>(
  {
    at: '',
    of: (facts) => (facts.enterprise === undefined ? undefined : { ...facts, enterprise: facts.enterprise }),
  },
  [
    ...enterpriseRules<Renaming>({ statusArticles: [implementingRules('第三十四条')] }),
    defect({
      id: 'reserve.enterprise-type',
      articles: [implementingRules('第三十四条'), nameProvisions('第十条')],
      zh: '名称应当按照该经营主体的类型（{typeName}）申报',
      en: 'The name is declared for the type the enterprise has: {typeName}',
      check: onEnterprise(({ type, typeName }, { facts }) =>
        when(type !== facts.type, '/type', { typeName }),
      ),
    }),
    ...signerRules<Renaming>([nameProvisions('第十六条第一款'), implementingRules('第十五条第一款')]),
  ],
);

const rules: readonly Rule<ReservationFacts>[] = [
  ...declarationRules,
  ...nameRules<ReservationFacts>({
    name: { at: '/name', of: ({ name }) => plainNameOf(name) },
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  ...formRules,
  ...branchNameRules<ReservationFacts>({ at: '/name', of: ({ name }) => branchNameOf(name) }),
  /* The approval of an item comes while the name is held (第十八条), so it is not asked for here. */
  ...scopeRules<ReservationFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }).filter(
    ({ id }) => id === 'scope.empty' || id === 'scope.named-twice',
  ),
  ...investorRules<ReservationFacts>({
    investors: { at: '/investors', of: ({ investors }) => investors },
    id: 'investors',
    word: { zh: '投资人', en: 'investor' },
    enterpriseEn: 'enterprise',
    articles: [nameProvisions('第十六条第三款')],
  }),
  ...personRules(references),
  ...identityRules(toBeVerified),
  ...renamingRules,
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<ReservationFacts> = {
  item: 'reserve-name',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
};
