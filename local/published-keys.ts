import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigners } from '../lib/crypto/create-signers.ts';

/** Where the public keys of the service on a data directory stand, as `GET /v1/standards/keys` tells them. */
export const publishedKeysIn = (dataDir: string): string => join(dataDir, 'published-keys.json');

/** Writes the public keys beside the data, so that what this service signed can be verified when it does not run. */
export async function publishKeys(dataDir: string): Promise<void> {
  const { receiptSigner, licenceSigner, logSigner } = createSigners({
    kind: 'file',
    path: join(dataDir, 'keys.json'),
  });
  const keys = [
    { ...(await receiptSigner.publicKey()), signs: 'receipt' },
    { ...(await licenceSigner.publicKey()), signs: 'licence' },
    { ...(await logSigner.publicKey()), signs: 'log' },
  ];
  writeFileSync(publishedKeysIn(dataDir), `${JSON.stringify({ keys }, undefined, 2)}\n`);
}
