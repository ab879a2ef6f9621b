import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LookupQuestion } from '../../lib/acts/look-up.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import {
  aCaller,
  aDebtorRecord,
  aGrant,
  aRepairRequest,
  type CreditService,
  moment,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';

let service: CreditService;
beforeAll(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterAll(() => service.stop());

const passport = (number: string): NamedSubject => ({
  kind: 'person',
  document: { kind: 'passport', number },
});
const ask = async (subject: NamedSubject, more: Partial<LookupQuestion> = {}, at = NOW) => {
  const question = { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [subject], ...more };
  const { results } = await service.newLookUp()(aCaller('reg-511623'), question, at);
  return results[0]?.standing ?? expect.fail();
};
const historyOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).listed.history;

const listing = (subject: NamedSubject) =>
  aDebtorRecord({
    subject,
    class: 'serious-list',
    issuedBy: 'reg-500231',
    decidedOn: day('2025-05-11'),
    basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '第二条' }],
  });

test('nobody ever listed, somebody listed, and somebody whose time has passed', async () => {
  expect(await historyOf(passport('E30000001'))).toBe('never-listed');
  const { id } = await service.publish(listing(passport('E30000002')));
  expect((await ask(passport('E30000002'))).listed).toEqual({
    history: 'listed',
    more: false,
    listings: [
      {
        list: 'serious-list',
        record: id,
        jurisdiction: 'CQ',
        since: '2025-05-11',
        issuedBy: 'reg-500231',
        until: '2028-05-11',
      },
    ],
  });
  const [last, after] = ['2028-05-10T03:00:00.000Z', '2028-05-11T03:00:00.000Z'];
  expect(await historyOf(passport('E30000002'), {}, moment(last))).toBe('listed');
  expect((await ask(passport('E30000002'), {}, moment(after))).listed).toEqual({
    history: 'formerly-listed',
    more: false,
    listings: [],
  });
});

test('a record of no list, and being on a list that rewards, leave nobody listed', async () => {
  const subject = passport('E30000003');
  await service.publish({
    ...listing(subject),
    class: 'penalty',
    severity: 'serious',
    documentNumber: '渝罚〔2026〕1号',
  });
  await service.publish({
    ...listing(subject),
    class: 'honour',
    issuedBy: 'credit-500000',
    documentNumber: '红名单〔2026〕1号',
  });
  const { listed } = await ask(subject);
  expect([listed.history, listed.listings.map(({ list }) => list)]).toEqual(['never-listed', ['honour']]);
});

test('where a list is behind nobody was never listed, though the verdict does not need it', async () => {
  const subject = passport('E30000004');
  const later = moment('2026-11-26T02:00:00.000Z');
  for (const [source, owner] of [
    ['cq-dishonest-debtors', 'court-500000'],
    ['sc-dishonest-debtors', 'court-510000'],
    ['cq-false-registrations', 'reg-500000'],
    ['sc-false-registrations', 'reg-510000'],
  ] as const)
    await service.heartbeat(source, '2026-11-26T01:00:00.000Z', owner, later);
  const registration = { purpose: 'registration', basis: 'registration-review' };
  const { verdict, listed } = await ask(subject, registration, later);
  expect([verdict, listed.history]).toEqual(['clear', 'unknown']);
  await service.publish(listing(subject));
  expect(await historyOf(subject, registration, later)).toBe('listed');
});

test('what was repaired is told of to an audit alone', async () => {
  const subject = passport('E30000005');
  const { id } = await service.publish(listing(subject));
  const officer = aCaller('reg-500231');
  await service.repair(id, aCaller('credit-500000', { id: 'asks' }), aRepairRequest);
  await service.repair(id, officer, { action: 'accept' });
  await service.repair(id, aCaller('reg-500231', { id: 'decides' }), aGrant);
  expect(await historyOf(subject)).toBe('never-listed');
  const audit = { purpose: 'audit', basis: 'audit-inquiry' };
  expect(await historyOf(subject, audit)).toBe('formerly-listed');
});

test('a purpose is shown the classes it may see, and no others', async () => {
  const subject: NamedSubject = { kind: 'organisation', code: '91500231MA5U000A5X' };
  await service.publish({ ...listing(subject), class: 'abnormal-list' });
  await service.publish({ ...listing(subject), class: 'honour', issuedBy: 'credit-500000' });
  const classes = async (more: Partial<LookupQuestion>) =>
    (await ask(subject, more)).view?.disclosed.entries.map((entry) => entry.class).toSorted();
  expect(await classes({})).toEqual(['abnormal-list', 'honour']);
  const simple = { purpose: 'simple-cancellation', basis: 'simple-cancellation-review' };
  expect(await classes(simple)).toEqual(['abnormal-list']);
  const { view, listed } = await ask(subject, simple);
  expect(view?.discipline.map(({ row }) => row.id)).toEqual(['no-simple-cancellation-abnormal']);
  expect(listed.listings.map(({ list }) => list)).toEqual(['abnormal-list']);
});
