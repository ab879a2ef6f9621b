import { createHash } from 'node:crypto';

/**
 * The id of the case that automation proposes for a record: a UUID over list and record, of the form of one drawn at random.
 * So the same is proposed once, however often the record is looked at.
 */
export function proposedListingId(list: string, record: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['listing', list, record]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
