import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What the disk of the local run signs: the same policies as S3's, by a secret of its own. */

const condition = z.union([
  z.record(z.string(), z.string()),
  z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
]);
const policy = z.strictObject({ expiration: z.string(), conditions: z.array(condition) });
export type UploadPolicy = Readonly<z.output<typeof policy>>;

export const POLICY_FIELD = 'Policy';
export const SIGNATURE_FIELD = 'X-Amz-Signature';

export const signatureOf = (secret: Buffer, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

export function isSignedBy(secret: Buffer, text: string, signature: string): boolean {
  const [wanted, given] = [Buffer.from(signatureOf(secret, text)), Buffer.from(signature)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

export const policyText = (signed: UploadPolicy): string =>
  Buffer.from(JSON.stringify(signed)).toString('base64');

/** @throws where it is no policy; ask only for a text whose signature holds. */
export const readPolicy = (text: string): UploadPolicy =>
  z.parse(policy, JSON.parse(Buffer.from(text, 'base64').toString('utf8')));

const FILE = '.signing-secret';

/** The secret of a folder, which only its owner may read; made when missing, the same for all that make it at once. */
export function secretOf(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, randomBytes(32), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path);
}
