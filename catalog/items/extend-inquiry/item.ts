import type { Item } from '../../../lib/domain/standard/item.ts';
import { inquiriesWith } from '../../inquiries.ts';
import { deriveExtension, type ExtensionFacts, extendInquiryFacts, type FiledExtension } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 延长调查期限. */
export const extendInquiry: Item<FiledExtension, ExtensionFacts> = {
  id: 'extend-inquiry',
  kind: 'ex-officio',
  name: { zh: '虚假登记调查延期', en: 'Extension of an inquiry into a registration' },
  filed: extendInquiryFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveExtension,
  effect: ({ inquiry }, _, context) => ({
    kind: 'amend',
    course: { inquiries: inquiriesWith(context, inquiry, 'extendedOn') },
    licence: 'keep',
  }),
};
