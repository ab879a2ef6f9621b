import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const LEASED_AT_ONCE = 100;

const leased = z.looseObject({ nextSerial: z.int() });

/**
 * Serial numbers for organisation-code bodies. A block is leased ahead, so that most submissions take a number
 * without asking; numbers of an instance that ends are left unused.
 */
export function createCodeStore(client: DynamoDBDocumentClient, table: string) {
  const blocks = new Map<string, { next: number; end: number }>();
  const underWay = new Map<string, Promise<void>>();

  const lease = async (prefix: string): Promise<void> => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.codeRange(prefix),
        UpdateExpression: 'ADD #next :block',
        ExpressionAttributeNames: { '#next': 'nextSerial' },
        ExpressionAttributeValues: { ':block': LEASED_AT_ONCE },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    const end = z.parse(leased, Attributes).nextSerial;
    blocks.set(prefix, { next: end - LEASED_AT_ONCE, end });
  };

  const leaseOnce = (prefix: string): Promise<void> => {
    const running = underWay.get(prefix) ?? lease(prefix).finally(() => underWay.delete(prefix));
    underWay.set(prefix, running);
    return running;
  };

  return {
    /** The next serial of a prefix, from 0; asks the table only when the leased block is used up. */
    async takeSerial(prefix: string): Promise<number> {
      for (;;) {
        const block = blocks.get(prefix);
        if (block !== undefined && block.next < block.end) {
          block.next += 1;
          return block.next - 1;
        }
        await leaseOnce(prefix);
      }
    },
    /** A body may be given out once, whatever division stands before it. */
    claim: (body: string, code: string): Write => ({
      condition: 'code-is-free',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.organisationCode(body), code },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),
  };
}

export type CodeStore = ReturnType<typeof createCodeStore>;
