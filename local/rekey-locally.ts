import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { jurisdictions } from '../catalog/jurisdictions.ts';
import { subjectsIn } from '../lib/acts/filing-rights.ts';
import { createRekeyPerson, type Rekeyed } from '../lib/acts/rekey-persons.ts';
import { createPersonalData } from '../lib/crypto/create-personal-data.ts';
import type { PersonalDataSetting } from '../lib/crypto/key-setting.ts';
import { loadOrCreateLocalKeys } from '../lib/crypto/local-keys.ts';
import type { FiledPerson } from '../lib/domain/standard/item.ts';
import type { SubjectKey } from '../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { momentNow } from '../lib/edge/clock.ts';
import { documentClient } from '../lib/store/client.ts';
import { enterpriseFrom } from '../lib/store/enterprise-store.ts';
import { keys } from '../lib/store/keys.ts';
import { createStandingStore, type StandingStore } from '../lib/store/standing-store.ts';
import { writeAllWith } from '../lib/store/transaction.ts';
import { type TableNames, tableNames } from './create-tables.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startEngine } from './engine.ts';

/**
 * What a run came to. `left`: subjects under the former key whom nothing links yet, as their number is nowhere at rest: of
 * records, of parts in enterprises, and of watches that go on.
 */
export interface Rekeying {
  readonly filings: number;
  readonly persons: Readonly<Record<Rekeyed, number>>;
  readonly left: number;
}

type Item = Readonly<Record<string, unknown>>;

/** A Scan: for whoever keeps a deployment, and in nothing that is deployed. */
async function* scanned(
  client: DynamoDBDocumentClient,
  table: string,
  beginning: string,
): AsyncGenerator<Item> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'begins_with(pk, :beginning)',
        ExpressionAttributeValues: { ':beginning': beginning },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

const filing = z.looseObject({ id: z.string(), sealedPersons: z.string() });

/** Links whoever has a number at rest in a filing, and counts whom that leaves. */
export async function rekey(
  client: DynamoDBDocumentClient,
  tables: TableNames,
  setting: PersonalDataSetting,
  formerKeyId: string,
  { on } = momentNow(),
): Promise<Rekeying> {
  const personalData = createPersonalData(setting);
  const sides = jurisdictions.map(({ code }) => code);
  const standings = createStandingStore(client, tables.credit, sides);
  const rekeyPerson = createRekeyPerson({ standings, personalData, writeAll: writeAllWith(client) });
  const persons = { linked: 0, held: 0, 'one-key': 0 };
  let filings = 0;
  for await (const item of scanned(client, tables.filings, keys.filing('').pk)) {
    if (item.sk !== keys.filing('').sk) continue;
    const { id, sealedPersons } = z.parse(filing, item);
    if (sealedPersons === '') continue;
    filings += 1;
    for (const person of (await personalData.unseal(sealedPersons, id)) as readonly FiledPerson[])
      persons[await rekeyPerson(person)] += 1;
  }
  return { filings, persons, left: await countUnlinked(client, tables, standings, { formerKeyId, on }) };
}

const watched = z.looseObject({
  until: z.string(),
  endedAt: z.optional(z.string()),
  otherKey: z.optional(z.string()),
});

interface Former {
  readonly formerKeyId: string;
  readonly on: PlainDate;
}

/** Whoever is known by the former key: by halves, by parts in enterprises, and by watches that go on and tell no other key. */
async function formerKeys(
  client: DynamoDBDocumentClient,
  tables: Pick<TableNames, 'filings' | 'credit'>,
  { formerKeyId, on }: Former,
): Promise<ReadonlySet<SubjectKey>> {
  const beginning = `P:${formerKeyId}:`;
  const found = new Set<SubjectKey>();
  for await (const { pk } of scanned(client, tables.credit, keys.standing(beginning as SubjectKey, '').pk))
    found.add(String(pk).slice('STANDING#'.length) as SubjectKey);
  for await (const item of scanned(client, tables.credit, keys.watcher(beginning as SubjectKey, '').pk)) {
    const { until, endedAt, otherKey } = z.parse(watched, item);
    if (otherKey === undefined && endedAt === undefined && on < until)
      found.add(String(item.pk).slice('WATCHED#'.length) as SubjectKey);
  }
  for await (const item of scanned(client, tables.filings, keys.enterprise('').pk)) {
    if (item.sk !== keys.enterprise('').sk) continue;
    for (const subject of subjectsIn(enterpriseFrom(item)))
      if (subject?.startsWith(beginning)) found.add(subject);
  }
  return found;
}

/** Subjects whom nothing links to another key of theirs: they are found by the former key alone. It takes no key to count them. */
export function countLeft(
  client: DynamoDBDocumentClient,
  tables: Pick<TableNames, 'filings' | 'credit'>,
  formerKeyId: string,
  { on } = momentNow(),
): Promise<number> {
  const sides = jurisdictions.map(({ code }) => code);
  return countUnlinked(client, tables, createStandingStore(client, tables.credit, sides), {
    formerKeyId,
    on,
  });
}

async function countUnlinked(
  client: DynamoDBDocumentClient,
  tables: Pick<TableNames, 'filings' | 'credit'>,
  standings: StandingStore,
  former: Former,
): Promise<number> {
  let left = 0;
  for (const subject of await formerKeys(client, tables, former)) {
    const halves = await standings.readHalves(subject, AbortSignal.timeout(10_000));
    const isLinked = halves.some(({ linked = [] }) =>
      linked.some(({ key }) => key.startsWith('P:') && !key.startsWith(`P:${former.formerKeyId}:`)),
    );
    if (!isLinked) left += 1;
  }
  return left;
}

/**
 * The same on the data of a service that is not running, or on the engine that `DYNAMODB_ENDPOINT` names.
 *
 * @throws DataDirInUse, NoEngine.
 */
export async function rekeyLocally(dataDir: string, tablePrefix: string): Promise<Rekeying> {
  const path = join(dataDir, 'keys.json');
  const { otherSubjectHash } = loadOrCreateLocalKeys(path);
  if (otherSubjectHash === undefined) throw new Error('No change of the hashing key has begun');
  const ofOthers = process.env.DYNAMODB_ENDPOINT !== undefined;
  const file = join(dataDir, 'dynamodb.sqlite');
  if (!ofOthers && !existsSync(file))
    return { filings: 0, persons: { linked: 0, held: 0, 'one-key': 0 }, left: 0 };
  const unlock = ofOthers ? () => undefined : lockDataDir(dataDir);
  const engine = await startEngine({ file });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = documentClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials });
  try {
    return await rekey(client, tableNames(tablePrefix), { kind: 'file', path }, otherSubjectHash.keyId);
  } finally {
    client.destroy();
    await engine.stop();
    unlock();
  }
}
