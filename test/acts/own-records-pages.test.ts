import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendRecord } from '../../lib/acts/append-record.ts';
import { listUnderKeys } from '../../lib/acts/list-under-keys.ts';
import { pageRecords } from '../../lib/acts/page-records.ts';
import { createReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { emptyHalf, withLink } from '../../lib/domain/credit/half.ts';
import { organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { cursorFrom } from '../../lib/store/cursor.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import {
  aCaller,
  aDispute,
  type CreditService,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { aRecord, day, recordId } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeAll(async () => {
  service = await startCreditService();
});
afterAll(() => service.stop());

const CURRENT = organisationKey('91500231MA5U000A5X');
const FORMER = organisationKey('500231000000014');
const me = aCaller(undefined, { id: 'me', subjectKey: CURRENT });

const ownFile = () =>
  createReadOwnFile({
    ...service,
    filings: createFilingStore(service.client, service.names.filings),
    roles: createRoleStore(service.client, service.names.filings),
  });

const write = async (subject: SubjectKey, count: number, from: number) => {
  const versions = Array.from({ length: count }, (_, index) =>
    aRecord({
      id: recordId(from + index),
      subject,
      class: 'abnormal-list',
      issuedBy: 'reg-500231',
      authorityKind: 'registration',
      jurisdiction: 'CQ',
    }),
  );
  for (let at = 0; at < versions.length; at += 100)
    await service.writeAll(versions.slice(at, at + 100).map(appendRecord(service.records)));
};

const link = (subject: SubjectKey, key: SubjectKey, is: 'former' | 'current') =>
  service.standings.replace(subject, withLink(emptyHalf('CQ'), { key, is }), {
    half: emptyHalf('CQ'),
    version: 0,
  });

describe('one’s own records, however many there are', () => {
  test('are all told, each once, under every key, by one Query of bounded size a page', async () => {
    await write(CURRENT, 270, 0);
    await write(FORMER, 30, 1_000);
    await service.writeAll([link(CURRENT, FORMER, 'former'), link(FORMER, CURRENT, 'current')]);
    const sent = recordCalls(service.client);
    const told: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 12; page += 1) {
      sent.reset();
      const { entries, next } = await ownFile().records(me, NOW.on, cursor);
      const read = sent.calls.filter(({ input }) => JSON.stringify(input).includes('RECORD#'));
      expect(read.map(({ name, input }) => [name, input.Limit])).toEqual([['Query', 240]]);
      expect(entries.length).toBeLessThanOrEqual(50);
      told.push(...entries.map(({ record }) => record.id));
      cursor = next;
      if (cursor === undefined) break;
    }
    sent.stop();
    expect([cursor, told.length, new Set(told).size]).toEqual([undefined, 300, 300]);
  });

  test('a dispute is told with the record it is about', async () => {
    const { id } = await service.publish(
      {
        class: 'abnormal-list',
        subject: { kind: 'organisation', code: '91500231MA5U000A57' },
        issuedBy: 'reg-500231',
        documentNumber: '异常〔2026〕虚构9号',
        ordinal: 1,
        decidedOn: day('2026-05-11'),
        basis: [{ law: '企业经营异常名录管理办法', article: '第四条' }],
      },
      'credit-500000',
    );
    await service.dispute(id, aCaller('credit-500000'), aDispute);
    const other = aCaller(undefined, { id: 'other', subjectKey: organisationKey('91500231MA5U000A57') });
    const { entries } = await ownFile().records(other, NOW.on);
    expect(entries.map(({ record, disputed }) => [record.id, disputed])).toEqual([[id, true]]);
  });

  test('parts in enterprises go on beyond a page', async () => {
    const roles = createRoleStore(service.client, service.names.filings);
    const codes = Array.from({ length: 60 }, (_, index) => `9150023100000${1_000 + index}`);
    await service.writeAll(
      codes.map((code) => roles.begin({ subject: CURRENT, role: 'shareholder' }, code, NOW.on)),
    );
    const first = await ownFile().roles(me, [CURRENT]);
    const second = await ownFile().roles(me, [CURRENT], first.next);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, undefined]);
    expect(new Set([...first.entries, ...second.entries].map(({ code }) => code)).size).toBe(60);
  });
});

describe('a walk over keys of which one is linked or no longer linked meanwhile', () => {
  const keys = ['O:a', 'O:b', 'O:c', 'O:d', 'O:e'] as SubjectKey[];
  const list = async (key: SubjectKey) => ({ entries: [key] });

  test.each(keys)('misses and doubles none that was there all the while: %s', async (changed) => {
    const without = keys.filter((key) => key !== changed);
    for (const [before, after] of [
      [keys, without],
      [without, keys],
    ] as const)
      for (let pages = 1; pages < 4; pages += 1) {
        const told: SubjectKey[] = [];
        let cursor: string | undefined;
        for (let page = 0; page < 9; page += 1) {
          const found = await listUnderKeys(page < pages ? before : after, 'list', cursor, list);
          told.push(...found.entries);
          cursor = found.next;
          if (cursor === undefined) break;
        }
        expect(told.filter((key) => key !== changed).toSorted()).toEqual(without);
      }
  });
});

describe('a cursor that nobody was given', () => {
  const nobodys = { code: 'invalid-request', defects: [{ path: 'query:/cursor', code: 'foreign-cursor' }] };
  const records = ['~~~', '', '\u0000', 'x'.repeat(199), `${recordId(1)}#`, '-'.repeat(23)];

  test.each(records)('is refused by a list of records: %j', async (record) => {
    const { next } = await pageRecords(service.records, [CURRENT], { binding: 'b', most: 1 });
    const [, text] = JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as [string, string];
    const cursor = cursorFrom('b', { ...(JSON.parse(text) as Record<string, string>), record });
    await expect(pageRecords(service.records, [CURRENT], { binding: 'b', cursor })).rejects.toMatchObject(
      nobodys,
    );
    const mine = cursorFrom(`listMyRecords#me#${CURRENT}`, { of: '0', record });
    await expect(ownFile().records(me, NOW.on, mine)).rejects.toMatchObject(nobodys);
    const details = cursorFrom(`details caller-reg-511623 supervision ${CURRENT}`, { of: '0', record });
    const asked = { purpose: 'supervision', basis: 'risk-based-supervision', subject: organisation };
    await expect(
      service.lookUpDetails(aCaller('reg-511623'), { ...asked, cursor: details }, NOW),
    ).rejects.toMatchObject(nobodys);
  });

  test.each([
    'e30',
    'W10',
    ...[[0, 'x', ''], ['a', 'b', 1], [1.5, null], ['a', 'x'], ['a', 'b', 'c'], { 0: 'a' }, null, 7].map(
      (told) => Buffer.from(JSON.stringify(told)).toString('base64url'),
    ),
  ])('is refused by a list under keys: %s', async (cursor) => {
    const list = () => expect.fail('asked');
    const { next } = await listUnderKeys([CURRENT, FORMER], 'other', undefined, async () => ({
      entries: [],
    }));
    await expect(listUnderKeys([CURRENT, FORMER], 'list', next, list)).rejects.toMatchObject(nobodys);
    await expect(listUnderKeys([CURRENT, FORMER], 'list', cursor, list)).rejects.toMatchObject(nobodys);
  });
});
