import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Page } from '../../lib/store/cursor.ts';
import { aCaller, moment } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
let online: string;
let atWindow: string;
const WINDOW = registrar('500231');

beforeAll(async () => {
  service = await startRegistrationService();
  const facts = await service.proven(aDoubtfulFiling());
  online = (await service.submit(named('青岚', facts))).id;
  atWindow = (await service.submit(named('碧岚', facts), { by: WINDOW })).id;
});
afterAll(() => service.stop());

const other = (overrides: Partial<Caller>) =>
  aCaller(undefined, { id: 'other', roles: ['applicant'], ...overrides });

describe('who may see a filing', () => {
  test.each([
    ['whoever filed it on-line', applicant, true, false],
    ['another applicant', other({}), false, false],
    ['another clerk of the window that took it', { ...WINDOW, id: 'clerk-2' }, false, true],
    [
      'a clerk of another window of that authority',
      { ...WINDOW, id: 'clerk-3', window: 'win-500231-2' },
      false,
      false,
    ],
    ['a registrar of the authority that decides', registrar('511623'), true, true],
    ['its head', head('511623'), true, true],
    ['a registrar of another county', registrar('511602'), false, false],
    ['a registrar of the province above', registrar('510000'), false, false],
    ['a registrar of the other side', registrar('500112'), false, false],
    [
      'a regulator of the authority that decides',
      aCaller('reg-511623', { roles: ['regulator'] }),
      false,
      false,
    ],
    ['an auditor', aCaller(undefined, { roles: ['auditor'] }), true, true],
  ])('%s', async (_, caller, seesOnline, seesAtWindow) => {
    const sees = (id: string) =>
      service.read.get(caller, id).then(
        () => true,
        (error: { code: string }) => error.code,
      );
    const expected = (seen: boolean) => (seen ? true : 'not-found');
    expect([await sees(online), await sees(atWindow)]).toEqual([
      expected(seesOnline),
      expected(seesAtWindow),
    ]);
  });

  test('a caller without a window does not see what was filed on-line by others', async () => {
    await expect(service.read.get(other({}), online)).rejects.toMatchObject({ code: 'not-found' });
    await expect(service.read.receipt(other({}), online)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['another authority', registrar('500231'), 'reg-511623'],
    ['an authority above', registrar('510000'), 'reg-511623'],
    ['nobody’s', applicant, 'reg-511623'],
  ])('the queue of %s is closed', async (_, caller, authority) => {
    await expect(service.read.listQueue(caller, authority)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('pages', () => {
  const many = aCaller(undefined, { id: 'agent', roles: ['applicant'] });
  const officer = registrar('500112');
  const filed: string[] = [];

  beforeAll(async () => {
    const facts = await service.proven(aDoubtfulFiling());
    const there = {
      ...facts,
      name: { ...facts.name, division: '重庆市渝北区' },
      address: { ...facts.address, division: '500112' },
    };
    for (let index = 0; index < 45; index += 1) {
      const at = moment(new Date(Date.UTC(2026, 10, 23, 2, 0, index)).toISOString());
      const word = String.fromCodePoint(0x4e00 + 40 + index);
      const told = await service.submit(named(`禾${word}岚`, there), { by: many, at });
      filed.push(told.id);
    }
  });

  const walk = async (list: (cursor?: string) => Promise<Page<{ readonly id: string }>>) => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await list(cursor);
      pages.push(page.entries.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    return pages;
  };

  test('forty-five filings of an applicant in pages of twenty, newest first, none lost or doubled', async () => {
    const pages = await walk((cursor) => service.read.listOwn(many, cursor));
    expect(pages.slice(0, 3).map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(filed.toReversed());
  });

  test('the queue holds those in review, each once', async () => {
    const pages = await walk((cursor) => service.read.listQueue(officer, 'reg-500112', cursor));
    expect(pages.flat().toSorted()).toEqual(
      (await Promise.all(filed.map((id) => service.filings.find(id))))
        .filter((filing) => filing?.state === 'in-review')
        .map((filing) => filing?.id)
        .toSorted(),
    );
    expect(pages.flat().length).toBeGreaterThan(20);
  });

  test('what leaves review leaves the queue', async () => {
    const [page] = await walk((cursor) => service.read.listQueue(officer, 'reg-500112', cursor));
    const [id = ''] = page ?? [];
    await service.decide(id, { outcome: 'return', reason: 'x' }, { by: officer });
    const after = await walk((cursor) => service.read.listQueue(officer, 'reg-500112', cursor));
    expect(after.flat()).not.toContain(id);
    expect((await service.read.listOwn(many)).entries.length).toBe(20);
  });

  test('a cursor continues the list it came from and no other', async () => {
    const own = (await service.read.listOwn(many)).next ?? '';
    const queue = (await service.read.listQueue(officer, 'reg-500112')).next ?? '';
    const foreign = { code: 'invalid-request', defects: [{ path: 'query:/cursor', code: 'foreign-cursor' }] };
    await expect(service.read.listOwn(applicant, own)).rejects.toMatchObject(foreign);
    await expect(service.read.listOwn(many, queue)).rejects.toMatchObject(foreign);
    await expect(service.read.listQueue(officer, 'reg-500112', own)).rejects.toMatchObject(foreign);
    await expect(service.read.listQueue(registrar('511623'), 'reg-511623', queue)).rejects.toMatchObject(
      foreign,
    );
    for (const text of ['', 'x', 'e30', `${own}x`, own.slice(0, -4)])
      await expect(service.read.listOwn(many, text)).rejects.toMatchObject(foreign);
  });
});
