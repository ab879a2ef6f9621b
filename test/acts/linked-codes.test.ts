import { afterEach, beforeEach, expect, test } from 'vitest';
import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { emptyHalf, withLink } from '../../lib/domain/credit/half.ts';
import type { LinkedKey } from '../../lib/domain/subject/linked-key.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { lookupFrom } from '../../lib/store/lookup-log-store.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';
import { itemsUnder } from '../support/stream-events.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const FORMER = '500231000000014';
const CURRENT = '91500231MA5U000A5X';
const named = (code: string): NamedSubject => ({ kind: 'organisation', code });
const asks = { purpose: 'supervision', basis: 'risk-based-supervision' };
const regulator = aCaller('reg-511623');
const lookUp = (...codes: readonly string[]) =>
  service.newLookUp()(regulator, { ...asks, subjects: codes.map(named) }, NOW);

const keep = (of: SubjectKey, links: readonly LinkedKey[]) => {
  const empty = emptyHalf('CQ');
  return service.standings.replace(of, links.reduce(withLink, empty), { half: empty, version: 0 });
};
const [former, current] = [organisationKey(FORMER), organisationKey(CURRENT)];
const linkBoth = () =>
  service.writeAll([
    keep(former, [{ key: current, is: 'current' }]),
    keep(current, [{ key: former, is: 'former' }]),
  ]);
const logged = async () =>
  itemsUnder('LOG#', await service.itemsOf('lookupLog'))
    .map(lookupFrom)
    .toSorted((a, b) => b.subjects.length - a.subjects.length);

test('whose records were read through another code has the look-up in the log too, also once the link is withdrawn', async () => {
  await linkBoth();
  await service.publish(
    aDebtorRecord({ class: 'abnormal-list', issuedBy: 'reg-511623', subject: named(FORMER) }),
    'credit-510000',
  );
  const { results } = await lookUp(CURRENT);
  expect(results[0]?.standing.verdict).toBe('hit');
  const entries = await logged();
  expect(entries.map(({ subjects }) => subjects).toSorted()).toEqual([[former], [current]].toSorted());
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  for (const entry of entries) {
    expect(entry).toMatchObject({ caller: regulator.id, authority: 'reg-511623', ...asks });
    await service.lookupLog.addSeen(entry);
  }
  await service.writeAll([
    service.standings.replace(former, emptyHalf('CQ'), await service.standings.getForUpdate(former, 'CQ')),
    service.standings.replace(current, emptyHalf('CQ'), await service.standings.getForUpdate(current, 'CQ')),
  ]);
  const seenBy = async (subjectKey: SubjectKey) =>
    (await createListLookupsOfSubject(service)(aCaller(undefined, { id: 'own', subjectKey }))).entries.length;
  expect([await seenBy(former), await seenBy(current)]).toEqual([1, 1]);
});

test('the details of such records are logged alike, and of codes that are not linked there is one entry', async () => {
  await linkBoth();
  await service.lookUpDetails(regulator, { ...asks, subject: named(CURRENT) }, NOW);
  expect((await logged()).map(({ subjects }) => subjects).toSorted()).toEqual(
    [[former], [current]].toSorted(),
  );
  await lookUp('91500231MA5U000A57', CURRENT, FORMER);
  expect((await logged()).map(({ subjects }) => subjects.length)).toEqual([3, 1, 1]);
});

test('what was read through a link and cannot be logged is not answered', async () => {
  await linkBoth();
  const sent = recordCalls(service.client);
  await lookUp(CURRENT);
  const last = sent.calls.findLastIndex(({ name }) => name === 'PutItem');
  sent.stop();
  const injected = await injectFaults(service.client, (_, number) => (number === last ? 'error' : undefined));
  await expect(lookUp(CURRENT)).rejects.toMatchObject({ code: 'lookup-not-logged' });
  await injected.stop();
});

test('a subject with more codes than are read for one is unknown at once, and why; the others are judged', async () => {
  const code = (number: number) => `5002310${String(number).padStart(8, '0')}`;
  const childrenOf = (number: number) => Array.from({ length: 8 }, (_, child) => number * 8 + child + 1);
  const keyOf = (number: number) => organisationKey(code(number));
  for (let number = 0; number <= 8; number += 1)
    await service.writeAll([
      keep(
        keyOf(number),
        childrenOf(number).map((child) => ({ key: keyOf(child), is: 'former' as const })),
      ),
    ]);
  const sent = recordCalls(service.client);
  const { results } = await lookUp(code(0));
  expect(results.map(({ standing: { verdict, reasons } }) => [verdict, reasons])).toEqual([
    ['unknown', ['too-many-codes']],
  ]);
  const reads = sent.calls.filter(({ input }) => JSON.stringify(input).includes('STANDING#'));
  expect(reads.length).toBeLessThanOrEqual(9);
  sent.stop();
  const both = await lookUp(code(0), CURRENT);
  expect(both.results.map(({ standing: { verdict } }) => verdict)).toEqual(['unknown', 'clear']);
});
