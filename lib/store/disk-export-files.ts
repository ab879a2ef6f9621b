import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DiskLink, linkText } from './disk-forms.ts';
import { EXPORT_TYPE, type ExportFiles, exportDispositionOf, exportKeyOf } from './export-files.ts';
import { secretOf, signatureOf } from './signed-policy.ts';

/** Exports in a folder of this machine, beside the materials; `url` is where `local/material-site.ts` answers for it. */
export function createDiskExportFiles(folder: string, url: string): ExportFiles {
  const secret = secretOf(folder);
  return {
    /** Written beside its place and then moved there: whole or not there. */
    async write(file, content) {
      const place = join(folder, exportKeyOf(file));
      const draft = join(folder, `.${randomBytes(8).toString('hex')}`);
      await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
      await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
      await rename(draft, place);
    },
    async downloadLink(file, { until }) {
      const link: DiskLink = {
        expires: until,
        'response-content-type': EXPORT_TYPE,
        'response-content-disposition': exportDispositionOf(file),
      };
      const key = exportKeyOf(file);
      const query = new URLSearchParams({ ...link, signature: signatureOf(secret, linkText(key, link)) });
      return `${url}/${key}?${query}`;
    },
  };
}
