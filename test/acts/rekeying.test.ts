import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createLookUp } from '../../lib/acts/look-up.ts';
import { prepareLink } from '../../lib/acts/prepare-link.ts';
import { createPublishRecord, type Published } from '../../lib/acts/publish-record.ts';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { changeHashingKey, loadOrCreateLocalKeys } from '../../lib/crypto/local-keys.ts';
import type { PersonalData } from '../../lib/crypto/personal-data.ts';
import type { Enterprise } from '../../lib/domain/registration/enterprise.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { personKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { countLeft, rekey } from '../../local/rekey-locally.ts';
import { anEnterprise } from '../support/an-enterprise.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { type Stage, stages } from '../support/hashing-keys.ts';
import { day } from '../support/records.ts';
import { faults, injectFaults, recordCalls } from '../support/sdk-faults.ts';

const passport = (number: number): NamedSubject => ({
  kind: 'person',
  document: { kind: 'passport', number: `E${20_000_000 + number}` },
});

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const recordOf = (subject: NamedSubject, number: number) =>
  aDebtorRecord({ subject, documentNumber: `（2026）渝0231执虚构${number}号` });

async function publish(stage: Stage, subject: NamedSubject, number: number) {
  const act = createPublishRecord({ ...service, personalData: stages[stage] });
  const tell = ({ outcome, record: { id } }: Published) => ({ status: 201, body: { outcome, id } });
  const { answer } = await act(aCaller('credit-500000'), recordOf(subject, number), { tell }, NOW);
  return answer.body as { readonly outcome: string; readonly id: string };
}

const lookUp = (stage: Stage, subjects: readonly NamedSubject[], deadlineMs?: number) =>
  createLookUp({
    ...service,
    personalData: stages[stage],
    countLookup: createCountLookup(service),
    ...(deadlineMs !== undefined && { deadlineMs }),
  })(aCaller('reg-511623'), { purpose: 'registration', basis: 'registration-review', subjects }, NOW);

const verdicts = async (stage: Stage, subjects: readonly NamedSubject[]) =>
  (await lookUp(stage, subjects)).results.map(({ standing }) => standing.verdict);

const keyOf = (stage: Stage, subject: NamedSubject): Promise<SubjectKey> =>
  subject.kind === 'person' ? stages[stage].subjectKeyOf(subject.document) : expect.fail();

test('at no stage is anybody clear of whom something was recorded at the same stage, the one before or the next', async () => {
  const order = ['before', 'announced', 'turned'] as const;
  const written = fc.array(
    fc.record({
      person: fc.nat(3),
      stage: fc.constantFrom(...order),
      number: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(written, async (writes) => {
      run += 1;
      const people = [0, 1, 2, 3].map((person) => passport(run * 10 + person));
      for (const { person, stage, number } of writes)
        await publish(stage, people[person] ?? expect.fail(), run * 10 + number);
      const expected = people.map((_, at) => (writes.some(({ person }) => person === at) ? 'hit' : 'clear'));
      /* Whoever still runs by the settings of before knows nothing yet of the second key. */
      const early = writes.every(({ stage }) => stage !== 'turned');
      for (const stage of early ? order : order.slice(1)) {
        expect(await verdicts(stage, people)).toEqual(expected);
        for (const [at, one] of people.entries())
          expect(await verdicts(stage, [one])).toEqual([expected[at]]);
      }
    }),
    { numRuns: 8, seed: 20_261_123 },
  );
});

test('what was published with both keys at hand is found by either of them alone', async () => {
  const [early, late] = [passport(1), passport(2)];
  await publish('announced', early, 1);
  await publish('turned', late, 2);
  expect(await verdicts('before', [early, late, passport(3)])).toEqual(['hit', 'hit', 'clear']);
  expect(await verdicts('after', [early, late, passport(3)])).toEqual(['hit', 'hit', 'clear']);
  const readStandings = createReadStandings(service);
  const subjects = await Promise.all([keyOf('before', early), keyOf('before', late), keyOf('after', early)]);
  const asker = { id: 'c', authority: 'reg-511623', jurisdiction: 'SC' };
  const asked = { purpose: 'registration', basis: 'registration-review', asker, moment: NOW };
  const standings = await readStandings({ ...asked, subjects });
  expect(standings.map(({ verdict }) => verdict)).toEqual(['hit', 'hit', 'hit']);
});

test('a record that is relayed again under the next key is the one that is held', async () => {
  const { id } = await publish('before', passport(1), 1);
  expect(await publish('turned', passport(1), 1)).toEqual({ outcome: 'already-held', id });
  expect((await publish('turned', passport(1), 2)).outcome).toBe('published');
});

test('two publications at one moment by the two keys leave both records found', async () => {
  for (let round = 0; round < 4; round += 1) {
    const person = passport(100 + round);
    await Promise.all([publish('announced', person, round * 2), publish('turned', person, round * 2 + 1)]);
    for (const stage of ['before', 'announced', 'turned', 'after'] as const) {
      const [result] = (await lookUp(stage, [person])).results;
      expect([stage, result?.standing.view?.disclosed.entries.length]).toEqual([stage, 2]);
    }
  }
});

test('a look-up by two keys is one step: two Queries side by side with the log entry', async () => {
  await publish('before', passport(1), 1);
  await verdicts('turned', [passport(1)]);
  const recorded = recordCalls(service.client);
  const act = lookUp('turned', [passport(1)]);
  await act;
  recorded.stop();
  const queries = recorded.calls.filter(
    ({ name, input }) => name === 'Query' && JSON.stringify(input).includes('STANDING#'),
  );
  expect(queries.map(({ input }) => input.ConsistentRead)).toEqual([true, true]);
});

test.each(faults)(
  'whatever call of a look-up by two keys meets the fault "%s", nobody is falsely clear',
  async (fault) => {
    const people = [passport(1), passport(2)];
    await publish('before', passport(1), 1);
    await publish('turned', passport(2), 2);
    for (const [stage, asked] of [
      ['turned', [passport(1)]],
      ['turned', people],
      ['after', [passport(2)]],
      ['before', people.slice(1)],
    ] as const) {
      const recorded = recordCalls(service.client);
      await lookUp(stage, asked);
      const calls = recorded.calls.length;
      recorded.stop();
      for (let failing = 0; failing < calls; failing += 1) {
        const injected = await injectFaults(service.client, (_, number) =>
          number === failing ? fault : undefined,
        );
        const outcome = await lookUp(stage, asked, 200).catch(
          (error: { code?: string }) => error.code ?? 'fault',
        );
        await injected.stop();
        if (typeof outcome === 'string') expect(outcome).toBe('lookup-not-logged');
        else
          for (const { standing } of outcome.results) expect(['hit', 'unknown']).toContain(standing.verdict);
      }
    }
  },
);

test('a run links whoever has a number at rest, and says whom the former key is still needed for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-'));
  const path = join(folder, 'keys.json');
  const { subjectHash } = loadOrCreateLocalKeys(path);
  const before = createPersonalData({ kind: 'file', path });
  const publishBy = async (personalData: PersonalData, subject: NamedSubject, number: number) => {
    const act = createPublishRecord({ ...service, personalData });
    await act(
      aCaller('credit-500000'),
      recordOf(subject, number),
      { tell: () => ({ status: 201, body: {} }) },
      NOW,
    );
  };
  const [filed, strange] = [passport(1), passport(2)];
  await publishBy(before, filed, 1);
  await publishBy(before, strange, 2);
  if (filed.kind !== 'person') return expect.fail();
  const sealedPersons = await before.seal([{ ref: 'p1', document: filed.document }], 'f1');
  await service.client.send(
    new PutCommand({
      TableName: service.names.filings,
      Item: { pk: 'FILING#f1', sk: 'FILING', id: 'f1', sealedPersons },
    }),
  );
  expect(() => changeHashingKey(path, 'turn')).toThrow('No change of the hashing key has begun');
  changeHashingKey(path, 'begin');
  changeHashingKey(path, 'turn');
  const run = () => rekey(service.client, service.names, { kind: 'file', path }, subjectHash.keyId, NOW);
  expect(await run()).toEqual({ filings: 1, persons: { linked: 1, held: 0, 'one-key': 0 }, left: 1 });
  expect(await run()).toEqual({ filings: 1, persons: { linked: 0, held: 1, 'one-key': 0 }, left: 1 });
  /* On contact: the next publication about the other links them too. */
  await publishBy(createPersonalData({ kind: 'file', path }), strange, 3);
  const counted = () => countLeft(service.client, service.names, subjectHash.keyId, NOW);
  expect([(await run()).left, await counted()]).toEqual([0, 0]);
  /* A watch that tells the former key alone, and a part in an enterprise, need it as well. */
  const [watching, holding] = [
    personKey(subjectHash.keyId, 'w'.repeat(43)),
    personKey(subjectHash.keyId, 'h'.repeat(43)),
  ];
  const watch = { id: 'w', authority: 'reg-500231', subject: watching, purpose: 'supervision', basis: 'x' };
  const going = { ...watch, askedBy: 'x', lookup: 'x', since: NOW.at, until: day('2026-11-24') };
  await service.writeAll(service.watches.keep(going, day('2026-11-23')));
  expect([(await run()).left, await counted()]).toEqual([1, 1]);
  await service.writeAll(service.watches.keep({ ...going, until: day('2026-11-23') }, day('2026-11-23')));
  expect((await run()).left).toBe(0);
  const company = { ...anEnterprise(), heads: [{ subject: holding, name: '某甲' }] } as Enterprise;
  await service.writeAll([createEnterpriseStore(service.client, service.names.filings).create(company)]);
  expect((await run()).left).toBe(1);
  await service.writeAll(
    await prepareLink(holding, { key: personKey('next', 'h'.repeat(43)), is: 'current' }, 'CQ', service),
  );
  expect((await run()).left).toBe(0);
  changeHashingKey(path, 'end');
  const ask = createLookUp({
    ...service,
    personalData: createPersonalData({ kind: 'file', path }),
    countLookup: createCountLookup(service),
  });
  const question = {
    purpose: 'registration',
    basis: 'registration-review',
    subjects: [filed, strange, passport(3)],
  };
  const { results } = await ask(aCaller('reg-511623'), question, NOW);
  expect(results.map(({ standing }) => standing.verdict)).toEqual(['hit', 'hit', 'clear']);
  await rm(folder, { recursive: true });
});
