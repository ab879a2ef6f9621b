import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../lib/crypto/record-digest.ts';
import {
  aCaller,
  aDebtorRecord,
  anAnnulment,
  type CreditService,
  moment,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const platform = aCaller('credit-500000');
const court = aCaller('court-500231');
const on = day('2026-11-23');
/* The last millisecond of the day in China, and the first of the next. */
const LAST = moment('2026-11-23T15:59:59.999Z');
const NEXT = moment('2026-11-23T16:00:00.000Z');

const numbered = (number: number) => aDebtorRecord({ documentNumber: `（2026）渝0231执虚构${number}号` });

test('counts by class and by what happened, of the day in China and of the authority that handed it in', async () => {
  const { id: first } = await service.publish(numbered(1));
  await service.publish(numbered(2), 'credit-500000', LAST);
  await service.publish(numbered(3), 'credit-500000', NEXT);
  await service.publish(numbered(1));
  await service.publish(numbered(4), 'court-500231');
  await service.annul(first, court, anAnnulment, LAST);
  const told = await service.reconcile.sum(platform, on);
  expect(told).toMatchObject({
    authority: 'credit-500000',
    day: '2026-11-23',
    total: 2,
    counts: [{ class: 'dishonest-debtor', kind: 'published', count: 2 }],
  });
  expect(told).not.toHaveProperty('next');
  expect((await service.reconcile.sum(court, on)).counts).toEqual([
    { class: 'dishonest-debtor', kind: 'annulled', count: 1 },
    { class: 'dishonest-debtor', kind: 'published', count: 1 },
  ]);
  expect(await service.reconcile.sum(platform, day('2026-11-24'))).toMatchObject({ total: 1 });
  expect(await service.reconcile.sum(aCaller('credit-510000'), on)).toMatchObject({
    total: 0,
    counts: [],
    digest: '0'.repeat(64),
  });
  const { entries } = await service.reconcile.list(court, on);
  expect(entries.find(({ kind }) => kind === 'annulled')).toMatchObject({ record: first, version: 2 });
});

test('the digest is that of everything the table holds of the day, and the pages tell all of it once', async () => {
  await Promise.all(
    Array.from({ length: 230 }, (_, index) =>
      service.publish(
        aDebtorRecord({
          documentNumber: `（2026）渝0231执虚构${index}号`,
          subject: { kind: 'organisation', code: `91500231MA5U${String(index).padStart(4, '0')}5X` },
        }),
      ),
    ),
  );
  const kept = (await service.itemsOf('credit')).filter(({ sk }) => String(sk).startsWith('RECORD#'));
  const versions = kept.map(({ id, version }) => ({ id: String(id), version: Number(version) }));
  const told = await service.reconcile.sum(platform, on);
  expect(told.total).toBe(230);
  expect(told.digest).toBe(digestOf(versions));
  const first = await service.reconcile.list(platform, on);
  expect(first.entries).toHaveLength(200);
  const rest = await service.reconcile.list(platform, on, first.next);
  expect(rest.entries).toHaveLength(30);
  expect(rest).not.toHaveProperty('next');
  const entries = [...first.entries, ...rest.entries];
  expect(digestOf(entries.map(({ record: id, version }) => ({ id, version })))).toBe(told.digest);
  const other = service.reconcile.list(court, on, first.next);
  await expect(other).rejects.toMatchObject({ code: 'invalid-request' });
});

test('a digest as anyone can compute it', () => {
  expect(digestOf([])).toBe('0'.repeat(64));
  expect(digestOf([{ id: 'A', version: 1 }])).toBe(
    '937bb40e8164065f6b7bed3ca1f82d44c2b04aafa7e40fe91948f417f0404692',
  );
});

test('digests do not depend on order, add up, and show what is missing or held twice', () => {
  const version = fc.record({ id: fc.string({ minLength: 1 }), version: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(version, { minLength: 1 }), fc.array(version), (one, other) => {
      const whole = digestOf([...one, ...other]);
      expect(digestOf([...other, ...one])).toBe(whole);
      const sum = (BigInt(`0x${digestOf(one)}`) + BigInt(`0x${digestOf(other)}`)) % (1n << 256n);
      expect(sum.toString(16).padStart(64, '0')).toBe(whole);
      expect(digestOf(one)).not.toBe(digestOf(one.slice(1)));
      expect(digestOf(one)).not.toBe(digestOf([...one, ...one]));
    }),
  );
});
