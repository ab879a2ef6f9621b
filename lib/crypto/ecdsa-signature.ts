const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** One INTEGER of at most 32 significant bytes, widened to 32; `next` is where it ends. */
function integerAt(der: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly next: number } {
  const length = der[at + 1] ?? 0;
  const next = at + 2 + length;
  let digits = der.subarray(at + 2, next);
  if (digits.length === 33 && digits[0] === 0) digits = digits.subarray(1);
  const readable = der[at] === INTEGER && length > 0 && next <= der.length && digits.length <= 32;
  if (!readable) throw new RangeError('Not a DER signature of P-256');
  const bytes = new Uint8Array(32);
  bytes.set(digits, 32 - digits.length);
  return { bytes, next };
}

/**
 * From what KMS gives (ASN.1 DER: a SEQUENCE of two INTEGERs) to what JWS wants (`r || s`, 64 bytes).
 *
 * @throws RangeError for anything that is not a signature of P-256.
 */
export function rawSignature(der: Uint8Array): Uint8Array {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) throw new RangeError('Not a DER signature of P-256');
  const r = integerAt(der, 2);
  const s = integerAt(der, r.next);
  if (s.next !== der.length) throw new RangeError('Not a DER signature of P-256');
  const raw = new Uint8Array(64);
  raw.set(r.bytes);
  raw.set(s.bytes, 32);
  return raw;
}
