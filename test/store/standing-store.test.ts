import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRecordClass, recordClasses } from '../../catalog/records/record-classes.ts';
import { MARKED } from '../../lib/domain/credit/dispute.ts';
import { addToHalf, emptyHalf, type Half } from '../../lib/domain/credit/half.ts';
import { periodRuleFor } from '../../lib/domain/credit/periods.ts';
import type { RecordVersion } from '../../lib/domain/credit/record.ts';
import type { SubjectKey, SubjectKind } from '../../lib/domain/subject/subject-key.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import { keys } from '../../lib/store/keys.ts';
import { countsUnits } from '../support/counts-units.ts';
import { type CreditService, startCreditService } from '../support/credit-service.ts';
import { anOrganisation, aPerson, aRecord, day, recordId } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeAll(async () => {
  service = await startCreditService();
});
afterAll(() => service.stop());

const signal = () => AbortSignal.timeout(5_000);
const ignore = () => undefined;

/** For every class, authority kind and severity of the catalogue enough records that nothing overlaps. */
function everythingAbout(subject: SubjectKey, kind: SubjectKind, side: string): Half {
  let seed = 0;
  const records = recordClasses()
    .filter(({ subjects }) => subjects.includes(kind))
    .flatMap((recordClass) =>
      recordClass.issuedBy.flatMap((authorityKind) =>
        (recordClass.severities.length > 0 ? recordClass.severities : [undefined]).flatMap((severity) =>
          Array.from({ length: 12 }, (_, step): RecordVersion => {
            seed += 1;
            const decidedOn = addDays(day('2026-04-01'), step);
            return aRecord({
              id: recordId(`${side}${seed}`),
              subject,
              class: recordClass.id,
              authorityKind,
              issuedBy: 'court-500231',
              jurisdiction: side,
              decidedOn,
              ...(severity && { severity, publicationNecessary: true }),
              // What is decided last ends first, so that both rankings keep records of their own.
              validTo: addDays(day('2026-09-01'), -step),
            });
          }),
        ),
      ),
    )
    .filter((record) => periodRuleFor(findRecordClass(record.class) ?? expect.fail(), record) !== undefined);
  const half = records.reduce((sum, record) => addToHalf(sum, record, findRecordClass), emptyHalf(side));
  const kept = Array.from({ length: MARKED }, (_, index) => recordId(`disputed ${side}${index}`));
  return { ...half, rightUntil: day('2027-05-20'), disputed: { kept, more: true } };
}

test.runIf(countsUnits).each([
  ['person', aPerson],
  ['organisation', anOrganisation],
] as const)(
  'the biggest halves of a %s come back as they were and cost one read unit together',
  async (kind, subject) => {
    const halves = service.sides.map((side) => everythingAbout(subject, kind, side));
    expect(halves[0]?.tallies.length).toBeGreaterThan(4);
    expect(halves[0]?.disclosed.kept.length).toBe(10);
    for (const half of halves) {
      const read = { half: emptyHalf(half.jurisdiction), version: 0 };
      await service.writeAll([service.standings.replace(subject, half, read)]);
    }
    const recorded = recordCalls(service.client);
    expect(await service.standings.readHalves(subject, signal())).toEqual(halves);
    expect(recorded.calls.map(({ name, units, input }) => [name, units, input.ConsistentRead])).toEqual([
      ['Query', 1, true],
    ]);
    recorded.reset();
    for (const side of service.sides) await service.standings.getForUpdate(subject, side);
    expect(recorded.calls.map(({ units, input }) => [units, input.ConsistentRead])).toEqual([
      [1, true],
      [1, true],
    ]);
    recorded.stop();
  },
);

test.runIf(countsUnits)('the biggest half stays under 2 KB, as writing it tells', async () => {
  const recorded = recordCalls(service.client);
  const [side = ''] = service.sides;
  const subject = `${aPerson.slice(0, -1)}b` as SubjectKey;
  const half = everythingAbout(aPerson, 'person', side);
  const { item } = service.standings.replace(subject, half, { half: emptyHalf(side), version: 0 });
  await service.client.send(new PutCommand({ TableName: service.names.credit, Item: item.Put?.Item ?? {} }));
  expect(recorded.units('PutItem')).toBeLessThanOrEqual(2);
  recorded.stop();
});

test('a half is replaced only by who read its last version', async () => {
  const subject = `${aPerson.slice(0, -1)}c` as SubjectKey;
  const first = { half: emptyHalf('CQ'), version: 0 };
  await service.writeAll([service.standings.replace(subject, first.half, first)]);
  await expect(
    service.writeAll([service.standings.replace(subject, first.half, first)]),
  ).rejects.toMatchObject({
    conditions: ['half-unchanged'],
  });
  const second = await service.standings.getForUpdate(subject, 'CQ');
  expect(second.version).toBe(1);
  await service.writeAll([service.standings.replace(subject, second.half, second)]);
  await expect(
    service.writeAll([service.standings.replace(subject, second.half, second)]),
  ).rejects.toMatchObject({ conditions: ['half-unchanged'] });
});

test('a half of a shape we do not know makes its subject unread, not empty, and harms no other', async () => {
  const odd = `${aPerson.slice(0, -1)}d` as SubjectKey;
  const none = `${aPerson.slice(0, -1)}e` as SubjectKey;
  const Item = { ...keys.standing(odd, 'CQ'), shape: 2, version: 1, tallies: {} };
  await service.client.send(new PutCommand({ TableName: service.names.credit, Item }));
  const told: unknown[] = [];
  const halves = await service.standings.readMany([odd, none], signal(), (fault) => told.push(fault));
  expect([...halves.entries()]).toEqual([[none, []]]);
  expect(told.length).toBe(1);
  await expect(service.standings.readHalves(odd, signal())).rejects.toThrow();
});

test('nobody asked for is nothing read', async () => {
  expect((await service.standings.readMany([], signal(), ignore)).size).toBe(0);
});
