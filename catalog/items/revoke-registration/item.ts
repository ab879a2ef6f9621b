import type { Item } from '../../../lib/domain/standard/item.ts';
import { nameRestored } from '../../undone.ts';
import {
  deriveRevocation,
  type FiledRevocation,
  type RevocationFacts,
  revokeRegistrationFacts,
} from './facts.ts';
import { revocationOf } from './outcome.ts';
import { standard202502 } from './standard.ts';

/** 撤销登记. */
export const revokeRegistration: Item<FiledRevocation, RevocationFacts> = {
  id: 'revoke-registration',
  kind: 'ex-officio',
  name: { zh: '撤销市场主体登记', en: 'Revocation of a false registration' },
  filed: revokeRegistrationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveRevocation,
  undoes: ({ concerns }) => concerns,
  claimedName: (_, undone) => nameRestored(undone),
  effect: (_, facts, context) => revocationOf(facts, context),
};
