import { nameProvisions } from '../../laws.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import type { AskedMaterial } from '../../rules/materials.ts';
import type { NameDeclaration } from '../filed-name.ts';
import { type MaterialKind, plainNameOf, type ReservationFacts } from './facts.ts';

/** What is declared of a relation to others and has to be shown. */
const SHOWN: readonly NameDeclaration[] = [
  'investment-relation',
  'name-acquired',
  'state-council-approval',
  'foreign-investor-trade-name',
  'controlling-enterprise',
];

export const askedMaterials: readonly AskedMaterial<ReservationFacts, MaterialKind>[] = [
  {
    id: 'name-documents',
    name: {
      zh: '名称所依据的投资关系、受让、授权、批准等证明（有此类情形的提交）',
      en: 'Proof of the investment, transfer, authorisation or approval the name rests on, where it does',
    },
    articles: [nameProvisions('第十六条第二款'), nameProvisions('第十六条第三款')],
    needed: ({ name }) => {
      const plain = plainNameOf(name);
      return (
        (plain?.contains ?? []).length > 0 ||
        (plain?.declares ?? []).some((declaration) => SHOWN.includes(declaration))
      );
    },
    when: {
      zh: '名称依据与他人的关系或者批准的',
      en: 'where the name rests on a relation to others or on an approval',
    },
  },
  agentAuthorisation(),
];
