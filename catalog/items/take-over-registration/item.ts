import type { Item } from '../../../lib/domain/standard/item.ts';
import {
  deriveTakeOver,
  type FiledTakeOver,
  placeIn,
  type TakeOverFacts,
  takeOverRegistrationFacts,
} from './facts.ts';
import { nameTakenOver, takenOver } from './outcome.ts';
import { standard202502 } from './standard.ts';

/** 存量登记数据接管. The code stands for the enterprise itself here: whether the register holds it is evidence. */
export const takeOverRegistration: Item<FiledTakeOver, TakeOverFacts> = {
  id: 'take-over-registration',
  kind: 'ex-officio',
  name: { zh: '存量登记数据接管', en: 'Taking over of what was registered before' },
  filed: takeOverRegistrationFacts,
  standards: [standard202502],
  matter: (filed) => ({
    about: 'place',
    division: placeIn(filed)?.division ?? '',
    type: filed.type,
    stateInvestor: filed.stateInvestor,
    parent: filed.code,
  }),
  derive: deriveTakeOver,
  claimedName: nameTakenOver,
  effect: (filed, facts, { place }) => takenOver(filed, facts, place),
};
