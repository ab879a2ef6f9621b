import type { Item } from '../../../lib/domain/standard/item.ts';
import { confirmFileHandoverFacts, deriveHandover, type FiledHandover, type HandoverFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 登记档案移交确认: by an officer of the authority that has the file, or of the one that receives it. */
export const confirmFileHandover: Item<FiledHandover, HandoverFacts> = {
  id: 'confirm-file-handover',
  kind: 'ex-officio',
  name: { zh: '登记档案移交确认', en: 'Confirmation that a file was handed over' },
  filed: confirmFileHandoverFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveHandover,
  effect: ({ handedOverOn }, _, { enterprise }) => ({
    kind: 'amend',
    ...(enterprise?.handover && {
      course: { handover: { ...enterprise.handover, doneOn: handedOverOn } },
    }),
    licence: 'keep',
  }),
};
