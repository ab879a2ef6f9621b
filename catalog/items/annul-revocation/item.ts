import type { RegisterChange, RegisterContext } from '../../../lib/domain/registration/register-change.ts';
import { undo } from '../../../lib/domain/registration/undo.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { nameRestored, undoing } from '../../undone.ts';
import { type AnnulmentFacts, annulRevocationFacts, deriveAnnulment, type FiledAnnulment } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 恢复原登记状态. The name that the wrong revocation brought back was never to be borne, and leaves nothing behind. */
function annulled({ decision }: AnnulmentFacts, { enterprise, undone }: RegisterContext): RegisterChange {
  if (enterprise === undefined || undone === undefined) return { kind: 'amend', licence: 'keep' };
  const { documentNumber: number, decidedOn } = decision;
  return {
    ...undoing(undone, undo(undone, enterprise), enterprise.status, 'released'),
    annulsRecordsOf: { filing: undone.filing, document: { number, decidedOn } },
  };
}

/** 撤销错误的撤销登记决定. */
export const annulRevocation: Item<FiledAnnulment, AnnulmentFacts> = {
  id: 'annul-revocation',
  kind: 'ex-officio',
  name: { zh: '撤销错误的撤销登记决定、恢复原登记状态', en: 'Annulment of a wrong revocation' },
  guidance: [
    {
      zh: '直接责任人因该撤销登记决定产生的信用记录随本事项一并撤销；由另一地区机关发布的，由该机关撤销',
      en: 'The credit record of whoever was held responsible is annulled with this; one that an authority of the other side published, by that authority',
    },
  ],
  filed: annulRevocationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveAnnulment,
  undoes: ({ revocation }) => revocation,
  claimedName: (_, undone) => nameRestored(undone),
  effect: (_, facts, context) => annulled(facts, context),
};
