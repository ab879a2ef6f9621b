import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Succession, successionKinds } from '../domain/credit/succession.ts';
import { DomainError } from '../domain/errors.ts';
import { organisationKey, type SubjectKey } from '../domain/subject/subject-key.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const stored = z.looseObject({
  action: z.enum(['record', 'withdraw']),
  former: text,
  current: text,
  kind: z.enum(successionKinds),
  document: z.looseObject({ number: text, decidedOn: text }),
  jurisdiction: text,
  recordedBy: text,
  recordedAt: text,
});

/** Nobody says so much of one code; more is not read for one step. */
const MOST_PAGES = 4;

const successionFrom = (item: unknown): Succession => {
  const { pk: _pk, sk: _sk, ...succession } = z.parse(stored, item) as Record<string, unknown>;
  return succession as unknown as Succession;
};

/** Out of an item of the table's stream, where it is one, with the code it stands with. */
export const successionOfImage = (
  image: Readonly<Record<string, unknown>>,
): { readonly subject: SubjectKey; readonly succession: Succession } | undefined =>
  String(image.pk).startsWith('SUBJECT#') && String(image.sk).startsWith('SUCCESSION#')
    ? {
        subject: String(image.pk).slice('SUBJECT#'.length) as SubjectKey,
        succession: successionFrom(image),
      }
    : undefined;

/** What was said of codes that took the place of others, with both; only ever added. */
export const createSuccessionStore = (client: DynamoDBDocumentClient, table: string) => ({
  append: (succession: Succession): readonly Write[] => {
    const { former, current, recordedAt, action, recordedBy } = succession;
    const put = (subject: SubjectKey, other: string): Write => ({
      condition: 'succession-is-new',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.succession(subject, recordedAt, other, action, recordedBy), ...succession },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    });
    return [put(organisationKey(former), current), put(organisationKey(current), former)];
  },

  /**
   * All that was ever said of a code, the first one first, consistently read.
   *
   * @throws DomainError `too-busy` where it is more than can be read for one step.
   */
  async listOf(code: string): Promise<readonly Succession[]> {
    const { pk } = keys.succession(organisationKey(code), '' as Succession['recordedAt'], '', '', '');
    const found: Succession[] = [];
    let from: Record<string, unknown> | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :succession)',
          ExpressionAttributeValues: { ':pk': pk, ':succession': 'SUCCESSION#' },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      found.push(...Items.map(successionFrom));
      if (LastEvaluatedKey === undefined) return found;
      from = LastEvaluatedKey;
    }
    throw new DomainError('too-busy');
  },
});

export type SuccessionStore = ReturnType<typeof createSuccessionStore>;
