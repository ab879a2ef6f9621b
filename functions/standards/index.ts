import { standardsHash } from '../../catalog/standards-hash.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { createHandler } from './handlers.ts';

const { stage, build, keys } = readEnvironment();

export const handler = createHandler({ stage, build, standards: standardsHash, signers: createSigners(keys) });
