import { createKeying, type KeyingSources, keyingFrom } from './create-keying.ts';
import type { PersonalDataSetting } from './key-setting.ts';
import type { KeySource } from './key-source.ts';
import { kmsKeySource, lazyKmsClient } from './kms-key-source.ts';
import { lazy } from './lazy.ts';
import { localKeySource } from './local-key-source.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';
import type { PersonalData } from './personal-data.ts';
import { sealingWith } from './sealing.ts';

/** Hashing and sealing have keys of their own, so that a function can be given the right to one and not the other. */
export interface PersonalDataSources extends KeyingSources {
  /** The first seals; the others only unseal what they sealed before. */
  readonly seal: readonly [KeySource, ...KeySource[]];
}

export const personalDataFrom = ({ seal, ...hash }: PersonalDataSources): PersonalData => ({
  ...keyingFrom(hash),
  ...sealingWith(seal),
});

function sealSourceOf(setting: PersonalDataSetting, client: ReturnType<typeof lazyKmsClient>): KeySource {
  if (setting.kind === 'kms') return kmsKeySource(client, setting.sealKey);
  const keys = lazy(() => loadOrCreateLocalKeys(setting.path));
  return localKeySource(() => keys().seal);
}

/** Nothing is read or called before its first use, the KMS client not even loaded. Pulls in no signing and no token code. */
export function createPersonalData(setting: PersonalDataSetting): PersonalData {
  const client = lazyKmsClient();
  return { ...createKeying(setting, client), ...sealingWith([sealSourceOf(setting, client)]) };
}
