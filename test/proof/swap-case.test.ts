import { expect, test } from 'vitest';
import { equalPlaces } from '../../catalog/equal-places.ts';
import { placeTermsOf } from '../../catalog/places.ts';
import { decide } from '../../lib/domain/standard/decide.ts';
import type { Case, Rule, Standard } from '../../lib/domain/standard/standard.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { differenceOf } from '../../local/proof/difference.ts';
import { swapCase } from '../../local/proof/swap-case.ts';

const on = plainDate('2026-12-01');
const linshui = placeTermsOf('511623', on);
const dianjiang = placeTermsOf('500231', on);

const name = {
  division: '邻水县',
  tradeName: '云岫听松',
  industry: { word: '软件', class: 'I65' },
  form: '有限公司',
};
const examined = {
  facts: { name, parent: { name: '四川云岫有限公司' }, address: { detail: '邻水县政府旁' } },
  terms: linshui,
  evidence: {
    nameClaims: [
      { name: '邻水县云岫听松软件有限公司', state: 'registered', holder: 'a', since: on },
      { name: '云岫听松（邻水）有限公司', state: 'registered', holder: 'b', since: on },
      { name: '青禾有限公司', state: 'registered', holder: 'c', since: on },
    ],
    standings: 'not-read',
    readOn: on,
  },
  on,
} as unknown as Case<unknown>;

const standardOf = (check: Rule<unknown>['check']): Standard<unknown> =>
  ({
    rules: [{ id: 'x', effect: 'review', admits: ['register'], articles: [], check }],
  }) as unknown as Standard<unknown>;

function swapped(check: Rule<unknown>['check']) {
  const standard = standardOf(check);
  const { there, expected } = swapCase(examined, dianjiang);
  const other = decide(standard, there);
  return differenceOf(expected(decide(standard, examined), other), other);
}

test('names show the other place, whether told in parts or whole; nothing else of the case changes', () => {
  const { there } = swapCase(examined, dianjiang);
  expect(there.facts).toEqual({
    name: { ...name, division: '垫江县' },
    parent: { name: '重庆云岫有限公司' },
    address: { detail: '邻水县政府旁' },
  });
  expect(there.evidence.nameClaims.map((claim) => claim.name)).toEqual([
    '垫江县云岫听松软件有限公司',
    '云岫听松（垫江）有限公司',
    '青禾有限公司',
  ]);
  expect([there.terms, there.on]).toEqual([dianjiang, on]);
});

test('a rule that looks at the form of a place alone decides the same there', () => {
  expect(
    swapped(({ facts, terms }) => {
      const { division } = (facts as { name: { division: string } }).name;
      return terms.nameWords.some(({ text }) => text === division)
        ? [{ path: '/name', values: { division } }]
        : [];
    }),
  ).toBeUndefined();
});

test('a rule that knows a place is found out', () => {
  const found = swapped(({ terms }) =>
    terms.nameWords.some(({ text }) => text === '邻水县') ? [{ path: '/name' }] : [],
  );
  expect(found).toEqual({ removed: ['x at /name'], added: [] });
});

test('and one that says of the other place something else', () => {
  const found = swapped(({ terms }) => [{ path: '', values: { count: terms.nameWords.length } }]);
  expect(found).toMatchObject({ removed: ['x at /'], added: ['x at /'] });
});

test('a case goes to places of its own level on every other side', () => {
  const places = equalPlaces('511623', linshui, on);
  expect([...places.keys()]).toEqual(['CQ']);
  const codes = places.get('CQ')?.map(({ division }) => division) ?? [];
  expect(codes).toContain('500231');
  expect(codes).not.toContain('500112');
  expect(
    equalPlaces('500112', placeTermsOf('500112', on), on)
      .get('SC')
      ?.map((one) => one.division),
  ).toContain('511703');
});
