import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SNIFFED } from '../domain/registration/sniff.ts';
import { formOf, linkOf } from './disk-forms.ts';
import { dispositionOf, keyOf, type MaterialFiles } from './material-files.ts';
import { secretOf } from './signed-policy.ts';

/** Where a file of an id is while no filing names it, and from then on. Its media type stands beside it. */
export const diskPlaces = (folder: string, id: string) => ({
  awaited: join(folder, `${id}.awaited`),
  kept: join(folder, `${id}.kept`),
  mediaType: join(folder, `${id}.type`),
});

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The place of a file that arrived; `undefined` where none has. */
export async function findOnDisk(folder: string, id: string): Promise<string | undefined> {
  const { kept, awaited } = diskPlaces(folder, id);
  for (const place of [kept, awaited])
    try {
      await stat(place);
      return place;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  return undefined;
}

async function digestOf(place: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function slice(place: string, start: number, length: number): Promise<Uint8Array> {
  const file = await open(place);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Materials in a folder of this machine; `url` is where `local/material-site.ts` answers for it. */
export function createDiskMaterialFiles(folder: string, url: string): MaterialFiles {
  const secret = secretOf(folder);
  return {
    uploadForm: async (id, { mediaType, bytes, sha256 }, { until }) =>
      formOf({ url, secret, key: keyOf(id), mediaType, bytes, sha256, until }),

    async inspect(id) {
      const place = await findOnDisk(folder, id);
      if (place === undefined) return undefined;
      const { size } = await stat(place);
      const fromEnd = Math.min(size, SNIFFED.tail);
      const [mediaType, sha256, head, tail] = await Promise.all([
        readFile(diskPlaces(folder, id).mediaType, 'utf8'),
        digestOf(place),
        slice(place, 0, SNIFFED.head),
        slice(place, size - fromEnd, fromEnd),
      ]);
      return { mediaType, bytes: size, sha256, head, tail };
    },

    async keep({ id }) {
      const { awaited, kept } = diskPlaces(folder, id);
      try {
        await rename(awaited, kept);
      } catch (error) {
        /* It is kept already. */
        if (!isMissing(error)) throw error;
      }
    },

    async release({ id }) {
      const places = Object.values(diskPlaces(folder, id));
      await Promise.all(places.map((place) => rm(place, { force: true })));
    },

    downloadLink: async (file, { until }) =>
      linkOf(url, secret, keyOf(file.id), {
        expires: until,
        'response-content-type': file.mediaType,
        'response-content-disposition': dispositionOf(file),
      }),
  };
}
