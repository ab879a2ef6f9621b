import { nameDisputesWith } from '../../../lib/domain/registration/name-dispute.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { closeNameDisputeFacts, deriveEnd, type EndFacts, type FiledEnd } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 企业名称争议处理终结. The name itself changes by nothing but a change, or an order to stop it. */
export const closeNameDispute: Item<FiledEnd, EndFacts> = {
  id: 'close-name-dispute',
  kind: 'ex-officio',
  name: { zh: '企业名称争议处理终结', en: 'End of a dispute about a name' },
  guidance: [
    {
      zh: '裁决认定名称应当停止使用的，在企业收到裁决书后另行办理“停止使用企业名称”（order-name-change）',
      en: 'Where the ruling holds that the name is to be stopped, it is entered by `order-name-change` once the enterprise has received it',
    },
  ],
  filed: closeNameDisputeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveEnd,
  effect: ({ dispute, result }, _, { enterprise, on }) => ({
    kind: 'amend',
    course: { nameDisputes: nameDisputesWith(enterprise ?? {}, dispute, { closedOn: on, result }) },
    licence: 'keep',
  }),
};
