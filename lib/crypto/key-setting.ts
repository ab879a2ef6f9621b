import type { FormerKey } from '../domain/former-key.ts';

/**
 * Where the keys are. With `kms` each name is the id (not an alias, which could be moved) or the ARN of a KMS key:
 * `receiptKey`, `licenceKey` and `logKey` sign (ECC_NIST_P256), `subjectHashKey` and `sealKey` make MACs (HMAC_256).
 * `file` is the local run: one file on disk, made when missing.
 */
export type KeySetting = SignerSetting & PersonalDataSetting;

export type SignerSetting = {
  /** Keys that were signed with before, by which what they signed is still checked. @default none */
  readonly former?: readonly FormerKey[];
} & (
  | {
      readonly kind: 'kms';
      readonly receiptKey: string;
      readonly licenceKey: string;
      readonly logKey: string;
    }
  | { readonly kind: 'file'; readonly path: string }
);

export type PersonalDataSetting =
  | {
      readonly kind: 'kms';
      readonly subjectHashKey: string;
      /** While one hashing key takes the place of another: the one that is read by and not written under. @default none */
      readonly otherSubjectHashKey?: string;
      readonly sealKey: string;
    }
  | { readonly kind: 'file'; readonly path: string };
