import type { Item } from '../../../lib/domain/standard/item.ts';
import { cancelled } from '../../rules/ending.ts';
import {
  type CancellationFacts,
  cancelEnterpriseFacts,
  deriveCancellation,
  type FiledCancellation,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 注销登记. */
export const cancelEnterprise: Item<FiledCancellation, CancellationFacts> = {
  id: 'cancel-enterprise',
  kind: 'registration',
  name: { zh: '注销登记', en: 'Cancellation of an enterprise' },
  guidance: [
    {
      zh: '申请注销后，不得从事与注销无关的生产经营活动',
      en: 'Once cancellation is applied for, no business but what serves it may be done',
    },
  ],
  filed: cancelEnterpriseFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveCancellation,
  effect: (_filed, _facts, context) => cancelled(context),
};
