import type { Item } from '../../../lib/domain/standard/item.ts';
import { inquiriesWith } from '../../inquiries.ts';
import { type ClosingFacts, closeInquiryFacts, deriveClosing, type FiledClosing } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 不予撤销登记. */
export const closeInquiry: Item<FiledClosing, ClosingFacts> = {
  id: 'close-inquiry',
  kind: 'ex-officio',
  name: { zh: '虚假登记调查终结（不予撤销）', en: 'End of an inquiry without a revocation' },
  filed: closeInquiryFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveClosing,
  effect: ({ inquiry }, _, context) => ({
    kind: 'amend',
    course: { inquiries: inquiriesWith(context, inquiry, 'closedOn') },
    licence: 'keep',
  }),
};
