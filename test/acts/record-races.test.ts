import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { halfOf, standingAt } from '../../lib/domain/credit/standing-at.ts';
import {
  aCaller,
  aDebtorRecord,
  aDispute,
  aGrant,
  anAnnulment,
  type CreditService,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const sides = [
  { side: 'CQ', registry: 'reg-500231', court: 'court-500231' },
  { side: 'SC', registry: 'reg-511623', court: 'court-511623' },
] as const;
const sideOf = (index: number) => sides[index % 2] ?? sides[0];
const aPenalty = (index: number) =>
  aDebtorRecord({
    class: 'penalty',
    severity: index % 4 < 2 ? 'general' : 'serious',
    subject: organisation,
    issuedBy: sideOf(index).registry,
    ordinal: index + 1,
    decidedOn: day('2026-04-01'),
  });
const versions = () => service.records.listVersions(anOrganisation, AbortSignal.timeout(10_000));

async function requireWhole() {
  const kept = await versions();
  for (const { side } of sides) {
    const { half } = await service.standings.getForUpdate(anOrganisation, side);
    const { disputed: _, ...records } = half;
    expect(records).toEqual(halfOf(side, kept, NOW.on, findRecordClass));
    expect(records).toEqual(standingAt(side, kept, NOW.on, NOW.at, findRecordClass));
  }
  return kept;
}

test('of forty writers on one subject from both sides, who do everything there is, nothing is lost', async () => {
  const published = await Promise.all(
    Array.from({ length: 20 }, (_, index) => service.publish(aPenalty(index), sideOf(index).registry)),
  );
  const officer = (index: number) => aCaller(sideOf(index).registry);
  const asker = aCaller(undefined, { id: 'asker', roles: ['subject'], subjectKey: anOrganisation });
  const document = { number: '（2026）渝03破虚构1号', decidedOn: day('2026-11-18') };
  const [first, second] = [published[4]?.id ?? '', published[5]?.id ?? ''];
  await service.repair(first, asker);
  await service.repair(second, asker);

  const acts = published.flatMap(({ id }, index) => {
    const by = officer(index);
    const more = service.publish(aPenalty(100 + index), sideOf(index).registry);
    if (index < 4) return [service.annul(id, by, anAnnulment), more];
    if (index < 6) return [service.repair(id, by, aGrant), more];
    if (index < 10)
      return [service.correct(id, by, { reason: '更正', content: { validTo: day('2027-01-01') } }), more];
    if (index < 14)
      return [
        service.shield(id, by, {
          action: 'shield',
          from: day('2026-11-20'),
          until: day('2027-05-20'),
          document,
        }),
        more,
      ];
    return [service.dispute(id, aCaller(sideOf(index + 1).court)), more];
  });
  const done = await Promise.allSettled(acts);
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);

  const kept = await requireWhole();
  expect(kept.length).toBe(20 + 20 + 14);
  const kinds = Object.groupBy(kept, ({ happened }) => happened.kind);
  expect(Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list?.length]))).toEqual({
    published: 40,
    annulled: 4,
    repaired: 2,
    corrected: 4,
    shielded: 4,
  });
  expect((await service.disputes.listOfSubject(anOrganisation)).length).toBe(6);
  for (const { side } of sides)
    expect((await service.standings.getForUpdate(anOrganisation, side)).half.disputed?.kept.length).toBe(3);
});

test('a repair racing look-ups is seen whole or not at all, and a decision once made stays', async () => {
  await service.allComplete('2026-11-23T01:00:00.000Z');
  const { id } = await service.publish(
    aDebtorRecord({
      class: 'serious-list',
      subject: organisation,
      issuedBy: 'reg-500231',
      decidedOn: day('2025-10-01'),
    }),
  );
  const asker = aCaller(undefined, { id: 'asker', roles: ['subject'], subjectKey: anOrganisation });
  await service.repair(id, asker);
  const lookUp = service.newLookUp();
  const question = { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [organisation] };
  const seen = async () => {
    const { results } = await lookUp(aCaller('reg-511623'), question, NOW);
    const { verdict, view } = results[0]?.standing ?? expect.fail();
    const { disclosed, discipline, information } = view ?? expect.fail();
    return [verdict, disclosed.entries.length > 0, discipline.length > 0, information.length > 0];
  };
  const states: (readonly unknown[])[] = [];
  let granted = false;
  const watching = async () => {
    while (!granted) states.push(await seen());
  };
  const watchers = Array.from({ length: 6 }, watching);
  const grants = await Promise.allSettled(
    ['one', 'two', 'three'].map((officer) =>
      service.repair(id, aCaller('reg-500231', { id: officer }), aGrant),
    ),
  );
  granted = true;
  await Promise.all(watchers);
  states.push(await seen());
  const before = ['hit', true, true, true];
  const after = ['clear', false, false, false];
  expect(states.filter((state) => `${state}` !== `${before}` && `${state}` !== `${after}`)).toEqual([]);
  expect(states.at(-1)).toEqual(after);
  expect(grants.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  const { versions: told } = await service.steps.read(asker, id);
  expect(told.map(({ happened }) => happened.kind)).toEqual(['published', 'repaired']);
});

test('of two disputes, two requests and two annulments at one moment one each comes about', async () => {
  const { id } = await service.publish(aPenalty(0), 'reg-500231');
  const callers = ['court-500231', 'court-511623', 'reg-500112'].map((authority) => aCaller(authority));
  const raised = await Promise.allSettled(callers.map((caller) => service.dispute(id, caller, aDispute)));
  expect(raised.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  expect((await service.disputes.listOfSubject(anOrganisation)).length).toBe(1);
  const askers = ['a', 'b'].map((asker) => aCaller('reg-500231', { id: asker }));
  const asked = await Promise.allSettled(askers.map((asker) => service.repair(id, asker)));
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  const annulled = await Promise.all(askers.map((asker) => service.annul(id, asker)));
  expect(annulled.map(({ state }) => state.last.version)).toEqual([2, 2]);
  await requireWhole();
});
