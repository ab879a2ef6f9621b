import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { getAuthority } from '../catalog/authorities.ts';
import { jurisdictions } from '../catalog/jurisdictions.ts';
import { findRecordClass } from '../catalog/records/record-classes.ts';
import { sources } from '../catalog/sources.ts';
import { appendRecord } from '../lib/acts/append-record.ts';
import { recordIdOf } from '../lib/crypto/record-id.ts';
import { addToHalf, emptyHalf } from '../lib/domain/credit/half.ts';
import type { RecordVersion } from '../lib/domain/credit/record.ts';
import type { SubjectKey } from '../lib/domain/subject/subject-key.ts';
import type { Instant } from '../lib/domain/time/instant.ts';
import { addDays, type PlainDate } from '../lib/domain/time/plain-date.ts';
import { createRecordStore } from '../lib/store/record-store.ts';
import { createSourceStore } from '../lib/store/source-store.ts';
import { createStandingStore } from '../lib/store/standing-store.ts';
import type { Write } from '../lib/store/transaction.ts';
import type { Tables } from './workbench.ts';

/** How much is recorded of a subject, and whether any of it is still in effect. */
export interface History {
  readonly records: number;
  readonly state: 'live' | 'ended';
  /** Only the halves, which are all that a look-up of today reads. */
  readonly halvesOnly?: boolean;
}

const courts = ['court-500231', 'court-511623'] as const;
const FIRST_DAY = '2018-01-01' as PlainDate;
const DAYS = 1_500;

/** The nth record of an invented subject, by the courts of both sides in turn. */
function recordOf(subject: SubjectKey, index: number, state: History['state']): RecordVersion {
  const issuer = getAuthority(courts[index % courts.length] ?? courts[0]);
  const decidedOn = addDays(FIRST_DAY, index % DAYS);
  const content = {
    class: 'dishonest-debtor',
    subject,
    issuedBy: issuer.id,
    documentNumber: `（2022）测执${index}号`,
    ordinal: 1,
    decidedOn,
    basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
    ...(state === 'ended' && { validTo: addDays(decidedOn, 365) }),
  };
  return {
    ...content,
    id: recordIdOf(content),
    version: 1,
    jurisdiction: issuer.jurisdiction,
    authorityKind: issuer.kind,
    recordedAt: `${decidedOn}T01:00:00.000Z` as Instant,
    happened: { kind: 'published' },
    recordedBy: issuer.id,
  };
}

type Item = Record<string, unknown>;
const itemOf = ({ item: { Put } }: Write): Item => Put?.Item ?? {};

/** As many as one transaction takes: on the embedded engine the quickest way to write much. */
const AT_ONCE = 100;

async function writeBatch({ client, names }: Tables, items: readonly Item[]): Promise<void> {
  const TransactItems = items.map((Item) => ({ Put: { TableName: names.credit, Item } }));
  await client.send(new TransactWriteCommand({ TransactItems }));
}

async function writeItems(tables: Tables, items: Iterable<Item>): Promise<void> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < AT_ONCE) continue;
    await writeBatch(tables, batch);
    batch = [];
  }
  if (batch.length > 0) await writeBatch(tables, batch);
}

/**
 * Writes histories as publishing one record after the other would leave them, but in bulk: every version, and the
 * halves folded by the same function.
 */
export async function writeHistories(
  tables: Tables,
  histories: ReadonlyMap<SubjectKey, History>,
): Promise<void> {
  const { client, names } = tables;
  const records = createRecordStore(client, names.credit);
  const sides = jurisdictions.map(({ code }) => code);
  const standings = createStandingStore(client, names.credit, sides);
  function* items(): Generator<Item> {
    for (const [subject, history] of histories) {
      let halves = sides.map(emptyHalf);
      for (let index = 0; index < history.records; index += 1) {
        const record = recordOf(subject, index, history.state);
        halves = halves.map((half) =>
          half.jurisdiction === record.jurisdiction ? addToHalf(half, record, findRecordClass) : half,
        );
        if (history.halvesOnly !== true) yield itemOf(appendRecord(records)(record));
      }
      for (const half of halves) yield itemOf(standings.replace(subject, half, { half, version: 0 }));
    }
  }
  await writeItems(tables, items());
}

/** Every source of both sides says that it is complete up to now, so that what is clear is told as clear. */
export async function completeSources(tables: Tables): Promise<void> {
  const store = createSourceStore(tables.client, tables.names.credit);
  const at = new Date().toISOString() as Instant;
  const heartbeats = sources().flatMap(({ id, owner }) =>
    store.advance({ source: id, completeUpTo: at, at, sentBy: owner }).map(itemOf),
  );
  await writeItems(tables, heartbeats);
}
