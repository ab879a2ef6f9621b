import type { Item } from '../../../lib/domain/standard/item.ts';
import {
  deriveSuspension,
  type FiledSuspension,
  type SuspensionFacts,
  suspendBusinessFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 歇业备案. */
export const suspendBusiness: Item<FiledSuspension, SuspensionFacts> = {
  id: 'suspend-business',
  kind: 'record-filing',
  name: { zh: '歇业备案', en: 'Suspension of business' },
  guidance: [
    {
      zh: '歇业期间应当按时公示年度报告（实施细则第六十三条第三款）；登记管辖不变（第四十三条）',
      en: 'The annual report is still due on time; the registering authority stays the same',
    },
    {
      zh: '歇业期限届满或者累计满3年，视为自动恢复经营；期间开展经营活动的，视为恢复营业，应当于30日内公示',
      en: 'At its end, or after three years in all, it is in business again by itself; doing business before ends it and is published within 30 days',
    },
  ],
  filed: suspendBusinessFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveSuspension,
  effect: ({ from, until, serviceAddress }, _facts, { enterprise }) => ({
    kind: 'amend',
    course: {
      suspensions: [
        ...(enterprise?.suspensions ?? []),
        { from, until, ...(serviceAddress !== undefined && { serviceAddress }) },
      ],
    },
    licence: 'keep',
  }),
};
