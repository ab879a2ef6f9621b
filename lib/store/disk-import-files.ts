import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formOf, linkOf } from './disk-forms.ts';
import {
  type ImportFiles,
  importKeys,
  RECEIPT_TYPE,
  receiptDisposition,
  uploadTypes,
} from './import-files.ts';
import { secretOf } from './signed-policy.ts';

const ENDINGS = { 'imports/uploads/': '.awaited', 'imports/receipts/': '.kept' } as const;

/** The place of an object: what a site takes and gives is named as files of materials are. */
export function importPlace(folder: string, key: string): string {
  const ending = Object.entries(ENDINGS).find(([prefix]) => key.startsWith(prefix))?.[1] ?? '';
  return `${join(folder, key)}${ending}`;
}

/** Files of imports in a folder of this machine; `url` is where `local/material-site.ts` answers for it. */
export function createDiskImportFiles(folder: string, url: string): ImportFiles {
  const secret = secretOf(folder);
  return {
    uploadForm: async (id, { format, bytes, sha256 }, { until }) =>
      formOf({
        url,
        secret,
        key: importKeys.upload(id),
        mediaType: uploadTypes[format],
        bytes,
        sha256,
        until,
      }),
    async *read(key) {
      for await (const chunk of createReadStream(importPlace(folder, key))) yield chunk as Buffer;
    },
    async write(key, parts) {
      const place = importPlace(folder, key);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const draft = `${place}.${randomBytes(6).toString('hex')}`;
      try {
        await pipeline(Readable.from(parts), createWriteStream(draft, { mode: 0o600, flush: true }));
        await rename(draft, place);
      } finally {
        await rm(draft, { force: true });
      }
    },
    receiptLink: async (id, { until }) =>
      linkOf(url, secret, importKeys.receipt(id), {
        expires: until,
        'response-content-type': RECEIPT_TYPE,
        'response-content-disposition': receiptDisposition(id),
      }),
  };
}
