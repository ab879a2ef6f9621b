import type { Item } from '../../../lib/domain/standard/item.ts';
import { suspensionFrom } from '../../rules/suspension.ts';
import { deriveExtension, type ExtensionFacts, extendSuspensionFacts, type FiledExtension } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 延长歇业期限. */
export const extendSuspension: Item<FiledExtension, ExtensionFacts> = {
  id: 'extend-suspension',
  kind: 'record-filing',
  name: { zh: '延长歇业期限', en: 'Extension of a suspension of business' },
  filed: extendSuspensionFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveExtension,
  effect: ({ from, until, serviceAddress }, _facts, { enterprise }) => {
    const { suspensions = [] } = enterprise ?? {};
    const extended = suspensionFrom({ suspensions }, from);
    const longer = { until, ...(serviceAddress !== undefined && { serviceAddress }) };
    return {
      kind: 'amend',
      course: { suspensions: suspensions.map((one) => (one === extended ? { ...one, ...longer } : one)) },
      licence: 'keep',
    };
  },
};
