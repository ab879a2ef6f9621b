import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { LIQUIDATION_ROLES } from '../filed-winding-up.ts';
import {
  deriveWithdrawal,
  type FiledWithdrawal,
  type WithdrawalFacts,
  withdrawNoticeFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 撤回公告. */
export const withdrawNotice: Item<FiledWithdrawal, WithdrawalFacts> = {
  id: 'withdraw-notice',
  kind: 'announcement',
  name: { zh: '撤回公告', en: 'Withdrawal of a notice' },
  filed: withdrawNoticeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveWithdrawal,
  /* With the notice of a liquidation group its members lose their part. */
  effect: ({ notice }, _facts, { on, enterprise }) => {
    const { notices = [], roles = [] } = enterprise ?? {};
    const latest = findNotice(notices, notice);
    return {
      kind: 'amend',
      ...(notice === 'liquidation-group' && {
        content: { roles: roles.filter(({ role }) => !LIQUIDATION_ROLES.includes(role)) },
      }),
      course: { notices: notices.map((one) => (one === latest ? { ...one, withdrawnOn: on } : one)) },
      licence: 'keep',
    };
  },
};
