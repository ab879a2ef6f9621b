import type { Item } from '../../../lib/domain/standard/item.ts';
import { inquiriesResting } from '../../inquiries.ts';
import { deriveResumption, type FiledResumption, type ResumptionFacts, resumeInquiryFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 恢复调查. */
export const resumeInquiry: Item<FiledResumption, ResumptionFacts> = {
  id: 'resume-inquiry',
  kind: 'ex-officio',
  name: { zh: '虚假登记调查恢复', en: 'Resumption of an inquiry into a registration' },
  filed: resumeInquiryFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveResumption,
  effect: ({ inquiry }, _, context) => ({
    kind: 'amend',
    course: {
      inquiries: inquiriesResting(context, inquiry, (rests) =>
        rests.map((rest) => (rest.resumedOn === undefined ? { ...rest, resumedOn: context.on } : rest)),
      ),
    },
    licence: 'keep',
  }),
};
