import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

/** Node keeps what it has compiled, so that the next start is quicker. */
enableCompileCache();
const { runLocally } = await import('../local/run-locally.ts');

const { PORT = '8787', DATA_DIR = '.local', DEMO_DATA = 'on', SCHEDULES = 'on', TABLE_PREFIX } = process.env;
await runLocally({
  port: PORT,
  dataDir: resolve(DATA_DIR),
  tablePrefix: TABLE_PREFIX,
  demoData: DEMO_DATA !== 'off',
  schedules: SCHEDULES !== 'off',
});
