import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { dayOfRecord } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { shardOfRecord } from './list-shards.ts';
import { recordFrom } from './stored-record.ts';
import type { Write } from './transaction.ts';

/** A record has its place in the list of its class from its publication, and keeps it. */
const listPlace = ({ version, class: list, jurisdiction, id, decidedOn }: RecordVersion) =>
  version === 1 ? keys.listMember(list, jurisdiction, shardOfRecord(id), decidedOn, id) : {};

/** What is recorded when its disclosure has run out already is told of on the day it is recorded. */
const endPlace = ({ id, version, recordedAt }: RecordVersion, endsOn: PlainDate | undefined) => {
  if (endsOn === undefined) return {};
  const recordedOn = dayOfRecord(recordedAt);
  return keys.endOn(endsOn < recordedOn ? recordedOn : endsOn, shardOfRecord(id), id, version);
};

const toItem = (record: RecordVersion, endsOn: PlainDate | undefined) => ({
  ...keys.recordVersion(record.subject, record.id, record.version),
  ...keys.recordById(record.id, record.version),
  ...keys.handedInOn(record.recordedBy, dayOfRecord(record.recordedAt), record.id, record.version),
  ...listPlace(record),
  ...endPlace(record, endsOn),
  ...record,
});

/** A version of a record out of a stream; `undefined` for every other item of the table. */
export const recordOfImage = (image: Readonly<Record<string, unknown>>): RecordVersion | undefined =>
  String(image.pk).startsWith('SUBJECT#') && String(image.sk).startsWith('RECORD#')
    ? recordFrom(image)
    : undefined;

/** A subject with more versions than this is not recomputed within a request; it is read as unknown. */
const PAGES = 40;
/** A command that has to compute a half anew may take its time. */
export const PAGES_OF_COMMAND = 200;

/** Of one record: the two hundred versions that can be written, each as long as it can be, are less. */
const PAGES_OF_RECORD = 8;

/** More than can happen to one record. */
const VERSIONS_OF_PAGE = 240;

/** More was recorded of a subject than one request may read. */
export class TooManyVersions extends Error {
  override readonly name = 'TooManyVersions';
}

/** Versions of credit records, by subject. Nothing is ever changed or taken away. */
export function createRecordStore(client: DynamoDBDocumentClient, table: string) {
  const put = (Item: Record<string, unknown>): Write<'record-is-new'> => ({
    condition: 'record-is-new',
    item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
  });
  /** All versions whose key begins so, consistently read: pages of 1 MB. */
  async function listFrom(
    { pk, prefix, pages }: { readonly pk: string; readonly prefix: string; readonly pages: number },
    signal?: AbortSignal,
  ): Promise<readonly RecordVersion[]> {
    const versions: RecordVersion[] = [];
    let from: Record<string, unknown> | undefined;
    for (let page = 0; page < pages; page += 1) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
        signal && { abortSignal: signal },
      );
      versions.push(...Items.map(recordFrom));
      from = LastEvaluatedKey;
      if (from === undefined) return versions;
    }
    throw new TooManyVersions(`More than ${versions.length} versions`);
  }
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
      return Items[0] && recordFrom(Items[0]).subject;
    },

    /** All versions of one record. @throws TooManyVersions past the pages that can be written of one. */
    async listOf(subject: SubjectKey, id: string): Promise<readonly RecordVersion[]> {
      const { pk, sk } = keys.recordVersion(subject, id, 0);
      return listFrom({ pk, prefix: sk.slice(0, sk.lastIndexOf('#') + 1), pages: PAGES_OF_RECORD });
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
      const versions = Items.map(recordFrom);
      if (LastEvaluatedKey === undefined) return { versions };
      /* The last record may go on behind the page. */
      const whole = versions.filter(({ id }) => id !== versions.at(-1)?.id);
      const next = whole.at(-1)?.id;
      if (next === undefined) throw new TooManyVersions('One record has more versions than a page');
      return { versions: whole, next };
    },

    /**
     * @param endsOn from which day on an end of its disclosure can be told; `undefined` for none. Nothing is ever decided by it.
     * @param importedBy the row of a file that it came by.
     */
    append: (
      version: RecordVersion,
      endsOn: PlainDate | undefined,
      importedBy?: string,
    ): Write<'record-is-new'> =>
      put({ ...toItem(version, endsOn), ...(importedBy !== undefined && { importedBy }) }),

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
      return { entries: Items.map(recordFrom), ...(position && { next: cursorFrom(authorityPk, position) }) };
    },

    /**
     * Versions whose disclosure ends on a day, in one shard, after a place in it; by the index, which may lag a moment
     * behind. What became of a record meanwhile its other versions tell.
     */
    async listEnding(
      day: PlainDate,
      shard: number,
      most: number,
      after = '',
    ): Promise<{ readonly versions: readonly RecordVersion[]; readonly next?: string }> {
      const { endPk } = keys.endOn(day, shard, '', 0);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'ends',
          KeyConditionExpression: after === '' ? 'endPk = :ends' : 'endPk = :ends AND endSk > :after',
          ExpressionAttributeValues: { ':ends': endPk, ...(after !== '' && { ':after': after }) },
          Limit: most,
        }),
      );
      const next = LastEvaluatedKey && String(LastEvaluatedKey.endSk);
      return { versions: Items.map(recordFrom), ...(next !== undefined && { next }) };
    },

    /** @throws TooManyVersions past the pages one request may read. */
    listVersions(
      subject: SubjectKey,
      signal?: AbortSignal,
      pages = PAGES,
    ): Promise<readonly RecordVersion[]> {
      const { pk } = keys.recordVersion(subject, '', 0);
      return listFrom({ pk, prefix: 'RECORD#', pages }, signal);
    },
  };
}

export type RecordStore = ReturnType<typeof createRecordStore>;
