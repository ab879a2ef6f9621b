import type { Item } from '../../../lib/domain/standard/item.ts';
import {
  type CancellationFacts,
  cancelCompulsorilyFacts,
  deriveCancellation,
  type FiledCancellation,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 强制注销. The name is that of a cancelled enterprise from then on (企业名称登记管理规定 第十七条第二项). */
export const cancelCompulsorily: Item<FiledCancellation, CancellationFacts> = {
  id: 'cancel-compulsorily',
  kind: 'ex-officio',
  name: { zh: '强制注销', en: 'Cancellation by office' },
  guidance: [
    {
      zh: '强制注销后，原公司股东、清算义务人的责任不受影响（公司法第二百四十一条第二款）',
      en: 'What shareholders and those who had to wind it up are liable for stays (公司法 第二百四十一条第二款)',
    },
  ],
  filed: cancelCompulsorilyFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveCancellation,
  effect: (_, __, { on, enterprise }) => ({
    kind: 'amend',
    course: { status: 'cancelled', statusSince: on },
    licence: 'withdraw',
    /* One whose establishment was revoked has lost its name by that. */
    ...(enterprise?.status !== 'establishment-revoked' && { name: { leaves: 'given-up' } }),
  }),
};
