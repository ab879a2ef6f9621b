import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { cooperativeLaw, implementingRules } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { citizenRules } from '../../rules/citizens.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { materialRules } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { scopeRules } from '../../rules/scope.ts';
import { businessRules } from './business.ts';
import { cooperativeCapacity } from './capacity.ts';
import { cooperativeCapital } from './capital.ts';
import type { CooperativeFacts } from './facts.ts';
import { foundingRules } from './founding.ts';
import { askedMaterials, materials } from './materials.ts';
import { memberRules } from './members.ts';
import { cooperativeNames } from './names.ts';
import { officeRules } from './offices.ts';
import { asked, memberPersons, references, toBeVerified } from './persons.ts';
import { unionRules } from './union.ts';

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<CooperativeFacts>[] = [
  ...cooperativeNames,
  ...addressRules<CooperativeFacts>(
    { at: '/address', of: ({ address }) => address },
    {
      zh: '住所',
      en: 'address',
      articles: [cooperativeLaw('第十二条第四项'), implementingRules('第六条第五项')],
    },
  ),
  ...scopeRules<CooperativeFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...businessRules,
  ...cooperativeCapital,
  ...memberRules,
  ...unionRules,
  ...citizenRules<CooperativeFacts>({
    id: 'members',
    whom: memberPersons,
    word: { zh: '成员', en: 'member' },
    articles: [cooperativeLaw('第十九条第一款')],
  }),
  ...cooperativeCapacity,
  ...foundingRules,
  ...officeRules,
  ...personRules<CooperativeFacts>(references),
  ...identityRules<CooperativeFacts>(toBeVerified),
  ...materialRules(askedMaterials),
  ...creditRules({ asked }),
];

/** From the day on which the other establishments have theirs: all its articles hold by then. */
export const standard202502: Standard<CooperativeFacts> = {
  item: 'establish-cooperative',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
};
