import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { organisationsAmong } from '../filed-investor.ts';
import {
  deriveJointStockCompany,
  establishJointStockCompanyFacts,
  type FiledJointStockCompany,
  type JointStockCompanyFacts,
} from './facts.ts';
import { establishedJointStockCompany } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 股份有限公司设立登记; decided at prefecture level or above (实施细则 第四条第一款). */
export const establishJointStockCompany: Item<FiledJointStockCompany, JointStockCompanyFacts> = {
  id: 'establish-joint-stock-company',
  kind: 'registration',
  name: { zh: '股份有限公司设立登记', en: 'Establishment of a company limited by shares' },
  guidance: [
    {
      zh: '发起人应当签订发起人协议；募集设立的成立大会应当在召开十五日前通知各认股人或者予以公告，并有持有表决权过半数的认股人出席（公司法第九十三条、第一百零三条）。',
      en: 'Promoters sign an agreement; by an offer, subscribers are told of the inaugural meeting fifteen days before, and those with more than half of the votes attend it (Company Law, articles 93 and 103).',
    },
  ],
  filed: establishJointStockCompanyFacts,
  standards: [standard202502],
  matter: ({ address, stateInvestor }) => ({
    about: 'place',
    division: address.division,
    type: 'joint-stock-company',
    stateInvestor,
  }),
  derive: deriveJointStockCompany,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ promoters }) => organisationsAmong(promoters),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedJointStockCompany(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
