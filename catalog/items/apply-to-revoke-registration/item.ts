import type { Item } from '../../../lib/domain/standard/item.ts';
import { withInquiry } from '../../inquiries.ts';
import { applyToRevokeRegistrationFacts, derivePlea, type FiledPlea, type PleaFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 撤销登记申请. To register it is to accept it (受理): an inquiry is open from that day. */
export const applyToRevokeRegistration: Item<FiledPlea, PleaFacts> = {
  id: 'apply-to-revoke-registration',
  kind: 'registration',
  name: { zh: '撤销市场主体登记申请', en: 'Application to revoke a false registration' },
  guidance: [
    {
      zh: '受理后三个月内完成调查，情形复杂的可以延长三个月；由现登记机关负责处理（实施细则第五十一条、第五十三条）',
      en: 'The inquiry takes three months from acceptance, or six; the authority that holds the enterprise now makes it (实施细则 第五十一条, 第五十三条)',
    },
  ],
  filed: applyToRevokeRegistrationFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: derivePlea,
  effect: ({ concerns }, _, context) => ({
    kind: 'amend',
    course: { inquiries: withInquiry(context, concerns) },
    licence: 'keep',
  }),
};
