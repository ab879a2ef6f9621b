import { createHash } from 'node:crypto';
import lock from '../../catalog/lock.json' with { type: 'json' };
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { lazyPromise } from '../../lib/crypto/lazy.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { createHandler } from './handlers.ts';

const { tables, stage, build, engine, keys } = readEnvironment();

/** Of all that is answered here health alone reads a table: a cold start does not load what reads it. */
const readHealth = lazyPromise(async () => {
  const [{ createReadHealth }, { documentClient }, { createHealthStore }] = await Promise.all([
    import('../../lib/acts/read-health.ts'),
    import('../../lib/store/client.ts'),
    import('../../lib/store/health-store.ts'),
  ]);
  return createReadHealth({ store: createHealthStore(documentClient(), tables), onFault: logFailedRead });
});

export const handler = createHandler({
  stage,
  build,
  engine,
  standards: createHash('sha256').update(JSON.stringify(lock)).digest('hex'),
  signers: createSigners(keys),
  readHealth: async (moment) => (await readHealth())(moment),
});
