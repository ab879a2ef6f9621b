import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFanOut } from '../../lib/acts/fan-out.ts';
import { createPublishRecord } from '../../lib/acts/publish-record.ts';
import { createRecordSuccession } from '../../lib/acts/record-succession.ts';
import { createTellWatchers } from '../../lib/acts/tell-watchers.ts';
import { createWatchSubjects, MOST_WATCHES, type WatchSubjects } from '../../lib/acts/watch-subjects.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import { keys } from '../../lib/store/keys.ts';
import { createSuccessionStore } from '../../lib/store/succession-store.ts';
import {
  aCaller,
  aDebtorRecord,
  aDispute,
  type CreditService,
  moment,
  NOW,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { stages } from '../support/hashing-keys.ts';
import { day } from '../support/records.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
let watches: WatchSubjects;
beforeAll(async () => {
  service = await startCreditService();
  watches = createWatchSubjects(service);
});
afterAll(() => service.stop());

const regulator = aCaller('reg-511623');
const asked = { purpose: 'supervision', basis: 'risk-based-supervision', subject: person };
const passport = (number: string): NamedSubject => ({
  kind: 'person',
  document: { kind: 'passport', number },
});

/** Everything that the table’s stream would bring, in any order and as often as it likes. */
const project = async (order: 'forwards' | 'backwards' = 'forwards') => {
  const items = await service.itemsOf('credit');
  const streamed = items.map((image, index) => ({ sequence: String(index), image }));
  const fanOut = createFanOut([createTellWatchers(service)]);
  expect(await fanOut(order === 'forwards' ? streamed : streamed.toReversed())).toEqual([]);
};
const hitsOf = async (caller = regulator) => (await watches.hits(caller)).entries;

test('an authority is told once of what is recorded about whom it watches, and of nothing else', async () => {
  await service.publish(
    aDebtorRecord({ documentNumber: '（2026）渝0231执1号' }),
    'credit-500000',
    moment('2026-11-23T01:59:59.999Z'),
  );
  const watch = await watches.begin(regulator, asked, NOW);
  expect(watch).toMatchObject({ authority: 'reg-511623', until: '2027-11-23' });
  const { id } = await service.publish(aDebtorRecord(), 'credit-500000', moment('2026-11-23T02:00:00.001Z'));
  await service.publish(
    aDebtorRecord({ subject: passport('E50000001') }),
    'credit-500000',
    moment('2026-11-23T02:00:01.000Z'),
  );
  await service.annul(id, aCaller('credit-500000'), undefined, moment('2026-11-23T02:00:02.000Z'));
  await project();
  await project('backwards');
  expect((await hitsOf()).map(({ record, version, kind, watch: of }) => [record, version, kind, of])).toEqual(
    [
      [id, 2, 'annulled', watch.id],
      [id, 1, 'published', watch.id],
    ],
  );
  expect(await hitsOf(aCaller('reg-500231'))).toEqual([]);
  const logged = await service.itemsOf('lookupLog');
  expect(logged.map((entry) => [entry.id, entry.purpose, entry.authority])).toEqual([
    [watch.lookup, 'supervision', 'reg-511623'],
  ]);
});

test('a watch that is ended, or whose time is over, tells nothing more', async () => {
  const subject = passport('E50000002');
  const until = day('2026-11-25');
  const short = await watches.begin(regulator, { ...asked, subject, until }, NOW);
  const last = instantOf(new Date('2026-11-24T15:59:59.999Z'));
  const [before, after] = [last, '2026-11-24T16:00:00.000Z'];
  const publish = (at: string, ordinal: number) =>
    service.publish(aDebtorRecord({ subject, ordinal }), 'credit-500000', moment(at));
  const told = await publish(before, 1);
  await publish(after, 2);
  const ended = await watches.end(regulator, short.id, moment('2026-11-24T15:00:00.000Z'));
  expect(ended.endedAt).toBe('2026-11-24T15:00:00.000Z');
  await project();
  expect((await hitsOf()).filter(({ watch }) => watch === short.id)).toEqual([]);
  await watches.begin(regulator, { ...asked, subject, until }, NOW);
  await project();
  expect((await hitsOf()).filter(({ watch }) => watch === short.id).map(({ record }) => record)).toEqual([
    told.id,
  ]);
});

test('a dispute and its answer are told, each once', async () => {
  const subject = passport('E50000006');
  const { id } = await service.publish(aDebtorRecord({ subject, ordinal: 6 }));
  const watch = await watches.begin(regulator, { ...asked, subject }, NOW);
  const by = aCaller('reg-500231', { id: 'raiser' });
  await service.dispute(id, by, aDispute, moment('2026-11-23T02:10:00.000Z'));
  await project();
  const told = async () =>
    (await hitsOf())
      .filter((hit) => hit.watch === watch.id && hit.kind !== 'published')
      .map(({ kind, record, version, at }) => [kind, record, version, at]);
  const raised = ['disputed', id, undefined, '2026-11-23T02:10:00.000Z'];
  expect(await told()).toEqual([raised]);
  const rejection = { action: 'reject', reason: '文书无误' } as const;
  await service.dispute(id, aCaller('court-500231'), rejection, moment('2026-11-23T02:20:00.000Z'));
  await project('backwards');
  await project();
  expect(await told()).toEqual([['dispute-answered', id, undefined, '2026-11-23T02:20:00.000Z'], raised]);
});

test('that a code took the place of another is told to whoever watches either, and that it is withdrawn', async () => {
  const [former, current] = ['500231000000014', '91500231MA5U000A5X'];
  const [old, now] = await Promise.all(
    [former, current].map((code) =>
      watches.begin(regulator, { ...asked, subject: { kind: 'organisation', code } as const }, NOW),
    ),
  );
  const successions = createSuccessionStore(service.client, service.names.credit);
  const act = createRecordSuccession({ ...service, successions });
  const say = async (action: 'record' | 'withdraw', at: string) => {
    const document = { number: '渝市监码〔2026〕虚构1号', decidedOn: day('2026-10-09') };
    const once = { caller: 'c', at: moment(at).at, tell: (body: unknown) => ({ status: 200, body }) };
    const succession = { action, former, current, kind: 'replaced', document } as const;
    await act(aCaller('reg-500231'), succession, once, moment(at));
  };
  await say('record', '2026-11-23T02:30:00.000Z');
  await project();
  await say('withdraw', '2026-11-23T02:40:00.000Z');
  await project();
  const told = (await hitsOf()).filter(({ kind }) => kind.startsWith('succession-'));
  for (const watch of [old, now])
    expect(told.filter((hit) => hit.watch === watch?.id).map(({ kind, at }) => [kind, at])).toEqual([
      ['succession-withdrawn', '2026-11-23T02:40:00.000Z'],
      ['succession-recorded', '2026-11-23T02:30:00.000Z'],
    ]);
});

test('a watch of before a hashing key changed is told of what is recorded after, and is one watch', async () => {
  const before = createWatchSubjects({ ...service, personalData: stages.before });
  const turned = createWatchSubjects({ ...service, personalData: stages.turned });
  const subject = passport('E50000007');
  const begun = await before.begin(regulator, { ...asked, subject }, NOW);
  const again = await turned.begin(regulator, { ...asked, subject }, moment('2026-11-23T02:01:00.000Z'));
  expect([again.id, again.since]).toEqual([begun.id, begun.since]);
  const publish = createPublishRecord({ ...service, personalData: stages.after });
  const record = aDebtorRecord({ subject, ordinal: 7 });
  const at = moment('2026-11-23T02:50:00.000Z');
  await publish(aCaller('credit-500000'), record, { tell: () => ({ status: 201, body: {} }) }, at);
  await project();
  expect((await hitsOf()).filter(({ watch }) => watch === begun.id).map(({ kind }) => kind)).toEqual([
    'published',
  ]);
});

test('to watch again says anew why and until when, and is one watch', async () => {
  const first = await watches.begin(regulator, asked, NOW);
  const again = await watches.begin(
    regulator,
    { ...asked, purpose: 'audit', basis: 'audit-inquiry', until: day('2026-12-01') },
    moment('2026-11-23T05:00:00.000Z'),
  );
  expect([again.id, again.since, again.purpose, again.until]).toEqual([
    first.id,
    first.since,
    'audit',
    '2026-12-01',
  ]);
  expect(again.lookup).not.toBe(first.lookup);
  const { entries } = await watches.list(regulator);
  expect(entries.filter(({ id }) => id === first.id)).toEqual([again]);
});

test.each([
  [{ until: day('2026-11-23') }, 'invalid-request'],
  [{ until: day('2027-11-24') }, 'invalid-request'],
  [{ basis: 'audit-inquiry' }, 'unknown-purpose'],
  [{ purpose: 'own-file', basis: 'access-of-the-person' }, 'forbidden'],
])('%j is refused', async (more, code) => {
  await expect(watches.begin(regulator, { ...asked, ...more }, NOW)).rejects.toMatchObject({ code });
});

test('another authority’s watch is none, and without an authority there is nothing', async () => {
  const { id } = await watches.begin(regulator, asked, NOW);
  await expect(watches.end(aCaller('reg-500231'), id, NOW)).rejects.toMatchObject({ code: 'not-found' });
  await expect(watches.list(aCaller(undefined))).rejects.toMatchObject({ code: 'forbidden' });
});

test('what cannot be logged is not watched', async () => {
  const subject = passport('E50000003');
  const before = (await watches.list(regulator)).entries.length;
  const fault = await injectFaults(service.client, ({ name }) => (name === 'PutItem' ? 'error' : undefined));
  await expect(watches.begin(regulator, { ...asked, subject }, NOW)).rejects.toMatchObject({
    code: 'lookup-not-logged',
  });
  await fault.stop();
  expect((await watches.list(regulator)).entries.length).toBe(before);
});

test('one more than the most is refused, and one that there is can be said anew', async () => {
  const busy = aCaller('credit-510000');
  const watch = await watches.begin(busy, asked, NOW);
  const rest = Array.from(
    { length: MOST_WATCHES - 1 },
    (_, index) => service.watches.keep({ ...watch, id: `w${String(index).padStart(21, '0')}` }, NOW.on)[0],
  ).filter((write) => write !== undefined);
  for (let at = 0; at < rest.length; at += 100) await service.writeAll(rest.slice(at, at + 100));
  await expect(watches.begin(busy, { ...asked, subject: passport('E50000004') }, NOW)).rejects.toMatchObject({
    code: 'too-many-watches',
    values: { most: 500 },
  });
  expect((await watches.begin(busy, asked, NOW)).id).toBe(watch.id);
});

test('of a batch only watchers of those who are watched are read, and who cannot be read fails alone', async () => {
  const [watched, unwatched, unreadable] = ['E50000011', 'E50000012', 'E50000013'].map(passport);
  await watches.begin(regulator, { ...asked, subject: watched ?? person }, NOW);
  const at = moment('2026-11-23T02:00:00.001Z');
  const records = [];
  for (const subject of [unwatched, watched, unreadable, watched])
    records.push(
      await service.publish(
        aDebtorRecord({ subject: subject ?? person, documentNumber: `（2026）渝0231执${records.length}号` }),
        'credit-500000',
        at,
      ),
    );
  const ids = records.map(({ id }) => id);
  const images = (await service.itemsOf('credit')).filter(({ sk }) =>
    ids.some((id) => String(sk).startsWith(`RECORD#${id}`)),
  );
  const items = ids.map((id) => ({
    sequence: id,
    image: images.find(({ sk }) => String(sk).startsWith(`RECORD#${id}`)) ?? {},
  }));
  const half = keys.standing(String(items[2]?.image.subject) as SubjectKey, 'CQ');
  await service.client.send(
    new PutCommand({
      TableName: service.names.credit,
      Item: { ...half, shape: 2, version: 2, half: Buffer.of(1) },
    }),
  );
  const before = (await hitsOf()).length;
  const recorded = recordCalls(service.client);
  expect(await createFanOut([createTellWatchers(service)])(items)).toEqual([ids[2]]);
  expect(recorded.calls.map(({ name }) => name).toSorted()).toEqual([
    'BatchGetItem',
    'BatchGetItem',
    'PutItem',
    'PutItem',
    'Query',
  ]);
  recorded.stop();
  expect((await hitsOf()).length - before).toBe(2);
});
