import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller } from '../support/credit-service.ts';
import {
  kindsOf,
  named,
  type RegistrationService,
  startRegistrationService,
  type Told,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const countOf = async (kind: string) => kindsOf(await service.kept())[kind] ?? 0;
const states = (told: readonly Told[]) => told.map(({ state }) => state).toSorted();
const rulesOf = (told: readonly Told[]) => [
  ...new Set(told.flatMap(({ findings }) => findings.map(({ rule }) => rule))),
];

test('two identical submissions at one moment make one registration', async () => {
  const facts = await service.proven(aCompanyFiling());
  const both = await Promise.all([service.submit(facts), service.submit(facts, {}, service.newInstance())]);
  expect(states(both)).toEqual(['registered', 'returned']);
  expect(rulesOf(both)).toEqual(['names.taken']);
  expect(kindsOf(await service.kept())).toEqual({
    'CODE/CLAIM': 1,
    'ENTERPRISE/ENTERPRISE': 1,
    'ENTERPRISE/LICENCE': 1,
    'FILING/EVENT': 2,
    'FILING/FILING': 2,
    'NAME/CLAIMS': 1,
    'STATUS/PLACE': 1,
    'SUBJECT/ROLE': 8,
  });
});

test.each([1, 2, 3])('under one key they get one answer, and one of them is told so (%d)', async () => {
  const facts = await service.proven(aCompanyFiling());
  const other = service.newInstance();
  const both = await Promise.all([
    service.submit(facts, { key: 'key-1' }),
    service.submit(facts, { key: 'key-1' }, other),
  ]);
  const [first, second] = both.toSorted((a, b) => Number(a.replayed) - Number(b.replayed));
  expect([first?.replayed, second?.replayed]).toEqual([false, true]);
  expect(second).toEqual({ ...first, replayed: true });
  expect(await countOf('FILING/FILING')).toBe(1);
  expect(await countOf('ENTERPRISE/ENTERPRISE')).toBe(1);
});

test('of twenty filings of different people for one name, one is registered', async () => {
  const facts = await service.proven(aCompanyFiling());
  const instances = [service.newInstance(), service.newInstance(), service.newInstance()];
  const told = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      service
        .submit(facts, { by: aCaller(undefined, { id: `applicant-${index}` }) }, instances[index % 3])
        .catch((error: { code: string }) => error.code),
    ),
  );
  const answered = told.filter((one) => typeof one !== 'string');
  expect(answered.filter(({ state }) => state === 'registered').length).toBe(1);
  expect(rulesOf(answered)).toEqual(['names.taken']);
  expect(told.filter((one) => typeof one === 'string' && one !== 'too-busy')).toEqual([]);
  expect(await countOf('ENTERPRISE/ENTERPRISE')).toBe(1);
  expect(await countOf('CODE/CLAIM')).toBe(1);
  expect(await countOf('FILING/FILING')).toBe(answered.length);
});

test('twelve filings at once that share a trade name, each in an industry of its own, are all taken', async () => {
  const facts = await service.proven(aCompanyFiling());
  const classes = ['I65', 'M75', 'F51', 'L72', 'M74', 'O80', 'R88', 'A01', 'C13', 'E47', 'G54', 'H62'];
  const told = await Promise.all(
    classes.map((industry, index) =>
      service.submit({
        ...facts,
        name: {
          ...facts.name,
          industry: { word: `数智${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(index)}`, class: industry },
        },
      }),
    ),
  );
  expect([...new Set(states(told))]).toEqual(['in-review']);
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims.length).toBe(12);
});

test('thirty filings for thirty names at once get thirty codes and thirty bodies', async () => {
  const facts = await service.proven(aCompanyFiling());
  const instances = [service.newInstance(), service.newInstance()];
  const words = '沐澄澜汀溪岚岱岳峦嵘柏桐梓楠榕松竹梅兰菊荷蓉蕙芷苓葵薇蓝青碧';
  const told = await Promise.all(
    [...words].map((word, index) => service.submit(named(`禾${word}`, facts), {}, instances[index % 2])),
  );
  expect(states(told)).toEqual(Array.from({ length: 30 }, () => 'registered'));
  const codes = told.map(({ registration }) => registration?.code ?? '');
  expect(new Set(codes).size).toBe(30);
  expect(new Set(codes.map((code) => code.slice(8, 17))).size).toBe(30);
  expect(await countOf('CODE/CLAIM')).toBe(30);
});

test('a body that is taken is drawn anew', async () => {
  const facts = await service.proven(aCompanyFiling());
  const drawn = [7, 7, 8];
  const unlucky = service.newInstance(() => drawn.shift() ?? 9);
  const first = await service.submit(named('重岚', facts), {}, unlucky);
  const second = await service.submit(named('叠岚', facts), {}, unlucky);
  expect([first, second].map(({ registration }) => registration?.code?.slice(8, 16))).toEqual([
    'MY000007',
    'MY000008',
  ]);
});
