import { resolve } from 'node:path';
import { sealNow } from '../local/seal-now.ts';

/** `npm run seal-log`: seals at once what is finished; a running service does so by itself every hour. */
for (const { jurisdiction, day, entries } of await sealNow(resolve(process.env.DATA_DIR ?? '.local')))
  console.log(`${jurisdiction} ${day} ${entries} 已封存 sealed`);
