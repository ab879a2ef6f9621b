import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import { openingOf, tradeNamesIn } from '../domain/subject/organisation-name.ts';
import { enterpriseFrom } from './enterprise-store.ts';
import { keys } from './keys.ts';

const MOST_OF_EACH = 20;
const DEADLINE_MS = 3_000;

/** Registered enterprises by their trade name (字号); the index lags a moment behind the register. */
export function createEnterpriseNameStore(client: DynamoDBDocumentClient, table: string) {
  const begins = async (tradeName: string, whole: boolean) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'name',
        KeyConditionExpression: 'namePk = :pk AND begins_with(nameSk, :name)',
        ExpressionAttributeValues: {
          ':pk': keys.enterpriseName(openingOf(tradeName), '', '').namePk,
          ':name': whole ? `${tradeName}#` : tradeName,
        },
        Limit: MOST_OF_EACH,
      }),
    );
    return { items: Items, more: LastEvaluatedKey !== undefined };
  };

  /** As they are now; of what left a name behind, the index knows only what it was. */
  async function readNow(codes: readonly string[], signal: AbortSignal): Promise<readonly Enterprise[]> {
    const found = await Promise.all(
      codes.map((code) =>
        client.send(new GetCommand({ TableName: table, Key: keys.enterprise(code), ConsistentRead: true }), {
          abortSignal: signal,
        }),
      ),
    );
    return found.flatMap(({ Item }) => (Item === undefined ? [] : [enterpriseFrom(Item)]));
  }

  return {
    /**
     * Those whose trade name begins with the core of a name, or is a beginning of it: as many Queries of one partition as
     * the core has such beginnings, at most ten, side by side, and at most 20 enterprises of each. Those that had such a
     * name once are read as they are now, at most 20 of them.
     */
    async findLike(core: string): Promise<{ readonly found: readonly Enterprise[]; readonly more: boolean }> {
      const asked = await Promise.all([
        begins(core, false),
        ...tradeNamesIn(core).map((tradeName) => begins(tradeName, true)),
      ]);
      const items = asked.flatMap((answer) => answer.items);
      const current = items.filter((item) => item.sk === keys.enterprise('').sk).map(enterpriseFrom);
      const byCode = new Map(current.map((one) => [one.code, one]));
      const left = [...new Set(items.map(({ code }) => String(code)))].filter((code) => !byCode.has(code));
      const before = await readNow(left.slice(0, MOST_OF_EACH), AbortSignal.timeout(DEADLINE_MS));
      return {
        found: [...byCode.values(), ...before],
        more: left.length > MOST_OF_EACH || asked.some(({ more }) => more),
      };
    },
  };
}

export type EnterpriseNameStore = ReturnType<typeof createEnterpriseNameStore>;
