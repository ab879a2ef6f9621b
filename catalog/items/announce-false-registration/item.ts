import type { Item } from '../../../lib/domain/standard/item.ts';
import { withNotice } from '../../notices.ts';
import { NOTICE_DAYS } from '../../rules/false-registration.ts';
import {
  type AnnouncementFacts,
  announceFalseRegistrationFacts,
  deriveAnnouncement,
  type FiledAnnouncement,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 涉嫌虚假登记公示. The day of registration and what was registered stand in the register beside the notice. */
export const announceFalseRegistration: Item<FiledAnnouncement, AnnouncementFacts> = {
  id: 'announce-false-registration',
  kind: 'ex-officio',
  name: { zh: '涉嫌虚假登记公示', en: 'Notice of a registration that seems false' },
  filed: announceFalseRegistrationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveAnnouncement,
  effect: (_, __, context) => ({
    kind: 'amend',
    course: { notices: withNotice(context, 'false-registration', NOTICE_DAYS) },
    licence: 'keep',
  }),
};
