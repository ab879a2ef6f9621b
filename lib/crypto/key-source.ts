/**
 * Gives 32-byte secrets that stay the same for one label. The key behind it never leaves its place (KMS, or the
 * local key file); what is derived is kept by the process, so that no person costs a call of its own.
 */
export interface KeySource {
  /** Stands in everything made with this source's secrets. Lower-case letters, digits and hyphens, up to 32. */
  readonly keyId: string;
  derive(label: string): Promise<Uint8Array>;
}
