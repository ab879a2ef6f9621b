import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { End } from '../domain/credit/end.ts';
import { penaltyFields, penaltyKinds } from '../domain/credit/penalty.ts';
import { type RecordVersion, severities } from '../domain/credit/record.ts';
import { annulmentGrounds, type RecordEvent, revocationGrounds } from '../domain/credit/record-event.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { dayOfRecord, type Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { shardOfRecord } from './list-shards.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const due = z.object({ dueOn: day, provisional: z.boolean() });
const end = z.custom<End>((value) => typeof value === 'string');
const document = z.object({ number: text, decidedOn: day });
const happened: z.ZodMiniType<RecordEvent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published') }),
  z.object({ kind: z.literal('corrected'), reason: text, document: z.exactOptional(document) }),
  z.object({
    kind: z.literal('annulled'),
    on: day,
    ground: z.enum(annulmentGrounds),
    reason: text,
    document,
    outOfPublicationBy: due,
  }),
  z.object({ kind: z.literal('repaired'), on: day, repair: text }),
  z.object({
    kind: z.literal('repair-revoked'),
    on: day,
    repair: text,
    ground: z.enum(revocationGrounds),
    reason: text,
  }),
  z.object({ kind: z.literal('shielded'), from: day, until: end, document }),
  z.object({ kind: z.literal('unshielded'), on: day, reason: text }),
]);
const penalty = z.object({
  kinds: z.array(z.enum(penaltyKinds)),
  fineFen: z.exactOptional(z.int()),
  simpleProcedure: z.exactOptional(z.boolean()),
  field: z.exactOptional(z.enum(penaltyFields)),
});
const stored = z.object({
  id: text,
  version: z.int(),
  class: text,
  subject: z.custom<SubjectKey>((value) => typeof value === 'string'),
  issuedBy: text,
  authorityKind: z.enum(['registration', 'court', 'credit-platform']),
  jurisdiction: text,
  documentNumber: text,
  ordinal: z.int(),
  decidedOn: day,
  basis: z.array(z.object({ law: text, article: text })),
  severity: z.exactOptional(z.enum(severities)),
  penalty: z.exactOptional(penalty),
  publicationNecessary: z.exactOptional(z.boolean()),
  publishedOn: z.exactOptional(day),
  validTo: z.exactOptional(day),
  codeCheck: z.exactOptional(z.enum(['failed', 'legacy'])),
  severityBy: z.exactOptional(z.enum(['rules', 'publisher'])),
  happened,
  recordedAt: z.custom<Instant>((value) => typeof value === 'string'),
  recordedBy: text,
});

/** A record has its place in the list of its class from its publication, and keeps it. */
const listPlace = ({ version, class: list, jurisdiction, id, decidedOn }: RecordVersion) =>
  version === 1 ? keys.listMember(list, jurisdiction, shardOfRecord(id), decidedOn, id) : {};

const toItem = (record: RecordVersion) => ({
  ...keys.recordVersion(record.subject, record.id, record.version),
  ...keys.recordById(record.id, record.version),
  ...keys.handedInOn(record.recordedBy, dayOfRecord(record.recordedAt), record.id, record.version),
  ...listPlace(record),
  ...record,
});

const fromItem = (item: unknown): RecordVersion => z.parse(stored, item);
export const recordVersionFrom = fromItem;

/** A version of a record out of a stream; `undefined` for every other item of the table. */
export const recordOfImage = (image: Readonly<Record<string, unknown>>): RecordVersion | undefined =>
  String(image.pk).startsWith('SUBJECT#') && String(image.sk).startsWith('RECORD#')
    ? fromItem(image)
    : undefined;

/** A subject with more versions than this is not recomputed within a request; it is read as unknown. */
const PAGES = 40;
/** A command that has to compute a half anew may take its time. */
export const PAGES_OF_COMMAND = 200;

/** More than can happen to one record. */
const VERSIONS_OF_PAGE = 240;

/** More was recorded of a subject than one request may read. */
class TooManyVersions extends Error {
  override readonly name = 'TooManyVersions';
}

/** Versions of credit records, by subject. Nothing is ever changed or taken away. */
export function createRecordStore(client: DynamoDBDocumentClient, table: string) {
  const put = (Item: Record<string, unknown>): Write<'record-is-new'> => ({
    condition: 'record-is-new',
    item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  });
  return {
    /** Whom a record is about, by the index, which may lag a moment behind; the subject of a record never changes. */
    async findSubject(id: string): Promise<SubjectKey | undefined> {
      const { recordPk } = keys.recordById(id, 0);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'record',
          KeyConditionExpression: 'recordPk = :record',
          ExpressionAttributeValues: { ':record': recordPk },
          Limit: 1,
        }),
      );
      return Items[0] && fromItem(Items[0]).subject;
    },

    /** All versions of one record: a page of 1 MB holds more of them than can happen to one. */
    async listOf(subject: SubjectKey, id: string): Promise<readonly RecordVersion[]> {
      const { pk, sk } = keys.recordVersion(subject, id, 0);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :record)',
          ExpressionAttributeValues: { ':pk': pk, ':record': sk.slice(0, sk.lastIndexOf('#') + 1) },
          ConsistentRead: true,
        }),
      );
      return Items.map(fromItem);
    },

    /**
     * A page of a subject's records, each with all of its versions, in the order of their ids: of every record that comes
     * after `after`. `next` is the id to go on after.
     */
    async listPage(
      subject: SubjectKey,
      after?: string,
    ): Promise<{ readonly versions: readonly RecordVersion[]; readonly next?: string }> {
      const { pk } = keys.recordVersion(subject, '', 0);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': pk,
            /* `:` comes after every digit of a version, `~` after every character of an id. */
            ':from': after === undefined ? 'RECORD#' : `RECORD#${after}#:`,
            ':to': 'RECORD#~',
          },
          ConsistentRead: true,
          Limit: VERSIONS_OF_PAGE,
        }),
      );
      const versions = Items.map(fromItem);
      if (LastEvaluatedKey === undefined) return { versions };
      /* The last record may go on behind the page. */
      const whole = versions.filter(({ id }) => id !== versions.at(-1)?.id);
      const next = whole.at(-1)?.id;
      if (next === undefined) throw new TooManyVersions('One record has more versions than a page');
      return { versions: whole, next };
    },

    append: (version: RecordVersion): Write<'record-is-new'> => put(toItem(version)),
    /** The same, with the row of a file that it came by. */
    appendImported: (version: RecordVersion, importedBy: string): Write<'record-is-new'> =>
      put({ ...toItem(version), importedBy }),

    /**
     * A page of the versions an authority handed in that were taken in on a day, in the order of their ids; by the index,
     * which may lag a moment behind.
     */
    async listHandedIn(
      authority: string,
      day: PlainDate,
      most: number,
      cursor?: string,
    ): Promise<Page<RecordVersion>> {
      const { authorityPk } = keys.handedInOn(authority, day, '', 0);
      const names = ['pk', 'sk', 'authoritySk'];
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'authority',
          KeyConditionExpression: 'authorityPk = :handedIn',
          ExpressionAttributeValues: { ':handedIn': authorityPk },
          Limit: most,
          ...(cursor !== undefined && {
            ExclusiveStartKey: { ...positionOf(authorityPk, cursor, names), authorityPk },
          }),
        }),
      );
      const position =
        LastEvaluatedKey && Object.fromEntries(names.map((name) => [name, String(LastEvaluatedKey[name])]));
      return { entries: Items.map(fromItem), ...(position && { next: cursorFrom(authorityPk, position) }) };
    },

    /** @throws TooManyVersions past the pages one request may read. */
    async listVersions(
      subject: SubjectKey,
      signal?: AbortSignal,
      pages = PAGES,
    ): Promise<readonly RecordVersion[]> {
      const { pk } = keys.recordVersion(subject, '', 0);
      const versions: RecordVersion[] = [];
      let from: Record<string, unknown> | undefined;
      for (let page = 0; page < pages; page += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :records)',
            ExpressionAttributeValues: { ':pk': pk, ':records': 'RECORD#' },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
          signal && { abortSignal: signal },
        );
        versions.push(...Items.map(fromItem));
        from = LastEvaluatedKey;
        if (from === undefined) return versions;
      }
      throw new TooManyVersions(`More than ${versions.length} versions`);
    },
  };
}

export type RecordStore = ReturnType<typeof createRecordStore>;
