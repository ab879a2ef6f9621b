import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startTables } from './engine.ts';
import { recordCalls } from './sdk-faults.ts';

/** Two units of writing, twice as many in a transaction; one of reading. */
async function probe(): Promise<boolean> {
  const { client, names, stop } = await startTables();
  try {
    const recorded = recordCalls(client);
    const Key = { pk: 'UNITS', sk: 'UNITS' };
    const Put = { TableName: names.filings, Item: { ...Key, text: 'x'.repeat(1_500) } };
    await client.send(new TransactWriteCommand({ TransactItems: [{ Put }] }));
    await client.send(new GetCommand({ TableName: names.filings, Key, ConsistentRead: true }));
    return recorded.units('TransactWriteItems') === 4 && recorded.units('GetItem') === 1;
  } finally {
    await stop();
  }
}

/**
 * Whether the engine counts capacity units as DynamoDB documents them. The embedded one has to; of another that does
 * not, nothing can be learned about what anything costs, and tests of that are left out.
 */
export const countsUnits: boolean = process.env.DYNAMODB_ENDPOINT === undefined || (await probe());
