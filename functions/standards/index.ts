import { createHash } from 'node:crypto';
import lock from '../../catalog/lock.json' with { type: 'json' };
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { createHandler } from './handlers.ts';

const { stage, build, engine, keys } = readEnvironment();

export const handler = createHandler({
  stage,
  build,
  engine,
  standards: createHash('sha256').update(JSON.stringify(lock)).digest('hex'),
  signers: createSigners(keys),
});
