import { resolve } from 'node:path';
import { redateLocally } from '../local/redate-locally.ts';

/** `npm run redate`: puts the filings of every queue where their due day is by the calendar in force. */
const { DATA_DIR = '.local', TABLE_PREFIX = 'tongbiao' } = process.env;
console.log(await redateLocally(resolve(DATA_DIR), TABLE_PREFIX));
