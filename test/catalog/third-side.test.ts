import { expect, test } from 'vitest';
import { authorityRegister } from '../../catalog/authority-register.ts';
import { chainOf } from '../../catalog/division-names.ts';
import { divisionRegister } from '../../catalog/division-register.ts';
import { placeWordsOf } from '../../catalog/place-words.ts';
import { routeFiling } from '../../catalog/route-filing.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

/** An invented third side, told by data alone: no code knows it. */
const divisions = divisionRegister(
  [
    { code: '970000', name: '云泽省', from: 1990 },
    { code: '970100', name: '青岚市', from: 1990 },
    { code: '970102', name: '松涛区', from: 2001 },
    { code: '970121', name: '石溪县', from: 1990, to: 2001, next: ['970102'] },
    { code: '970181', name: '白鹭市', from: 1995 },
  ],
  new Map([['97', 'YZ']]),
);
const provenance = {
  source: 'invented',
  edition: '1',
  validFrom: plainDate('2000-01-01'),
  confidence: 'memory',
} as const;
const authorities = authorityRegister(
  (['province', 'prefecture', 'county'] as const).map((level) => ({
    prefix: 'reg',
    kind: 'registration',
    level,
    name: '{place}登记局',
    provenance,
  })),
  [{ id: 'reg-970181', kind: 'registration', name: '白鹭登记处', division: '970181', provenance }],
  divisions,
);
const rules = [
  {
    id: 'ordinary',
    name: { zh: '由所在地登记', en: 'Registered at the place' },
    jurisdiction: 'YZ',
    subjectTypes: ['limited-company'],
    stateInvestors: ['none'],
    level: 'county',
    articles: [],
  },
] as const;
const on = plainDate('2026-11-23');
const matter = { subjectType: 'limited-company', stateInvestor: 'none', on } as const;
const route = (division: string) => routeFiling({ ...matter, division }, rules, divisions, authorities);

test('a district of it is named behind its city', () => {
  const district = divisions.findDivision('970102', on);
  const terms = district && placeWordsOf(chainOf(district, divisions));
  expect(terms?.districtWords).toEqual(['松涛区', '松涛']);
  expect(terms?.nameWords.filter(({ kind }) => kind === 'prefecture+county').map(({ text }) => text)).toEqual(
    ['青岚市松涛区', '青岚市松涛', '青岚松涛区', '青岚松涛'],
  );
});

test('its filings are routed, by pattern or to an authority told singly', () => {
  expect(route('970102').authority).toMatchObject({ name: '青岚市松涛区登记局', jurisdiction: 'YZ' });
  expect(route('970181').authority).toMatchObject({ name: '白鹭登记处' });
});

test('a withdrawn code of it, and a kind of company without a rule, are told apart', () => {
  expect(route('970121')).toMatchObject({ reason: 'withdrawn-division', successors: [{ code: '970102' }] });
  expect(
    routeFiling(
      { ...matter, subjectType: 'joint-stock-company', division: '970102' },
      rules,
      divisions,
      authorities,
    ),
  ).toEqual({ reason: 'no-routing-rule', successors: [] });
});

test('a power that was granted to a platform names its authority, of places that belong to it whole', () => {
  const platform = { id: 'yunlin', name: '云林新区' };
  const ofPlatform = {
    id: 'yunlin-power',
    name: { zh: '由新区管理机构登记', en: 'Registered by the body of the area' },
    platform: 'yunlin',
    authority: 'reg-970181',
    subjectTypes: ['limited-company'],
    stateInvestors: ['none'],
    level: 'county',
    articles: [],
  } as const;
  const routed = (division: string, extent: 'whole' | 'partial') =>
    routeFiling({ ...matter, division }, [ofPlatform, ...rules], divisions, authorities, (code) =>
      code === '970102' ? [{ ...platform, extent }] : [],
    );
  expect(routed('970102', 'whole')).toMatchObject({
    authority: { name: '白鹭登记处' },
    rule: { id: 'yunlin-power' },
    platform: { id: 'yunlin', name: '云林新区' },
  });
  const inPart = routed('970102', 'partial');
  expect(inPart).toMatchObject({ authority: { name: '青岚市松涛区登记局' }, rule: { id: 'ordinary' } });
  expect(inPart).not.toHaveProperty('platform');
  expect(routed('970181', 'whole')).toMatchObject({ rule: { id: 'ordinary' } });
});

test('a power of a body that there is none of leaves nobody to decide', () => {
  const lost = { ...rules[0], platform: 'yunlin', authority: 'reg-000000' };
  const platforms = () => [{ id: 'yunlin', name: '云林新区', extent: 'whole' as const }];
  expect(routeFiling({ ...matter, division: '970102' }, [lost], divisions, authorities, platforms)).toEqual({
    reason: 'no-authority',
    successors: [],
  });
});
