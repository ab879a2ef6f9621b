import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { organisationsAmong } from '../filed-investor.ts';
import {
  type CooperativeFacts,
  deriveCooperative,
  establishCooperativeFacts,
  type FiledCooperative,
} from './facts.ts';
import { establishedCooperative } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 农民专业合作社（联合社）设立登记. */
export const establishCooperative: Item<FiledCooperative, CooperativeFacts> = {
  id: 'establish-cooperative',
  kind: 'registration',
  name: {
    zh: '农民专业合作社（联合社）设立登记',
    en: 'Establishment of a farmers’ co-operative or a union of co-operatives',
  },
  guidance: [
    {
      zh: '办理登记不收取费用（农民专业合作社法 第十六条第五款）',
      en: 'Registration is free of charge (农民专业合作社法 第十六条第五款)',
    },
  ],
  filed: establishCooperativeFacts,
  standards: [standard202502],
  matter: ({ address }) => ({
    about: 'place',
    division: address.division,
    type: 'cooperative',
    stateInvestor: 'none',
  }),
  derive: deriveCooperative,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ members }) => organisationsAmong(members),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedCooperative(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
