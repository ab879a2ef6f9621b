import type { ReadFairness } from '../../lib/acts/read-fairness.ts';
import { readFairness } from '../../lib/contract/fairness.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentFairness } from '../../lib/edge/present-fairness.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export const createHandler = ({ read }: { readonly read: ReadFairness }) =>
  surfaceHandler([
    httpHandler(readFairness, async ({ query, moment }) => ({
      status: 200,
      body: presentFairness(await read(query, moment)),
    })),
  ]);
