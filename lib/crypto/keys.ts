import { createPersonalData } from './create-personal-data.ts';
import { createSigners, type Signers } from './create-signers.ts';
import type { KeySetting } from './key-setting.ts';
import type { PersonalData } from './personal-data.ts';

export interface Keys extends Signers {
  readonly personalData: PersonalData;
}

/** All keys, each lazy. A function that needs only one half imports that half's factory, to stay small. */
export const createKeys = (setting: KeySetting): Keys => ({
  ...createSigners(setting),
  personalData: createPersonalData(setting),
});
