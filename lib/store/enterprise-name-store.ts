import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import { openingOf, tradeNamesIn } from '../domain/subject/organisation-name.ts';
import { enterpriseFrom } from './enterprise-store.ts';
import { keys } from './keys.ts';

const MOST_OF_EACH = 20;

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
    return { found: Items.map(enterpriseFrom), more: LastEvaluatedKey !== undefined };
  };
  return {
    /**
     * Those whose trade name begins with the core of a name, or is a beginning of it: as many Queries of one partition as
     * the core has such beginnings, at most ten, side by side, and at most 20 enterprises of each.
     */
    async findLike(core: string): Promise<{ readonly found: readonly Enterprise[]; readonly more: boolean }> {
      const asked = await Promise.all([
        begins(core, false),
        ...tradeNamesIn(core).map((tradeName) => begins(tradeName, true)),
      ]);
      const byCode = new Map(asked.flatMap(({ found }) => found).map((one) => [one.code, one]));
      return { found: [...byCode.values()], more: asked.some(({ more }) => more) };
    },
  };
}

export type EnterpriseNameStore = ReturnType<typeof createEnterpriseNameStore>;
