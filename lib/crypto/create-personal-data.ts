import type { PersonalDataSetting } from './key-setting.ts';
import type { KeySource } from './key-source.ts';
import { kmsKeySource } from './kms-key-source.ts';
import { lazy, lazyPromise } from './lazy.ts';
import { localKeySource } from './local-key-source.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';
import type { PersonalData } from './personal-data.ts';
import { sealingWith } from './sealing.ts';
import { subjectKeysWith } from './subject-keys.ts';

/** Hashing and sealing have keys of their own, so that a function can be given the right to one and not the other. */
export interface PersonalDataSources {
  readonly subjectHash: KeySource;
  /** Keys persons as well while one hashing key takes the place of another: read by, and not written under. */
  readonly otherSubjectHash?: KeySource | undefined;
  /** The first seals; the others only unseal what they sealed before. */
  readonly seal: readonly [KeySource, ...KeySource[]];
}

export function personalDataFrom(sources: PersonalDataSources): PersonalData {
  /* Whether there is another is not looked at before somebody is keyed. */
  const otherKeys = lazy(() => {
    const { otherSubjectHash: other } = sources;
    return { keyOf: other && subjectKeysWith(other) };
  });
  return {
    subjectKeyOf: subjectKeysWith(sources.subjectHash),
    otherKeyOf: async (document) => otherKeys().keyOf?.(document),
    ...sealingWith(sources.seal),
  };
}

function sourcesOf(setting: PersonalDataSetting): PersonalDataSources {
  if (setting.kind === 'file') {
    const keys = lazy(() => loadOrCreateLocalKeys(setting.path));
    const other = lazy(() => keys().otherSubjectHash);
    return {
      subjectHash: localKeySource(() => keys().subjectHash),
      get otherSubjectHash() {
        const secret = other();
        return secret && localKeySource(() => secret);
      },
      seal: [localKeySource(() => keys().seal)],
    };
  }
  const client = lazyPromise(async () => (await import('./kms-mac.ts')).newKmsClient());
  return {
    subjectHash: kmsKeySource(client, setting.subjectHashKey),
    ...(setting.otherSubjectHashKey !== undefined && {
      otherSubjectHash: kmsKeySource(client, setting.otherSubjectHashKey),
    }),
    seal: [kmsKeySource(client, setting.sealKey)],
  };
}

/** Nothing is read or called before its first use, the KMS client not even loaded. Pulls in no signing and no token code. */
export const createPersonalData = (setting: PersonalDataSetting): PersonalData =>
  personalDataFrom(sourcesOf(setting));
