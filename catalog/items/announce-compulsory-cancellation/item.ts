import type { Item } from '../../../lib/domain/standard/item.ts';
import { withNotice } from '../../notices.ts';
import {
  type AnnouncementFacts,
  announceCompulsoryCancellationFacts,
  deriveAnnouncement,
  type FiledAnnouncement,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 强制注销公告. */
export const announceCompulsoryCancellation: Item<FiledAnnouncement, AnnouncementFacts> = {
  id: 'announce-compulsory-cancellation',
  kind: 'ex-officio',
  name: { zh: '强制注销公告', en: 'Notice of cancellation by office' },
  filed: announceCompulsoryCancellationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveAnnouncement,
  effect: ({ days }, _, context) => ({
    kind: 'amend',
    course: { notices: withNotice(context, 'compulsory-cancellation', days) },
    licence: 'keep',
  }),
};
