import type { PersonalDataSetting } from './key-setting.ts';
import type { KeySource } from './key-source.ts';
import { kmsKeySource, lazyKmsClient } from './kms-key-source.ts';
import { lazy } from './lazy.ts';
import { localKeySource } from './local-key-source.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';
import type { Keying } from './personal-data.ts';
import { subjectKeysWith } from './subject-keys.ts';

export interface KeyingSources {
  readonly subjectHash: KeySource;
  /** Keys persons as well while one hashing key takes the place of another: read by, and not written under. */
  readonly otherSubjectHash?: KeySource | undefined;
}

export function keyingFrom(sources: KeyingSources): Keying {
  /* Whether there is another is not looked at before somebody is keyed. */
  const otherKeys = lazy(() => {
    const { otherSubjectHash: other } = sources;
    return { keyOf: other && subjectKeysWith(other) };
  });
  return {
    subjectKeyOf: subjectKeysWith(sources.subjectHash),
    otherKeyOf: async (document) => otherKeys().keyOf?.(document),
  };
}

function sourcesOf(setting: PersonalDataSetting, client: ReturnType<typeof lazyKmsClient>): KeyingSources {
  if (setting.kind === 'file') {
    const keys = lazy(() => loadOrCreateLocalKeys(setting.path));
    const other = lazy(() => keys().otherSubjectHash);
    return {
      subjectHash: localKeySource(() => keys().subjectHash),
      get otherSubjectHash() {
        const secret = other();
        return secret && localKeySource(() => secret);
      },
    };
  }
  return {
    subjectHash: kmsKeySource(client, setting.subjectHashKey),
    ...(setting.otherSubjectHashKey !== undefined && {
      otherSubjectHash: kmsKeySource(client, setting.otherSubjectHashKey),
    }),
  };
}

/**
 * For functions that only ask who somebody is. Nothing is read or called before its first use, the KMS client not even
 * loaded. Pulls in no sealing, no signing and no token code.
 */
export const createKeying = (setting: PersonalDataSetting, client = lazyKmsClient()): Keying =>
  keyingFrom(sourcesOf(setting, client));
