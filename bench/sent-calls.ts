import { randomUUID } from 'node:crypto';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';

type Input = Record<string, unknown>;

interface SentCall {
  readonly name: string;
  readonly input: Input;
  /** How many calls were over when this one began: those of one parallel step share it. */
  readonly begunAfter: number;
}

/** The calls of one step go out side by side, a step after the one before. */
export type Steps = readonly (readonly SentCall[])[];

/** What some work sends to the tables, by sequential steps. */
export async function stepsOf(client: DynamoDBDocumentClient, work: () => Promise<unknown>): Promise<Steps> {
  const calls: SentCall[] = [];
  let over = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        calls.push({ name: commandName, input: structuredClone(args.input as Input), begunAfter: over });
        try {
          return await next(args);
        } finally {
          over += 1;
        }
      },
    { step: 'initialize', name: 'stepsOf', priority: 'high' },
  );
  try {
    await work();
  } finally {
    client.middlewareStack.remove('stepsOf');
  }
  return [...Map.groupBy(calls, ({ begunAfter }) => begunAfter).values()];
}

interface PutInput {
  Item?: { pk: string };
}

/** Writes go to new keys of the same length, so that what must not exist yet does not. */
function toNewKey(put: PutInput | undefined, turn: number): void {
  if (put?.Item === undefined) return;
  const suffix = `~${turn.toString(36).padStart(6, '0')}`;
  put.Item.pk = put.Item.pk.slice(0, -suffix.length) + suffix;
}

function send(
  client: DynamoDBDocumentClient,
  { name, input: sent }: SentCall,
  turn: number,
): Promise<unknown> {
  const input = structuredClone(sent) as never;
  switch (name) {
    case 'GetItemCommand':
      return client.send(new GetCommand(input));
    case 'QueryCommand':
      return client.send(new QueryCommand(input));
    case 'BatchGetItemCommand':
      return client.send(new BatchGetCommand(input));
    case 'PutItemCommand':
      toNewKey(input, turn);
      return client.send(new PutCommand(input));
    case 'TransactWriteItemsCommand':
      for (const { Put } of (input as { TransactItems: { Put?: PutInput }[] }).TransactItems)
        toNewKey(Put, turn);
      /* Under its old token it would be taken for the one that was sent before. */
      return client.send(
        new TransactWriteCommand({ ...(input as object), ClientRequestToken: randomUUID() } as never),
      );
    default:
      throw new Error(`Nothing here sends ${name}`);
  }
}

/** Sends the same calls again, bare: as many, as large, in as many steps. */
export function repeater(client: DynamoDBDocumentClient, steps: Steps): () => Promise<void> {
  let turn = 0;
  return async () => {
    turn += 1;
    for (const step of steps) await Promise.all(step.map((call) => send(client, call, turn)));
  };
}
