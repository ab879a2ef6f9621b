import type { Algorithm } from './algorithms.ts';
import type { VerificationKey } from './verification-keys.ts';

/** Signs receipts or licences. Adapters: a KMS key, or a key pair on disk for the local run. */
export interface Signer {
  readonly keyId: string;
  /** Named beside every signature, so that another algorithm (SM2) can follow. */
  readonly algorithm: Algorithm;
  /** @returns the raw signature as JWS has it; of ES256 64 bytes, `r || s` (RFC 7518 §3.4). */
  sign(payload: Uint8Array): Promise<Uint8Array>;
  publicKey(): Promise<VerificationKey>;
  /** The key it signs with, and those it signed with before. */
  verificationKeys(): Promise<readonly VerificationKey[]>;
}
