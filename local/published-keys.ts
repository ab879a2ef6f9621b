import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigners } from '../lib/crypto/create-signers.ts';
import { formerKeysIn } from './former-keys.ts';

/** Where the public keys of the service on a data directory stand, as `GET /v1/standards/keys` tells them. */
export const publishedKeysIn = (dataDir: string): string => join(dataDir, 'published-keys.json');

/** Writes the public keys beside the data, former ones too, so that what this service signed can be verified when it does not run. */
export async function publishKeys(dataDir: string): Promise<void> {
  const { receiptSigner, licenceSigner, logSigner } = createSigners({
    kind: 'file',
    path: join(dataDir, 'keys.json'),
    former: formerKeysIn(dataDir),
  });
  const signers = { receipt: receiptSigner, licence: licenceSigner, log: logSigner };
  const keys = await Promise.all(
    Object.entries(signers).map(async ([signs, signer]) =>
      (await signer.verificationKeys()).map((key) => ({ ...key, signs })),
    ),
  );
  writeFileSync(publishedKeysIn(dataDir), `${JSON.stringify({ keys: keys.flat() }, undefined, 2)}\n`);
}
