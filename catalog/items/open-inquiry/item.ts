import type { Item } from '../../../lib/domain/standard/item.ts';
import { withInquiry } from '../../inquiries.ts';
import { deriveOpening, type FiledOpening, type OpeningFacts, openInquiryFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 依职权调查. */
export const openInquiry: Item<FiledOpening, OpeningFacts> = {
  id: 'open-inquiry',
  kind: 'ex-officio',
  name: { zh: '虚假登记调查立案（依职权）', en: 'Inquiry by office into a registration' },
  filed: openInquiryFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveOpening,
  effect: ({ concerns }, _, context) => ({
    kind: 'amend',
    course: { inquiries: withInquiry(context, concerns) },
    licence: 'keep',
  }),
};
