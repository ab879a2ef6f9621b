import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A command as it was given to the SDK, whatever number of attempts it then took. */
export interface SentCommand {
  /** `Query`, `BatchGetItem`, `TransactWriteItems` … */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** How many of the recorded calls were over when this one began: 0 for all of one parallel step. */
  readonly begunAfter: number;
  /** Capacity units of all tables together. */
  units: number;
}

interface Answer {
  readonly ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[];
}

const unitsOf = ({ ConsumedCapacity }: Answer): number =>
  [ConsumedCapacity ?? []].flat().reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);

type Named = { readonly commandName?: string };

const nameOf = ({ commandName = '' }: Named): string => commandName.replace(/Command$/, '');

/** Records every command of a client from now on, and asks for its capacity. */
export function recordCalls(client: DynamoDBDocumentClient) {
  const calls: SentCommand[] = [];
  let over = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as Record<string, unknown>;
      const call: SentCommand = { name: nameOf(context as Named), input, begunAfter: over, units: 0 };
      calls.push(call);
      try {
        const result = await next({ ...args, input: { ...input, ReturnConsumedCapacity: 'TOTAL' } as never });
        call.units = unitsOf(result.output as Answer);
        return result;
      } finally {
        over += 1;
      }
    },
    { step: 'initialize', name: 'recordCalls', priority: 'high' },
  );
  return {
    calls,
    reset: () => {
      calls.length = 0;
      over = 0;
    },
    stop: () => client.middlewareStack.remove('recordCalls'),
    units: (...names: readonly string[]) =>
      calls.filter(({ name }) => names.includes(name)).reduce((total, { units }) => total + units, 0),
  };
}

/**
 * `error`: the engine answers 500. `throttle`: it answers ProvisionedThroughputExceeded. `timeout`: the connection
 * times out. `hang`: it never answers. `lost-answer`: the first attempt is carried out and its answer lost.
 * `partial`: a batch does everything but its last key, which stays unprocessed. `empty-partial`: a batch does
 * nothing at all.
 */
export const faults = [
  'error',
  'throttle',
  'timeout',
  'hang',
  'lost-answer',
  'partial',
  'empty-partial',
] as const;
export type Fault = (typeof faults)[number];

const thrown = {
  error: { name: 'InternalServerError', $fault: 'server', $metadata: { httpStatusCode: 500 } },
  throttle: {
    name: 'ProvisionedThroughputExceededException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  },
  timeout: { name: 'TimeoutError', $metadata: {} },
  'lost-answer': { name: 'TimeoutError', $metadata: {} },
} as const;

const injected = (fault: keyof typeof thrown) => Object.assign(new Error(`injected ${fault}`), thrown[fault]);

type Batch = Readonly<Record<string, unknown>>;

/** The batch with its last key (or every key) taken out, and what was taken out. */
function split(name: string, input: Batch, fault: Fault) {
  const [table = '', asked] = Object.entries(input.RequestItems as Record<string, unknown>)[0] ?? [];
  const isRead = name === 'BatchGetItem';
  const all = isRead ? (asked as { Keys: unknown[] }).Keys : (asked as unknown[]);
  const kept = fault === 'partial' ? all.slice(0, -1) : [];
  const left = all.slice(kept.length);
  const shaped = (values: unknown[]) => ({
    [table]: isRead ? { ...(asked as object), Keys: values } : values,
  });
  const unprocessed = isRead ? { UnprocessedKeys: shaped(left) } : { UnprocessedItems: shaped(left) };
  return { kept: kept.length > 0 ? { ...input, RequestItems: shaped(kept) } : undefined, unprocessed };
}

/**
 * Lets calls of a client fail, at the place where the network would: the SDK's own retries see every attempt fail.
 * `choose` is asked for each call with its number among the calls since injection began.
 */
export async function injectFaults(
  client: DynamoDBDocumentClient,
  choose: (call: Pick<SentCommand, 'name' | 'input'>, number: number) => Fault | undefined,
) {
  const silent: Server = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const chosen = new WeakMap<object, Fault>();
  const lost = new WeakSet<object>();
  let number = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const call = { name: nameOf(context as Named), input: args.input as Batch };
      const fault = choose(call, number++);
      if (fault === undefined) return next(args);
      const isBatch = call.name.startsWith('Batch');
      if (fault !== 'partial' && fault !== 'empty-partial') {
        chosen.set(context, fault);
        return next(args);
      }
      if (!isBatch) return next(args);
      const { kept, unprocessed } = split(call.name, call.input, fault);
      if (kept === undefined) return { response: {}, output: { $metadata: {}, ...unprocessed } as never };
      const result = await next({ ...args, input: kept as never });
      return { ...result, output: { ...result.output, ...unprocessed } };
    },
    { step: 'initialize', name: 'chooseFault', priority: 'low' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = chosen.get(context);
      if (fault === 'hang') Object.assign(args.request as object, { port });
      else if (fault === 'lost-answer') {
        const result = await next(args);
        if (lost.has(context)) return result;
        lost.add(context);
        throw injected('lost-answer');
      } else if (fault === 'error' || fault === 'throttle' || fault === 'timeout') throw injected(fault);
      return next(args);
    },
    { step: 'finalizeRequest', name: 'injectFault', priority: 'low' },
  );
  return {
    stop: async () => {
      client.middlewareStack.remove('chooseFault');
      client.middlewareStack.remove('injectFault');
      silent.close();
    },
  };
}
