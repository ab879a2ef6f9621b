import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import {
  deriveIndividualBusiness,
  establishIndividualBusinessFacts,
  type FiledIndividualBusiness,
  type IndividualBusinessFacts,
} from './facts.ts';
import { establishedIndividualBusiness } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 个体工商户设立登记. */
export const establishIndividualBusiness: Item<FiledIndividualBusiness, IndividualBusinessFacts> = {
  id: 'establish-individual-business',
  kind: 'registration',
  name: { zh: '个体工商户设立登记', en: 'Establishment of an individual business' },
  guidance: [
    {
      zh: '可以不使用名称；使用名称的，参照企业名称的规定办理',
      en: 'No name is needed; one that is used follows the rules on names of enterprises',
    },
    {
      zh: '任何单位和个人不得诱导、强迫劳动者登记注册为个体工商户（促进个体工商户发展条例 第三十条第二款）',
      en: 'Nobody may lead or force an employee into registering as an individual business (促进个体工商户发展条例 第三十条第二款)',
    },
  ],
  filed: establishIndividualBusinessFacts,
  standards: [standard202502],
  matter: ({ placeOfBusiness }) => ({
    about: 'place',
    division: placeOfBusiness.division,
    type: 'individual-business',
    stateInvestor: 'none',
  }),
  derive: deriveIndividualBusiness,
  claimedName: ({ name }) => name && claimedNameOf(name),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedIndividualBusiness(filed, facts, place),
    ...(filed.name !== undefined && { name: claimedNameOf(filed.name) }),
  }),
};
