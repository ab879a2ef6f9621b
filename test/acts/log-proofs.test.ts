import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareLink } from '../../lib/acts/prepare-link.ts';
import { createProjectLookups } from '../../lib/acts/project-lookups.ts';
import { createProveLookup } from '../../lib/acts/prove-lookup.ts';
import { createReadLogRoots } from '../../lib/acts/read-log-roots.ts';
import { createSealLog } from '../../lib/acts/seal-log.ts';
import { createVerifyLog } from '../../lib/acts/verify-log.ts';
import { continues, faultOfProof, verifyDayRoot } from '../../lib/crypto/log-proof.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { personKey } from '../../lib/domain/subject/subject-key.ts';
import {
  aCaller,
  type CreditService,
  moment,
  organisation,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { injectFaults } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const officer = aCaller('reg-511623', { id: 'officer' });
const lookedAt = async (at: string, subjects: readonly NamedSubject[] = [person], caller: Caller = officer) =>
  service.newLookUp()(
    caller,
    { purpose: 'registration', basis: 'registration-review', subjects },
    moment(at),
  );
const seal = (at: string) => createSealLog(service)(moment(at));
const publicKeys = async () => [await service.logSigner.publicKey()];

/** What is wrong with the log, by side and day. */
async function faults() {
  const verify = createVerifyLog({ ...service, keys: await publicKeys() });
  const found: Record<string, unknown> = {};
  for await (const { jurisdiction, day: on, faults: wrong } of verify(day('2026-12-31')))
    if (wrong.length > 0) found[`${jurisdiction} ${on}`] = wrong.map(({ kind }) => kind);
  return found;
}

/** Begins the log on 22 November, and has ten entries on the 23rd. */
async function aDay() {
  await seal('2026-11-23T00:00:00.000Z');
  const lookups: string[] = [];
  for (let minute = 0; minute < 10; minute += 1)
    lookups.push((await lookedAt(`2026-11-23T02:0${minute}:00.000Z`, [organisation, person])).lookup);
  return lookups;
}

const logEntries = async () =>
  (await service.itemsOf('lookupLog')).filter(({ pk }) => String(pk).startsWith('LOG#'));

describe('a day is sealed', () => {
  test('an hour after it has ended in China, and not before; each side by itself, without a gap', async () => {
    await aDay();
    expect(await seal('2026-11-23T16:59:59.999Z')).toEqual([]);
    expect(await seal('2026-11-23T17:00:00.000Z')).toEqual([
      { jurisdiction: 'CQ', day: '2026-11-23', entries: 0 },
      { jurisdiction: 'SC', day: '2026-11-23', entries: 10 },
    ]);
    expect(await seal('2026-11-23T23:00:00.000Z')).toEqual([]);
    expect((await seal('2026-11-26T12:00:00.000Z')).map(({ day: on }) => on)).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-24',
      '2026-11-25',
    ]);
    expect(await faults()).toEqual({});
  });

  test.each([
    ['in the first hour of a day: the day before yesterday', '2026-11-23T16:59:59.999Z', '2026-11-22'],
    ['from then on: yesterday', '2026-11-23T17:00:00.000Z', '2026-11-23'],
  ])('the log begins with the last day the first run can seal, %s', async (_, at, first) => {
    expect(await seal(at)).toEqual([
      { jurisdiction: 'CQ', day: first, entries: 0 },
      { jurisdiction: 'SC', day: first, entries: 0 },
    ]);
    expect((await seal('2026-11-24T17:00:00.000Z')).at(-1)?.day).toBe('2026-11-24');
    expect(await faults()).toEqual({});
  });

  test('by a signature that holds, of a key of its own', async () => {
    await aDay();
    await seal('2026-11-24T00:00:00.000Z');
    const { days } = await service.logRoots.listRoots('SC', undefined);
    expect(days.map(({ day: on, entries, log }) => [on, entries, log.size])).toEqual([
      ['2026-11-22', 0, 1],
      ['2026-11-23', 10, 2],
    ]);
    const [, root] = days;
    const { statement = '', ...kept } = root ?? {};
    expect(await verifyDayRoot(statement, await publicKeys())).toEqual(kept);
    expect(await verifyDayRoot(`${statement.slice(0, -4)}AAAA`, await publicKeys())).toBeUndefined();
  });

  test('once: runs side by side and again say and sign the same', async () => {
    await aDay();
    await Promise.all(Array.from({ length: 6 }, () => seal('2026-11-24T00:00:00.000Z')));
    const before = await service.itemsOf('lookupLog');
    await seal('2026-11-24T00:00:00.000Z');
    expect(await service.itemsOf('lookupLog')).toEqual(before);
    expect(await faults()).toEqual({});
  });

  test('what it was once sealed as is what is signed, though the entries were changed before the signature', async () => {
    await aDay();
    await seal('2026-11-24T00:00:00.000Z');
    const first = await service.logRoots.findRoot('SC', day('2026-11-23'));
    const [root] = (await service.itemsOf('lookupLog')).filter(
      ({ pk, sk }) => pk === 'ROOT#SC' && sk === '2026-11-23',
    );
    await remove(root);
    await remove((await logEntries())[0]);
    await seal('2026-11-24T00:00:00.000Z');
    const again = await service.logRoots.findRoot('SC', day('2026-11-23'));
    expect({ ...again, statement: '' }).toEqual({ ...first, statement: '' });
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['other-root', 'missing'] });
  });
});

const remove = (item: Record<string, unknown> | undefined) =>
  service.client.send(
    new DeleteCommand({ TableName: service.names.lookupLog, Key: { pk: item?.pk, sk: item?.sk } }),
  );
const change = (item: Record<string, unknown> | undefined, attribute: string, value: unknown) =>
  service.client.send(
    new UpdateCommand({
      TableName: service.names.lookupLog,
      Key: { pk: item?.pk, sk: item?.sk },
      UpdateExpression: 'SET #a = :v',
      ExpressionAttributeNames: { '#a': attribute },
      ExpressionAttributeValues: { ':v': value },
    }),
  );

describe('tampering shows', () => {
  beforeEach(async () => {
    await aDay();
    await seal('2026-11-25T00:00:00.000Z');
    expect(await faults()).toEqual({});
  });

  test('an entry taken away', async () => {
    await remove((await logEntries())[3]);
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['other-root', 'missing'] });
  });

  test.each([
    ['purpose', 'supervision'],
    ['basis', 'audit-inquiry'],
    ['caller', 'somebody-else'],
    ['authority', 'reg-500231'],
    ['subjects', ['O:91500231MA5U000A5X']],
    ['salt', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['asOf', '2026-01-01'],
    ['at', '2026-11-23T02:59:00.000Z'],
    ['id', 7],
  ])('an entry changed: %s', async (attribute, value) => {
    await change((await logEntries())[3], attribute, value);
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['other-root', 'changed'] });
  });

  test('an entry added', async () => {
    await lookedAt('2026-11-23T05:00:00.000Z');
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['other-root', 'added'] });
    await lookedAt('2026-11-23T05:00:00.000Z', [person], aCaller('reg-500231'));
    expect(await faults()).toEqual({
      'CQ 2026-11-23': ['other-root', 'added'],
      'SC 2026-11-23': ['other-root', 'added'],
    });
  });

  const rootItem = async (on: string) =>
    (await service.itemsOf('lookupLog')).find(({ pk, sk }) => pk === 'ROOT#SC' && sk === on);

  test('a root taken away, from the middle or from the end', async () => {
    await remove(await rootItem('2026-11-23'));
    expect(await faults()).toEqual({ 'SC 2026-11-24': ['gap', 'broken-chain'] });
    await remove(await rootItem('2026-11-24'));
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['gap'] });
  });

  test('a root changed, with and without its trees', async () => {
    await change(await rootItem('2026-11-23'), 'root', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(await faults()).toEqual({
      'SC 2026-11-23': ['broken-chain', 'other-statement', 'other-root'],
      'SC 2026-11-24': ['broken-chain'],
    });
  });

  test('a statement of another key', async () => {
    const root = await rootItem('2026-11-23');
    const other = await startCreditService();
    const statement = await (async () => {
      await createSealLog(other)(moment('2026-11-24T00:00:00.000Z'));
      return (await other.logRoots.listRoots('SC', undefined)).days[0]?.statement;
    })();
    await other.stop();
    await change(root, 'statement', statement);
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['bad-signature'] });
  });

  test('the statement of another day', async () => {
    await change(await rootItem('2026-11-23'), 'statement', (await rootItem('2026-11-24'))?.statement);
    expect(await faults()).toEqual({ 'SC 2026-11-23': ['other-statement'] });
  });
});

test('an entry that comes after its day was sealed raises an alarm, and one that was only told of late does not', async () => {
  await aDay();
  const sealed = await logEntries();
  await seal('2026-11-24T00:00:00.000Z');
  const { lookup } = await lookedAt('2026-11-23T05:00:00.000Z');
  const late = (await logEntries()).filter(({ id }) => id === lookup);
  const project = createProjectLookups(service);
  const told = async (items: readonly Record<string, unknown>[]) => {
    expect(await project(items.map((image, at) => ({ sequence: String(at), image })))).toEqual([]);
    return (await service.alarms.listMonth('2026-11', 'auditor')).entries;
  };
  expect(await told(sealed)).toEqual([]);
  expect(await told(late)).toEqual([
    {
      kind: 'entry-after-seal',
      at: '2026-11-23T05:00:00.000Z',
      caller: 'officer',
      authority: 'reg-511623',
      purpose: 'registration',
      lookup,
      count: 1,
    },
  ]);
});

describe('a proof', () => {
  const prove = async (caller: Caller, id: string) => createProveLookup(service)(caller, id);
  const subject = async () =>
    aCaller(undefined, {
      id: 'the-person',
      roles: ['subject'],
      subjectKey: await service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER }),
    });
  const auditor = aCaller(undefined, { id: 'the-auditor', roles: ['auditor'] });

  test('holds for every look-up of a day, off-line, and opens to each only what is theirs', async () => {
    const lookups = await aDay();
    await seal('2026-11-24T00:00:00.000Z');
    const keys = await publicKeys();
    const me = await subject();
    for (const id of lookups) {
      const mine = await prove(me, id);
      const theirs = await prove(officer, id);
      expect(await faultOfProof(mine, keys)).toBeUndefined();
      expect(await faultOfProof(theirs, keys)).toBeUndefined();
      expect(await faultOfProof(await prove(auditor, id), keys)).toBeUndefined();
      expect([mine.subject?.value, mine.caller]).toEqual([me.subjectKey, undefined]);
      expect([theirs.subject, theirs.caller?.value]).toEqual([undefined, 'officer']);
      expect(JSON.stringify(mine)).not.toContain('91500231MA5U000A5X');
      expect(JSON.stringify(mine)).not.toContain('officer');
      expect(JSON.stringify(theirs)).not.toContain(me.subjectKey);
    }
  });

  test('is not given to others, before the day is sealed, or of what there is not', async () => {
    const [id = ''] = await aDay();
    const stranger = aCaller(undefined, { id: 'x', roles: ['subject'], subjectKey: 'P:k:other' as never });
    await expect(prove(officer, id)).rejects.toMatchObject({
      code: 'log-not-sealed',
      values: { day: '2026-11-23', sealedFrom: '2026-11-23T17:00:00.000Z' },
    });
    await seal('2026-11-24T00:00:00.000Z');
    for (const caller of [stranger, aCaller('reg-511623', { id: 'another officer' })])
      await expect(prove(caller, id)).rejects.toMatchObject({ code: 'not-found' });
    for (const absent of ['00000000-0000-4000-8000-000000000000', 'ffffffff-ffff-7fff-bfff-ffffffffffff'])
      await expect(prove(auditor, absent)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is given to its subject by the key of now, where the look-up stands under a former one', async () => {
    const [id = ''] = await aDay();
    await seal('2026-11-24T00:00:00.000Z');
    const former = await subject();
    const key = personKey('next', 'a'.repeat(43));
    const byNow = { ...former, id: 'me-now', subjectKey: key };
    await expect(prove(byNow, id)).rejects.toMatchObject({ code: 'not-found' });
    await service.writeAll(
      await prepareLink(former.subjectKey ?? expect.fail(), { key, is: 'current' }, 'SC', service),
    );
    const proof = await prove(byNow, id);
    expect([proof.subject?.value, proof.caller]).toEqual([former.subjectKey, undefined]);
    expect(await faultOfProof(proof, await publicKeys())).toBeUndefined();
    const asOfficer = { ...aCaller('reg-511623', { id: 'y' }), recusalKey: key };
    await expect(prove(asOfficer, id)).rejects.toMatchObject({ code: 'not-found' });
    const halves = await injectFaults(service.client, ({ input }) =>
      input.TableName === service.names.credit ? 'error' : undefined,
    );
    await expect(prove(byNow, id)).rejects.toThrow('injected error');
    expect((await prove(former, id)).subject?.value).toBe(former.subjectKey);
    expect((await prove(officer, id)).caller?.value).toBe('officer');
    await halves.stop();
  });

  test('that was changed anywhere does not hold', async () => {
    const [id = ''] = await aDay();
    await seal('2026-11-24T00:00:00.000Z');
    const keys = await publicKeys();
    const proof = await prove(await subject(), id);
    const { content, subject: opened } = proof;
    if (opened === undefined) return expect.fail();
    const changed = {
      purpose: { ...proof, content: { ...content, lookup: { ...content.lookup, purpose: 'audit' } } },
      day: { ...proof, content: { ...content, lookup: { ...content.lookup, on: day('2026-11-22') } } },
      subject: { ...proof, subject: { ...opened, value: 'P:k:another' } },
      salt: { ...proof, subject: { ...opened, salt: 'A'.repeat(43) } },
      caller: { ...proof, caller: { value: 'officer', salt: 'A'.repeat(43) } },
      place: { ...proof, entry: { ...proof.entry, index: proof.entry.index + 1 } },
      shard: { ...proof, entry: { ...proof.entry, shard: (proof.entry.shard + 1) % 8 } },
      shards: { ...proof, shards: { ...proof.shards, path: proof.shards.path.toReversed() } },
      statement: { ...proof, statement: proof.statement.replace('.', '.A') },
    };
    const found = Object.entries(changed).map(async ([what, other]) => [
      what,
      await faultOfProof(other, keys),
    ]);
    expect(Object.fromEntries(await Promise.all(found))).toEqual({
      purpose: 'not-in-log',
      day: 'other-day',
      subject: 'subject',
      salt: 'subject',
      caller: 'caller',
      place: 'not-in-log',
      shard: 'not-in-log',
      shards: 'not-in-log',
      statement: 'bad-statement',
    });
    expect(await faultOfProof(proof, [])).toBe('bad-statement');
  });

  test('of consistency holds between any two days, and in that order only', async () => {
    await aDay();
    await seal('2026-11-29T00:00:00.000Z');
    const { proveConsistency, list } = createReadLogRoots(service);
    const between = async (jurisdiction: string, from: string, to: string) =>
      proveConsistency({ jurisdiction, from: day(from), to: day(to) });
    for (let from = 22; from <= 28; from += 1)
      for (let to = from; to <= 28; to += 1) {
        const [proof] = await between('SC', `2026-11-${from}`, `2026-11-${to}`);
        if (proof === undefined) return expect.fail();
        expect(continues(proof.from, proof.to, proof.path)).toBe(true);
        if (from < to) expect(continues(proof.to, proof.from, proof.path)).toBe(false);
      }
    for (const [side, from, to, code] of [
      ['SC', '2026-11-24', '2026-11-23', 'invalid-request'],
      ['SC', '2026-11-23', '2026-11-29', 'not-found'],
      ['XX', '2026-11-23', '2026-11-24', 'not-found'],
    ] as const)
      await expect(between(side, from, to)).rejects.toMatchObject({ code });
    const whole = await proveConsistency({});
    expect(whole.map(({ from, to }) => [from.jurisdiction, from.day, to.day])).toEqual([
      ['CQ', '2026-11-22', '2026-11-28'],
      ['SC', '2026-11-22', '2026-11-28'],
    ]);
    const { roots, next } = await list({ after: day('2026-11-26') });
    expect([roots.map(({ day: on, jurisdiction }) => `${on} ${jurisdiction}`), next]).toEqual([
      ['2026-11-27 CQ', '2026-11-27 SC', '2026-11-28 CQ', '2026-11-28 SC'],
      undefined,
    ]);
  });

  test('of a long log is read page by page, without gap or repetition', async () => {
    await seal('2026-09-01T00:00:00.000Z');
    await seal('2026-11-25T00:00:00.000Z');
    const { list } = createReadLogRoots(service);
    const first = await list({});
    const second = await list(first.next === undefined ? {} : { after: first.next });
    const days = [...first.roots, ...second.roots].map(
      ({ day: on, jurisdiction }) => `${on} ${jurisdiction}`,
    );
    expect([first.roots.length, second.next, days.length, new Set(days).size]).toEqual([
      100,
      undefined,
      172,
      172,
    ]);
    expect([days[0], days.at(-1)]).toEqual(['2026-08-31 CQ', '2026-11-24 SC']);
  });
});

test('a shard of more than one chunk proves its entries as well', async () => {
  await seal('2026-11-23T00:00:00.000Z');
  const entries = Array.from({ length: 2_100 }, (_, index) => ({
    pk: 'LOG#SC#2026-11-23#0',
    at: new Date(Date.parse('2026-11-23T02:00:00.000Z') + index).toISOString(),
    index,
  }));
  const { newLookupId } = await import('../../lib/crypto/lookup-id.ts');
  const { shardOf } = await import('../../lib/store/lookup-append.ts');
  const idOf = (at: string): string => {
    for (;;) {
      const id = newLookupId(at as never);
      if (shardOf(id) === 0) return id;
    }
  };
  const ids: string[] = [];
  for (let from = 0; from < entries.length; from += 100)
    await Promise.all(
      entries.slice(from, from + 100).map(({ pk, at, index }) => {
        const id = idOf(at);
        ids[index] = id;
        const Item = {
          ...{ pk, sk: `${at}#${id}`, id, at, on: '2026-11-23', caller: 'officer', authority: 'reg-511623' },
          ...{ jurisdiction: 'SC', purpose: 'registration', basis: 'registration-review' },
          ...{ subjects: ['O:91500231MA5U000A5X'], salt: 'A'.repeat(43) },
        };
        return service.client.send(new PutCommand({ TableName: service.names.lookupLog, Item }));
      }),
    );
  await seal('2026-11-24T00:00:00.000Z');
  const keys = await publicKeys();
  for (const index of [0, 1_023, 1_024, 2_047, 2_048, 2_099]) {
    const proof = await createProveLookup(service)(officer, ids[index] ?? '');
    expect([proof.entry.index, proof.entry.size]).toEqual([index, 2_100]);
    expect(await faultOfProof(proof, keys)).toBeUndefined();
  }
  expect(await faults()).toEqual({});
});
