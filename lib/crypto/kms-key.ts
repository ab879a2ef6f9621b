const ALIAS = /(^|:)alias\//;

/** The id at the end of a key's ARN, or the id itself: what may be shown in public (an ARN tells the account). */
export function kmsKeyId(key: string): string {
  if (ALIAS.test(key))
    throw new RangeError(`A KMS key is named by its id, since an alias can be moved: ${key}`);
  return key.slice(key.lastIndexOf('/') + 1);
}

/** The first twelve of the id's hexadecimal digits: enough to tell keys apart in every stored text, and short. */
export const shortKmsKeyId = (key: string): string =>
  kmsKeyId(key)
    .replace(/^mrk-|-/g, '')
    .slice(0, 12);
