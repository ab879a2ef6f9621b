import { withNameOrder } from '../../../lib/domain/registration/name-order.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { changeBy } from './days.ts';
import { deriveNameOrder, type FiledNameOrder, type NameOrderFacts, orderNameChangeFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 停止使用企业名称. The name stays claimed until another is registered: it is given up then, as with any change. */
export const orderNameChange: Item<FiledNameOrder, NameOrderFacts> = {
  id: 'order-name-change',
  kind: 'ex-officio',
  name: { zh: '停止使用企业名称', en: 'Order to stop using a name' },
  guidance: [
    {
      zh: '企业应当自收到文书之日起三十日内办理名称变更登记；变更前登记簿和营业执照以统一社会信用代码代替其名称，其他登记、备案照常办理',
      en: 'The name is changed within thirty days of receiving the document; until then register and licence show the code in its place, and everything else may be filed as before',
    },
  ],
  filed: orderNameChangeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveNameOrder,
  effect: ({ name, ground, receivedOn }, facts, { filing, on, enterprise }) => ({
    kind: 'amend',
    course: {
      nameOrders: withNameOrder(enterprise ?? {}, {
        filing,
        ground: ground.kind,
        name,
        ...(enterprise?.tradeName !== undefined && { tradeName: enterprise.tradeName }),
        receivedOn,
        changeBy: changeBy(facts, on),
      }),
    },
    /* Whoever holds a licence gets one that shows the code. */
    licence: (enterprise?.licence ?? 0) > 0 ? 'reissue' : 'keep',
  }),
};
