import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRecordSuccession, type SuccessionToRecord } from '../../lib/acts/record-succession.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { createSuccessionStore } from '../../lib/store/succession-store.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { faults, injectFaults, recordCalls } from '../support/sdk-faults.ts';

const OLD = '500231000000014';
const NEW = '91500231MA5U000A5X';
const organisation = (code: string): NamedSubject => ({ kind: 'organisation', code });
const document = { number: '渝市监码〔2026〕虚构1号', decidedOn: day('2026-10-09') };
const replaced: SuccessionToRecord = {
  action: 'record',
  former: OLD,
  current: NEW,
  kind: 'replaced',
  document,
};

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const LATER = { ...NOW, at: '2026-11-23T03:00:00.000Z' as typeof NOW.at };

const record = async (asked: SuccessionToRecord, authority = 'reg-500231', moment = NOW) => {
  const act = createRecordSuccession({
    ...service,
    successions: createSuccessionStore(service.client, service.names.credit),
  });
  const once = { caller: 'c', at: moment.at, tell: (body: unknown) => ({ status: 200, body }) };
  return (await act(aCaller(authority), asked, once, moment)).answer.body;
};
const lookUp = (codes: readonly string[], deadlineMs?: number) =>
  service.newLookUp(deadlineMs === undefined ? {} : { deadlineMs })(
    aCaller('reg-511623'),
    { purpose: 'supervision', basis: 'risk-based-supervision', subjects: codes.map(organisation) },
    NOW,
  );
const verdicts = async (...codes: readonly string[]) =>
  (await lookUp(codes)).results.map(({ standing }) => standing.verdict);
const publish = (code: string, number: number) =>
  service.publish(
    aDebtorRecord({
      class: 'abnormal-list',
      issuedBy: 'reg-511623',
      subject: organisation(code),
      documentNumber: `邻市监异〔2026〕虚构${number}号`,
    }),
    'credit-510000',
  );

test('of a code that was replaced all records count under either, and each is told of the other with its day', async () => {
  await publish(OLD, 1);
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'clear']);
  await record(replaced);
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'hit']);
  expect(await verdicts(NEW)).toEqual(['hit']);
  const { results } = await lookUp([OLD, NEW]);
  expect(
    results.map(({ standing }) => standing.linked.filter(({ is }) => is === 'current' || is === 'former')),
  ).toEqual([
    [{ key: `O:${NEW}`, is: 'current', on: '2026-10-09' }],
    [{ key: `O:${OLD}`, is: 'former', on: '2026-10-09' }],
  ]);
  const page = await service.publicRecords.ofOrganisation(NEW, NOW.on);
  expect(page.entries.map(({ state }) => state.last.subject)).toEqual([`O:${OLD}`]);
  /* What is published or ended later under one of them leaves the link as it is. */
  const { id } = await publish(NEW, 2);
  await service.annul(id, aCaller('reg-511623'));
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'hit']);
  const past = await service.newLookUp()(
    aCaller('reg-511623'),
    {
      purpose: 'registration',
      basis: 'registration-review',
      subjects: [organisation(NEW), organisation(OLD)],
      asOf: day('2026-06-01'),
    },
    NOW,
  );
  expect(past.results.map(({ standing }) => standing.view?.disclosed.entries.length)).toEqual([1, 1]);
});

test('who was converted keeps their own records, and is told of what came of it', async () => {
  await publish(OLD, 1);
  await record({ ...replaced, kind: 'converted' });
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'clear']);
  const { results } = await lookUp([OLD, NEW]);
  expect(results.map(({ standing }) => standing.linked.map(({ is }) => is))).toEqual([
    ['converted-to'],
    ['converted-from'],
  ]);
});

test('through a chain of codes every record is found', async () => {
  const codes = [OLD, '500231000000022', '500231000000039', NEW];
  await publish(OLD, 1);
  for (let at = 0; at + 1 < codes.length; at += 1)
    await record({ ...replaced, former: codes[at] ?? '', current: codes[at + 1] ?? '' });
  expect(await verdicts(...codes)).toEqual(['hit', 'hit', 'hit', 'hit']);
});

const withdrawal = { ...replaced, action: 'withdraw' } as const;

test('what one side withdraws the other still says: nobody is clear again by that', async () => {
  await publish(OLD, 1);
  await record(replaced);
  expect(await record(replaced, 'reg-511623')).toMatchObject({ recordedBy: 'reg-511623' });
  await record(withdrawal);
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'hit']);
  await expect(record(withdrawal)).rejects.toMatchObject({ values: { reason: 'of-other-side' } });
  await record(withdrawal, 'reg-511623');
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'clear']);
  await expect(record(withdrawal)).rejects.toMatchObject({ values: { reason: 'none' } });
});

test('within a side nobody withdraws what another recorded, and the codes are linked until all of them did', async () => {
  await publish(OLD, 1);
  await record(replaced);
  await expect(record(withdrawal, 'credit-500000')).rejects.toMatchObject({
    values: { reason: 'of-other-authority' },
  });
  await record(replaced, 'credit-500000');
  await record(withdrawal);
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'hit']);
  await expect(record(withdrawal)).rejects.toMatchObject({ values: { reason: 'of-other-authority' } });
  await record(withdrawal, 'credit-500000');
  expect(await verdicts(OLD, NEW)).toEqual(['hit', 'clear']);
});

test('what an authority recorded already is answered as it stands and written once', async () => {
  await record(replaced);
  const again = {
    ...replaced,
    document: { number: '渝市监码〔2026〕虚构2号', decidedOn: day('2026-10-10') },
  };
  expect(await record(again)).toMatchObject({ document: { number: '渝市监码〔2026〕虚构1号' } });
  const successions = createSuccessionStore(service.client, service.names.credit);
  expect((await successions.listOf(OLD)).map(({ action, recordedBy }) => [action, recordedBy])).toEqual([
    ['record', 'reg-500231'],
  ]);
  expect(await successions.listOf(NEW)).toHaveLength(1);
});

test('it is not recorded as of two kinds, nor of one code, nor by a court', async () => {
  await record(replaced);
  await expect(record({ ...replaced, kind: 'converted' })).rejects.toMatchObject({
    code: 'succession-conflict',
    values: { reason: 'other-kind' },
  });
  await expect(record({ ...replaced, current: OLD })).rejects.toMatchObject({ code: 'invalid-request' });
  await expect(record(replaced, 'court-500231')).rejects.toMatchObject({ code: 'forbidden' });
});

test('of two withdrawals at one moment the link is gone, and of a withdrawal beside a record it is not', async () => {
  await publish(OLD, 1);
  await record(replaced);
  await record(replaced, 'credit-500000');
  await Promise.all([record(withdrawal), record(withdrawal, 'credit-500000')]);
  expect(await verdicts(NEW)).toEqual(['clear']);
  await record(replaced, 'credit-500000', LATER);
  await Promise.all([record(withdrawal, 'credit-500000', LATER), record(replaced, 'reg-500231', LATER)]);
  expect(await verdicts(NEW)).toEqual(['hit']);
});

test('of two at one moment, and beside a publication, nothing is lost', async () => {
  await Promise.all([record(replaced), publish(OLD, 1), record(replaced), publish(NEW, 2)]);
  const { results } = await lookUp([OLD, NEW]);
  expect(results.map(({ standing }) => standing.view?.disclosed.entries.length)).toEqual([2, 2]);
});

test.each(faults)(
  'whatever call meets the fault "%s", the new code is not clear of what the old one has',
  async (fault) => {
    await publish(OLD, 1);
    await record(replaced);
    const recorded = recordCalls(service.client);
    await lookUp([NEW]);
    const calls = recorded.calls.length;
    recorded.stop();
    for (let failing = 0; failing < calls; failing += 1) {
      const injected = await injectFaults(service.client, (_, number) =>
        number === failing ? fault : undefined,
      );
      const outcome = await lookUp([NEW], 200).catch((error: { code?: string }) => error.code ?? 'fault');
      await injected.stop();
      if (typeof outcome === 'string') expect(outcome).toBe('lookup-not-logged');
      else expect(['hit', 'unknown']).toContain(outcome.results[0]?.standing.verdict);
    }
  },
);
