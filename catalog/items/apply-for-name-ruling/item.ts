import { withNameDispute } from '../../../lib/domain/registration/name-dispute.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { applyForNameRulingFacts, type ClaimFacts, deriveClaim, type FiledClaim } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 请求处理企业名称争议. To register it is to accept it (受理): the three months to rule run from that day. */
export const applyForNameRuling: Item<FiledClaim, ClaimFacts> = {
  id: 'apply-for-name-ruling',
  kind: 'registration',
  name: { zh: '企业名称争议处理申请', en: 'Application to deal with a dispute about a name' },
  guidance: [
    {
      zh: '向为涉嫌侵权企业办理登记的登记机关提出，也可以直接向人民法院起诉；受理后可以调解，调解不成的，自受理之日起三个月内作出行政裁决',
      en: 'It goes to the authority that registered the enterprise whose name is at issue; one may sue in court instead. Once accepted it may be mediated, and otherwise is ruled on within three months',
    },
  ],
  filed: applyForNameRulingFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveClaim,
  effect: ({ name }, _, { enterprise, filing, on }) => ({
    kind: 'amend',
    course: { nameDisputes: withNameDispute(enterprise ?? {}, { filing, name, acceptedOn: on }) },
    licence: 'keep',
  }),
};
