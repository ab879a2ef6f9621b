import { nameOrdersWith, standingNameOrder } from '../../../lib/domain/registration/name-order.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import {
  deriveWithdrawal,
  type FiledWithdrawal,
  type WithdrawalFacts,
  withdrawNameOrderFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 恢复企业名称. A name that was changed meanwhile is not given back, and may be taken again where it is free. */
export const withdrawNameOrder: Item<FiledWithdrawal, WithdrawalFacts> = {
  id: 'withdraw-name-order',
  kind: 'ex-officio',
  name: { zh: '撤销停止使用企业名称的认定', en: 'Withdrawal of an order to stop using a name' },
  filed: withdrawNameOrderFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveWithdrawal,
  effect: ({ order }, _, { on, enterprise }) => {
    const stands = standingNameOrder(enterprise ?? {})?.filing === order;
    return {
      kind: 'amend',
      course: { nameOrders: nameOrdersWith(enterprise ?? {}, order, { withdrawnOn: on }) },
      licence: stands && (enterprise?.licence ?? 0) > 0 ? 'reissue' : 'keep',
    };
  },
};
