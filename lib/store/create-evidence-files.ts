import type { EvidenceFiles } from './evidence-files.ts';

/** A locked bucket, or a folder of this machine. */
export type EvidenceSetting =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'folder'; readonly folder: string };

async function load(setting: EvidenceSetting): Promise<EvidenceFiles> {
  if (setting.kind === 'bucket')
    return (await import('./s3-evidence-files.ts')).createS3EvidenceFiles(setting.bucket);
  return (await import('./disk-evidence-files.ts')).createDiskEvidenceFiles(setting.folder);
}

/** Loaded when the first copy is put: most runs have nothing to seal. */
export function createEvidenceFiles(setting: EvidenceSetting): EvidenceFiles {
  let loading: Promise<EvidenceFiles> | undefined;
  return {
    put: async (...copy) => {
      loading ??= load(setting);
      return (await loading).put(...copy);
    },
  };
}
