import { nameOrdersWith } from '../../../lib/domain/registration/name-order.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { stopArticles } from '../../rules/name-orders.ts';
import {
  deriveNameListing,
  type FiledNameListing,
  listOverdueNameChangeFacts,
  type NameListingFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 逾期未办理名称变更登记，列入经营异常名录. */
export const listOverdueNameChange: Item<FiledNameListing, NameListingFacts> = {
  id: 'list-overdue-name-change',
  kind: 'ex-officio',
  name: {
    zh: '逾期未变更名称列入经营异常名录',
    en: 'Listing of an enterprise that did not change its name in time',
  },
  guidance: [
    {
      zh: '完成名称变更登记后应当移出经营异常名录：信用记录不随变更登记终止，应当由作出列入决定的机关另行移出',
      en: 'Once the name is changed it is taken off the list: the credit record does not end with that change, and the authority that listed it takes it off',
    },
  ],
  filed: listOverdueNameChangeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveNameListing,
  effect: (_, { enterprise: code, order, documentNumber }, { on, enterprise }) => ({
    kind: 'amend',
    course: { nameOrders: nameOrdersWith(enterprise ?? {}, order, { listedOn: on }) },
    licence: 'keep',
    consequences: [
      {
        class: 'abnormal-list',
        subject: organisationKey(code),
        documentNumber,
        decidedOn: on,
        basis: stopArticles.map(({ law, article }) => ({ law, article })),
      },
    ],
  }),
};
