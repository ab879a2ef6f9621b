import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EvidenceFiles } from './evidence-files.ts';

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Copies in a folder of this machine: written beside the place and then linked to it, whole or not there, and never over another. */
export const createDiskEvidenceFiles = (folder: string): EvidenceFiles => ({
  async put(name, text) {
    const place = join(folder, name);
    const draft = `${place}.${randomBytes(8).toString('hex')}`;
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    try {
      await writeFile(draft, text, { mode: 0o400, flag: 'wx', flush: true });
      await link(draft, place);
    } catch (error) {
      if (!isThere(error)) throw error;
    } finally {
      await rm(draft, { force: true });
    }
  },
});
