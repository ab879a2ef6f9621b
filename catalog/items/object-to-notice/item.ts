import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { deriveObjection, type FiledObjection, type ObjectionFacts, objectToNoticeFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 对公告提出异议. */
export const objectToNotice: Item<FiledObjection, ObjectionFacts> = {
  id: 'object-to-notice',
  kind: 'announcement',
  name: { zh: '对公告提出异议', en: 'Objection to a notice' },
  filed: objectToNoticeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveObjection,
  /* Counted on the notice, once for each filing; who objects and why stays with the filing. */
  effect: ({ notice }, _facts, { enterprise }) => {
    const { notices = [] } = enterprise ?? {};
    const latest = findNotice(notices, notice);
    return {
      kind: 'amend',
      course: {
        notices: notices.map((one) => (one === latest ? { ...one, objections: one.objections + 1 } : one)),
      },
      licence: 'keep',
    };
  },
};
