import { join } from 'node:path';
import { createSealLog, type Sealed } from '../lib/acts/seal-log.ts';
import { createSigners } from '../lib/crypto/create-signers.ts';
import { momentOf } from '../lib/domain/time/instant.ts';
import { createLogRootStore } from '../lib/store/log-root-store.ts';
import { createLookupLogStore } from '../lib/store/lookup-log-store.ts';
import { tableNames } from './create-tables.ts';
import { clientAt, openData } from './open-data.ts';

/** Seals the finished days of a data directory's log, whether a service runs on it or not. */
export async function sealNow(dataDir: string): Promise<Sealed> {
  const engine = await openData(dataDir);
  const client = clientAt(engine.endpoint);
  const table = tableNames(engine.tablePrefix).lookupLog;
  try {
    const seal = createSealLog({
      lookupLog: createLookupLogStore(client, table),
      logRoots: createLogRootStore(client, table),
      logSigner: createSigners({ kind: 'file', path: join(dataDir, 'keys.json') }).logSigner,
    });
    return await seal(momentOf(new Date()));
  } finally {
    client.destroy();
    await engine.stop();
  }
}
