import type { Item } from '../../../lib/domain/standard/item.ts';
import { inquiriesResting } from '../../inquiries.ts';
import { deriveRest, type FiledRest, type RestFacts, suspendInquiryFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 中止调查. It rests from the day this is registered, until it is resumed. */
export const suspendInquiry: Item<FiledRest, RestFacts> = {
  id: 'suspend-inquiry',
  kind: 'ex-officio',
  name: { zh: '虚假登记调查中止', en: 'Suspension of an inquiry into a registration' },
  guidance: [
    {
      zh: '经当事人或者其他利害关系人申请，登记机关可以中止调查；中止期间不计入调查期限，中止的事由消除后恢复调查',
      en: 'A party, or another who is interested, asks for it, and the authority may let the inquiry rest; those days are not counted, and it goes on once the ground is gone',
    },
  ],
  filed: suspendInquiryFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveRest,
  effect: ({ inquiry }, _, context) => ({
    kind: 'amend',
    course: {
      inquiries: inquiriesResting(context, inquiry, (rests) => [...rests, { from: context.on }]),
    },
    licence: 'keep',
  }),
};
