import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { BatchGetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { jurisdictions } from '../catalog/jurisdictions.ts';
import { createHandler } from '../functions/credit-lookup/handlers.ts';
import { createCountLookup } from '../lib/acts/count-lookup.ts';
import { identifySubject } from '../lib/acts/identify-subject.ts';
import { createLookUp } from '../lib/acts/look-up.ts';
import { lookUp as route } from '../lib/contract/credit-lookup.ts';
import { createPersonalData } from '../lib/crypto/create-personal-data.ts';
import type { Caller } from '../lib/domain/subject/caller.ts';
import type { NamedSubject } from '../lib/domain/subject/named-subject.ts';
import type { SubjectKey } from '../lib/domain/subject/subject-key.ts';
import { type Instant, momentOf } from '../lib/domain/time/instant.ts';
import { keys } from '../lib/store/keys.ts';
import { createLookupAlarmStore } from '../lib/store/lookup-alarm-store.ts';
import { createLookupLogStore } from '../lib/store/lookup-log-store.ts';
import { createLookupQuotaStore } from '../lib/store/lookup-quota-store.ts';
import { createRecordStore } from '../lib/store/record-store.ts';
import { createSourceStore } from '../lib/store/source-store.ts';
import { createStandingStore } from '../lib/store/standing-store.ts';
import { completeSources, type History, writeHistories } from './credit-history.ts';
import { interleave, type Rounds, timed } from './interleave.ts';
import { inventedSubjects } from './invented-subjects.ts';
import type { Figure, Measurement } from './measurement.ts';
import { callSurface, eventOf } from './surface-event.ts';
import type { Tables } from './workbench.ts';

const regulator: Caller = {
  id: 'caller-0123456789abcdefghijklmnopqrstuvwxyzABCDEF',
  scopes: ['credit:lookup'],
  roles: ['regulator'],
  authority: 'reg-511623',
  expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
};
const purpose = { purpose: 'registration', basis: 'registration-review' } as const;
const sides = jurisdictions.map(({ code }) => code);
const fault = (error: unknown): never => {
  throw error;
};

const count = (number: number): string => number.toLocaleString('en').replaceAll(',', ' ');

/** A bench looks up more in a minute than anybody may in a day. */
const ENDLESS = { hour: 1e12, day: 1e12, sharePercent: 100, sequentialPersons: 1e6 };

/** The handler as its entry file makes it, on our client. */
async function openSurface(tables: Tables, folder: string) {
  const { client, names } = tables;
  const personalData = createPersonalData({ kind: 'file', path: join(folder, 'keys.json') });
  const standings = createStandingStore(client, names.credit, sides);
  const records = createRecordStore(client, names.credit);
  const lookupLog = createLookupLogStore(client, names.lookupLog);
  const surface = createHandler({
    lookUp: createLookUp({
      standings,
      sources: createSourceStore(client, names.credit),
      records,
      lookupLog,
      personalData,
      countLookup: createCountLookup({
        quotas: createLookupQuotaStore(client, names.credit),
        alarms: createLookupAlarmStore(client, names.lookupLog),
        quotaFor: () => ENDLESS,
        onFault: fault,
      }),
      onFault: fault,
    }),
  });
  const keyOf = async (subject: NamedSubject): Promise<SubjectKey> =>
    (await identifySubject(subject, personalData)).key;
  return { surface, keyOf };
}

type Opened = Awaited<ReturnType<typeof openSurface>>;

/** One consistent Query, or the batches that a thousand subjects take, and the log entry: all at once. */
function rawCalls({ client, names }: Tables, subjects: readonly SubjectKey[]): () => Promise<unknown> {
  const [only = '' as SubjectKey] = subjects;
  const wanted = subjects.flatMap((subject) => sides.map((side) => keys.standing(subject, side)));
  const batches = Array.from({ length: Math.ceil(wanted.length / 100) }, (_, at) =>
    wanted.slice(at * 100, at * 100 + 100),
  );
  const query = () =>
    client.send(
      new QueryCommand({
        TableName: names.credit,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.standing(only, '').pk },
        ConsistentRead: true,
        Limit: sides.length,
      }),
    );
  const batch = (asked: (typeof batches)[number]) =>
    client.send(
      new BatchGetCommand({ RequestItems: { [names.credit]: { Keys: [...asked], ConsistentRead: true } } }),
    );
  const log = () => {
    const { at, on } = momentOf(new Date());
    const id = randomUUID();
    const { id: caller, authority } = regulator;
    const Item = { ...keys.lookup('SC', on, 0, at, id), id, at, on, caller, authority, ...purpose, subjects };
    const ConditionExpression = 'attribute_not_exists(pk)';
    return client.send(new PutCommand({ TableName: names.lookupLog, Item, ConditionExpression }));
  };
  const count = () =>
    client.send(
      new UpdateCommand({
        TableName: names.credit,
        Key: keys.quota('bench-floor', '2026-01-01'),
        UpdateExpression: 'ADD #total :n',
        ExpressionAttributeNames: { '#total': 'total' },
        ExpressionAttributeValues: { ':n': subjects.length },
      }),
    );
  return () => Promise.all([log(), count(), ...(subjects.length === 1 ? [query()] : batches.map(batch))]);
}

type Verdicts = { readonly results: readonly { readonly verdict: string }[] };

interface Pair {
  readonly whole: () => Promise<unknown>;
  readonly floor: () => Promise<unknown>;
}

/** The handler and its floor over the same subjects, once the handler was seen to give the verdict expected of all. */
async function pairOf(
  tables: Tables,
  { surface, keyOf }: Opened,
  subjects: readonly NamedSubject[],
  verdict?: string,
): Promise<Pair> {
  const event = eventOf({ route, caller: regulator, body: { ...purpose, subjects } });
  const { results } = JSON.parse(await callSurface(surface, event, 200)) as Verdicts;
  const strays = results.filter((result) => (verdict ?? result.verdict) !== result.verdict);
  if (
    results.length !== subjects.length ||
    strays.length > 0 ||
    results.some((one) => one.verdict === 'unknown')
  )
    throw new Error(`Not the verdicts expected: ${JSON.stringify(strays.slice(0, 3))}`);
  return {
    whole: () => callSurface(surface, event, 200),
    floor: rawCalls(tables, await Promise.all(subjects.map(keyOf))),
  };
}

async function figureOf(what: string, pair: Pair, rounds: Rounds, note?: string): Promise<Figure> {
  const { whole, floor } = await interleave({ ...pair }, timed, rounds);
  const budget = { of: 'ratio', atMost: 1.5 } as const;
  return { what, unit: 'ms', measured: whole, floor, budget, ...(note !== undefined && { note }) };
}

const FEW: History = { records: 4, state: 'live', halvesOnly: true };
/** As many as fill both halves to the brim. */
const MANY: History = { records: 40, state: 'live', halvesOnly: true };

async function bySubjects(tables: Tables, opened: Opened): Promise<readonly Figure[]> {
  const subjects = inventedSubjects(2_000);
  const usual = subjects.slice(0, 1_000);
  const full = subjects.slice(1_000);
  const keysOf = (chosen: readonly NamedSubject[]) => Promise.all(chosen.map(opened.keyOf));
  const recorded = await keysOf(usual.filter((_, index) => index % 20 < 2));
  await writeHistories(tables, new Map(recorded.map((key) => [key, FEW])));
  await writeHistories(tables, new Map((await keysOf(full)).map((key) => [key, MANY])));
  const pair = (chosen: readonly NamedSubject[], verdict?: string) => pairOf(tables, opened, chosen, verdict);
  const hundred = { rounds: 80, warmUp: 40 };
  const thousand = { rounds: 25, warmUp: 10 };
  return [
    await figureOf('look-up of 1 subject, nothing recorded', await pair(usual.slice(2, 3), 'clear'), {
      rounds: 300,
      warmUp: 200,
    }),
    await figureOf(
      'look-up of 100 subjects, every tenth with 4 records',
      await pair(usual.slice(0, 100)),
      hundred,
    ),
    await figureOf('look-up of 1 000 subjects, every tenth with 4 records', await pair(usual), thousand),
    await figureOf('look-up of 1 000 subjects, each with full halves', await pair(full), {
      rounds: 7,
      warmUp: 2,
    }),
  ];
}

/** Full halves are read alike whatever stands behind them; what is more is noise. */
const FLAT = { of: 'ratio', atMost: 1.2 } as const;

async function byHistory(tables: Tables, opened: Opened, most: number): Promise<readonly Figure[]> {
  const histories = (['live', 'ended'] as const).flatMap((state) =>
    [1, 1_000, most].map((records): History => ({ records, state })),
  );
  const people = inventedSubjects(4_000).filter(({ kind }) => kind === 'person');
  const nameOf = ({ records, state }: History): string => `${count(records)} ${state}`;
  const contenders: Record<string, () => Promise<unknown>> = {};
  for (const [index, history] of histories.entries()) {
    const subject = people.slice(-1 - index, people.length - index);
    const [key] = await Promise.all(subject.map(opened.keyOf));
    if (key !== undefined) await writeHistories(tables, new Map([[key, history]]));
    const verdict = history.state === 'live' ? 'hit' : 'clear';
    const { whole, floor } = await pairOf(tables, opened, subject, verdict);
    contenders[nameOf(history)] = whole;
    contenders[`${nameOf(history)}, bare`] = floor;
  }
  const medians = await interleave(contenders, timed, { rounds: 120, warmUp: 20 });
  const taken = (name: string): number => medians[name] ?? Number.NaN;
  const whats = histories.map(nameOf).map((name) => ({
    what: `look-up of 1 subject behind whom stand ${name}`,
    unit: 'ms' as const,
    measured: taken(name),
    floor: taken(`${name}, bare`),
    budget: { of: 'ratio' as const, atMost: 1.5 },
  }));
  const growth = (['live', 'ended'] as const).map((state) => ({
    what: `the same: ${count(most)} against 1 000 ${state}`,
    unit: 'ms' as const,
    measured: taken(nameOf({ records: most, state })),
    floor: taken(nameOf({ records: 1_000, state })),
    budget: FLAT,
  }));
  return [...whats, ...growth];
}

/** The whole surface handler against the same calls made bare. */
export const lookUp: Measurement = {
  name: 'look-up',
  run: async (bench) => {
    const tables = await bench.tables();
    const opened = await openSurface(tables, await bench.folder('keys'));
    await completeSources(tables);
    const figures = await bySubjects(tables, opened);
    return [...figures, ...(await byHistory(tables, opened, bench.full ? 100_000 : 10_000))];
  },
};
