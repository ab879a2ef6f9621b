import type { RegisterChange, RegisterContext } from '../../../lib/domain/registration/register-change.ts';
import { undo } from '../../../lib/domain/registration/undo.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { nameRestored, undoing } from '../../undone.ts';
import { type AnnulmentFacts, annulRevocationFacts, deriveAnnulment, type FiledAnnulment } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 恢复原登记状态. The name that the wrong revocation brought back was never to be borne, and leaves nothing behind. */
const annulled = ({ enterprise, undone }: RegisterContext): RegisterChange =>
  enterprise === undefined || undone === undefined
    ? { kind: 'amend', licence: 'keep' }
    : undoing(undone, undo(undone, enterprise), enterprise.status, 'released');

/** 撤销错误的撤销登记决定. */
export const annulRevocation: Item<FiledAnnulment, AnnulmentFacts> = {
  id: 'annul-revocation',
  kind: 'ex-officio',
  name: { zh: '撤销错误的撤销登记决定、恢复原登记状态', en: 'Annulment of a wrong revocation' },
  guidance: [
    {
      zh: '直接责任人的信用记录不随本事项终止，应当由发布机关另行撤销',
      en: 'The credit record of whoever was held responsible does not end with this: who published it annuls it',
    },
  ],
  filed: annulRevocationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveAnnulment,
  undoes: ({ revocation }) => revocation,
  claimedName: (_, undone) => nameRestored(undone),
  effect: (_, __, context) => annulled(context),
};
