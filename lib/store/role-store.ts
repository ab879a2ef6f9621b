import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { EnterpriseRole } from '../domain/registration/enterprise.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** A part somebody has in an enterprise, and where it is over, since when. */
export interface HeldRole {
  readonly role: string;
  readonly code: string;
}

const stored = z.looseObject({ sk: z.string(), until: z.optional(z.string()) });

/** More than this many enterprises of one subject are not told: rules ask whether there are any. */
const MOST_TOLD = 50;
const PAGES = 5;
const PAGE_SIZE = 50;

/** A part as it is kept, if it goes on. */
function heldIn(item: unknown): readonly HeldRole[] {
  const { sk, until } = z.parse(stored, item);
  const [, role = '', code = ''] = sk.split('#');
  return until === undefined ? [{ role, code }] : [];
}

/** In which enterprises somebody has a part, by subject. A part that ends is marked, and never taken away. */
export function createRoleStore(client: DynamoDBDocumentClient, table: string) {
  const put = (
    { subject, role }: EnterpriseRole,
    code: string,
    fields: { readonly since?: PlainDate; readonly until?: PlainDate },
  ): Write => ({
    condition: 'role-is-written',
    item: { Put: { TableName: table, Item: { ...keys.role(subject, role, code), ...fields } } },
  });
  return {
    begin: (role: EnterpriseRole, code: string, since: PlainDate): Write => put(role, code, { since }),
    end: (role: EnterpriseRole, code: string, until: PlainDate): Write => put(role, code, { until }),
    /** The parts that go on, up to fifty. */
    async listHeld(subject: SubjectKey): Promise<readonly HeldRole[]> {
      const held: HeldRole[] = [];
      let from: Record<string, unknown> | undefined;
      for (let page = 0; page < PAGES && held.length < MOST_TOLD; page += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :roles)',
            ExpressionAttributeValues: { ':pk': keys.role(subject, '', '').pk, ':roles': 'ROLE#' },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        held.push(...Items.flatMap(heldIn));
        from = LastEvaluatedKey;
        if (from === undefined) break;
      }
      return held.slice(0, MOST_TOLD);
    },

    /** The same by page, however many there are. A page can be short, or empty, and still go on. */
    async listPage(subject: SubjectKey, binding: string, cursor?: string): Promise<Page<HeldRole>> {
      const { pk } = keys.role(subject, '', '');
      const bound = `${binding}#${pk}`;
      const after = cursor === undefined ? undefined : positionOf(bound, cursor, ['sk']);
      if (after !== undefined && !after.sk?.startsWith('ROLE#')) throw foreignCursor();
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :roles)',
          ExpressionAttributeValues: { ':pk': pk, ':roles': 'ROLE#' },
          ConsistentRead: true,
          Limit: PAGE_SIZE,
          ExclusiveStartKey: after && { pk, ...after },
        }),
      );
      return {
        entries: Items.flatMap(heldIn),
        ...(LastEvaluatedKey && { next: cursorFrom(bound, { sk: String(LastEvaluatedKey.sk) }) }),
      };
    },
  };
}

export type RoleStore = ReturnType<typeof createRoleStore>;
