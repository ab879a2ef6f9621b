import type { Instant } from '../domain/time/instant.ts';
import { base64Of, type UploadForm } from './material-files.ts';
import { POLICY_FIELD, policyText, SIGNATURE_FIELD, signatureOf } from './signed-policy.ts';

/** What a link says of the answer, signed as it stands in the link's query. */
export interface DiskLink {
  readonly expires: string;
  readonly 'response-content-type': string;
  readonly 'response-content-disposition': string;
}

export const linkText = (key: string, link: DiskLink): string =>
  [key, link.expires, link['response-content-type'], link['response-content-disposition']].join('\n');

export function linkOf(url: string, secret: Buffer, key: string, link: DiskLink): string {
  const query = new URLSearchParams({ ...link, signature: signatureOf(secret, linkText(key, link)) });
  return `${url}/${key}?${query}`;
}

interface SignedForm {
  readonly url: string;
  readonly secret: Buffer;
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly until: Instant;
}

/** A form by which exactly this file can be sent to the disk of the local run, of the same fields as one of S3. */
export function formOf({ url, secret, key, mediaType, bytes, sha256, until }: SignedForm): UploadForm {
  const fields = {
    key,
    'Content-Type': mediaType,
    'x-amz-checksum-algorithm': 'SHA256',
    'x-amz-checksum-sha256': base64Of(sha256),
  };
  const policy = policyText({
    expiration: until,
    conditions: [
      ['content-length-range', bytes, bytes],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ],
  });
  return {
    url,
    fields: { ...fields, [POLICY_FIELD]: policy, [SIGNATURE_FIELD]: signatureOf(secret, policy) },
  };
}
