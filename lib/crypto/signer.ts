import type { JWK } from 'jose';

/** Signs receipts or licences. Adapters: a KMS key, or a key pair on disk for the local run. */
export interface Signer {
  readonly keyId: string;
  /** Named beside every signature, so that another algorithm (SM2) can follow. */
  readonly algorithm: 'ES256';
  /** @returns the raw 64-byte signature `r || s` (RFC 7518 §3.4). */
  sign(payload: Uint8Array): Promise<Uint8Array>;
  publicKey(): Promise<JWK>;
}
