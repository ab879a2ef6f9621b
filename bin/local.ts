import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/** Node keeps what it has compiled, so that the next start is quicker. */
enableCompileCache();
const { runLocally } = await import('../local/run-locally.ts');

await runLocally({ port: process.env.PORT ?? '8787', dataDir: resolve(process.env.DATA_DIR ?? '.local') });
