import type { ClaimedName } from '../../../lib/domain/registration/register-change.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { incentivesAskedBy } from '../../rules/materials.ts';
import { type BranchFacts, deriveBranch, establishBranchFacts, type FiledBranch } from './facts.ts';
import { askedMaterials } from './materials.ts';
import { establishedBranch } from './outcome.ts';
import { asked, incentives } from './persons.ts';
import { standard202502 } from './standard.ts';

/** Under the whole name: nobody but a branch of the same enterprise can come to bear it. */
const claimed = ({ name }: FiledBranch): ClaimedName => ({ tradeName: name, name });

/** 分支机构设立登记, of every type of enterprise that has branches; not of foreign companies. */
export const establishBranch: Item<FiledBranch, BranchFacts> = {
  id: 'establish-branch',
  kind: 'registration',
  name: { zh: '分支机构设立登记', en: 'Establishment of a branch' },
  guidance: [
    {
      zh: '本事项不适用于外国公司分支机构',
      en: 'This is not for branches of foreign companies',
    },
  ],
  filed: establishBranchFacts,
  standards: [standard202502],
  matter: ({ placeOfBusiness, parent }) => ({
    about: 'place',
    division: placeOfBusiness.division,
    type: 'branch',
    stateInvestor: 'none',
    parent: parent.code,
  }),
  derive: deriveBranch,
  claimedName: claimed,
  incentivesAsked: incentivesAskedBy(askedMaterials, incentives),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedBranch(filed, facts, place),
    name: claimed(filed),
  }),
};
