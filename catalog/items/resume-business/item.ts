import type { Item } from '../../../lib/domain/standard/item.ts';
import { suspensionFrom } from '../../rules/suspension.ts';
import {
  deriveResumption,
  type FiledResumption,
  type ResumptionFacts,
  resumeBusinessFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 终止歇业. */
export const resumeBusiness: Item<FiledResumption, ResumptionFacts> = {
  id: 'resume-business',
  kind: 'announcement',
  name: { zh: '公示终止歇业', en: 'Resumption of business' },
  filed: resumeBusinessFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveResumption,
  effect: ({ from, resumedOn }, _facts, { enterprise }) => {
    const { suspensions = [] } = enterprise ?? {};
    const ended = suspensionFrom({ suspensions }, from);
    return {
      kind: 'amend',
      course: { suspensions: suspensions.map((one) => (one === ended ? { ...one, resumedOn } : one)) },
      licence: 'keep',
    };
  },
};
