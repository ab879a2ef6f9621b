import type { PersonalDataSetting } from './key-setting.ts';
import { shortKmsKeyId } from './kms-key.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';

/** The ids of the hashing keys that persons are read by: of the one that writes, and while it changes of the other. */
export function hashingKeyIds(setting: PersonalDataSetting): readonly string[] {
  if (setting.kind === 'file') {
    const { subjectHash, otherSubjectHash } = loadOrCreateLocalKeys(setting.path);
    return [subjectHash, otherSubjectHash].flatMap((secret) => secret?.keyId ?? []);
  }
  return [setting.subjectHashKey, setting.otherSubjectHashKey].flatMap((key) =>
    key === undefined ? [] : shortKmsKeyId(key),
  );
}
