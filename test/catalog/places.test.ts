import { describe, expect, test } from 'vitest';
import { listDivisions } from '../../catalog/divisions.ts';
import { findPlace, placeTermsOf } from '../../catalog/places.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import { placeWordKinds, swapPlaceWord } from '../../lib/domain/standard/swap-place.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');
const wordsOf = (code: string, kind: string) =>
  placeTermsOf(code, today)
    .nameWords.filter((word) => word.kind === kind)
    .map(({ text }) => text);
const kindsOf = (code: string) => [...new Set(placeTermsOf(code, today).nameWords.map(({ kind }) => kind))];

test('垫江县, a county of a municipality', () => {
  expect(placeTermsOf('500231', today)).toEqual({
    nameWords: [
      { text: '重庆市', kind: 'province' },
      { text: '重庆', kind: 'province' },
      { text: '垫江县', kind: 'county' },
      { text: '垫江', kind: 'county' },
      { text: '重庆市垫江县', kind: 'province+county' },
      { text: '重庆市垫江', kind: 'province+county' },
      { text: '重庆垫江县', kind: 'province+county' },
      { text: '重庆垫江', kind: 'province+county' },
    ],
    districtWords: [],
    urbanDistrict: false,
    authorityLevel: 'county',
  });
});

test('渝北区, a district of a municipality, is named behind it only', () => {
  expect(placeTermsOf('500112', today)).toEqual({
    nameWords: [
      { text: '重庆市', kind: 'province' },
      { text: '重庆', kind: 'province' },
      { text: '重庆市渝北区', kind: 'province+county' },
      { text: '重庆市渝北', kind: 'province+county' },
      { text: '重庆渝北区', kind: 'province+county' },
      { text: '重庆渝北', kind: 'province+county' },
    ],
    districtWords: ['渝北区', '渝北'],
    urbanDistrict: true,
    authorityLevel: 'county',
  });
});

test('邻水县 may stand alone, with its prefecture, its province, or both', () => {
  expect(kindsOf('511623')).toEqual([
    'province',
    'prefecture',
    'county',
    'province+prefecture',
    'province+county',
    'prefecture+county',
    'province+prefecture+county',
  ]);
  expect(wordsOf('511623', 'county')).toEqual(['邻水县', '邻水']);
  expect(wordsOf('511623', 'prefecture+county')).toEqual([
    '广安市邻水县',
    '广安市邻水',
    '广安邻水县',
    '广安邻水',
  ]);
});

test('达川区, a district of a prefecture-level city, needs that city', () => {
  expect(kindsOf('511703')).toEqual([
    'province',
    'prefecture',
    'province+prefecture',
    'prefecture+county',
    'province+prefecture+county',
  ]);
  expect(wordsOf('511703', 'prefecture+county')).toContain('达州市达川区');
  expect(placeTermsOf('511703', today).districtWords).toEqual(['达川区', '达川']);
});

test('市中区 of 内江 has no short form and is another place than that of 乐山', () => {
  expect(wordsOf('511002', 'prefecture+county')).toEqual(['内江市市中区', '内江市中区']);
  expect(wordsOf('511102', 'prefecture+county')).toEqual(['乐山市市中区', '乐山市中区']);
});

test('万源市, a city of county level, may stand alone', () => {
  expect(wordsOf('511781', 'county')).toEqual(['万源市', '万源']);
  expect(placeTermsOf('511781', today).urbanDistrict).toBe(false);
});

test.each([
  ['500240', '石柱土家族自治县', '石柱'],
  ['500243', '彭水苗族土家族自治县', '彭水'],
  ['510726', '北川羌族自治县', '北川'],
])('%s %s keeps its full name and the usual short one', (code, full, short) => {
  expect(wordsOf(code, 'county')).toEqual([full, short]);
});

test.each([
  ['510521', '泸县'],
  ['510321', '荣县'],
  ['511525', '高县'],
  ['511526', '珙县'],
  ['511725', '渠县'],
  ['500233', '忠县'],
])('%s %s is never cut to one character', (code, name) => {
  expect(wordsOf(code, 'county')).toEqual([name]);
});

test('甘孜 alone is said of nobody: prefecture and county would share it', () => {
  expect(wordsOf('513328', 'county')).toEqual(['甘孜县']);
  expect(wordsOf('513328', 'prefecture')).toEqual(['甘孜藏族自治州', '甘孜州']);
});

test('广安区 is not cut to the short form of its own city', () => {
  expect(wordsOf('511602', 'prefecture+county')).toEqual(['广安市广安区', '广安广安区']);
});

test.each([
  ['500228', 'withdrawn-division', ['500155 梁平区']],
  ['511600', 'not-a-county-level-place', []],
  ['510000', 'not-a-county-level-place', []],
  ['110101', 'unknown-division', []],
  ['5116', 'unknown-division', []],
])('%s is no place: %s', (division, reason, successors) => {
  const found = findPlace(division, today);
  expect('reason' in found && found.reason).toBe(reason);
  let thrown: unknown;
  try {
    placeTermsOf(division, today);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DomainError);
  expect(thrown).toMatchObject({ code: 'unknown-place', values: { division, reason, successors } });
});

const counties = listDivisions(today).filter(({ level }) => level === 'county');

describe('every current county-level place', () => {
  test('has words of the closed kinds, each text once, of two characters or more', () => {
    for (const { code } of counties) {
      const { nameWords } = placeTermsOf(code, today);
      expect(nameWords.length).toBeGreaterThan(3);
      expect(nameWords.every(({ kind }) => (placeWordKinds as readonly string[]).includes(kind))).toBe(true);
      expect(nameWords.every(({ text }) => [...text].length >= 2)).toBe(true);
      expect(new Set(nameWords.map(({ text }) => text)).size).toBe(nameWords.length);
    }
  });

  test('a word that stands alone for a county is said of no other division', () => {
    const seen = new Map<string, string>();
    for (const { code } of counties) {
      for (const { text, kind } of placeTermsOf(code, today).nameWords) {
        const named = {
          county: code,
          prefecture: `${code.slice(0, 4)}00`,
          province: `${code.slice(0, 2)}0000`,
        }[kind];
        if (named === undefined) continue;
        expect([text, seen.get(text) ?? named]).toEqual([text, named]);
        seen.set(text, named);
      }
    }
  });

  test('a district alone is never among the admissible words', () => {
    for (const { code, name } of counties) {
      const { nameWords, districtWords, urbanDistrict } = placeTermsOf(code, today);
      expect(urbanDistrict).toBe(name.endsWith('区'));
      expect(nameWords.filter(({ text }) => districtWords.includes(text))).toEqual([]);
    }
  });
});

describe('the same name after an exchange of places', () => {
  const swap = (word: string, from: string, to: string) =>
    swapPlaceWord(word, placeTermsOf(from, today), placeTermsOf(to, today));

  test.each([
    ['邻水县', '511623', '500231', '垫江县'],
    ['邻水', '511623', '500231', '垫江'],
    ['四川省邻水', '511623', '500231', '重庆市垫江'],
    ['广安', '511623', '500231', '重庆'],
    ['广安市邻水县', '511623', '500231', '垫江县'],
    ['达州市达川区', '511703', '500112', '重庆市渝北区'],
    ['重庆渝北', '500112', '511703', '四川达州达川'],
    ['垫江县', '500231', '511623', '邻水县'],
    ['垫江', '500231', '510521', '泸县'],
    ['渝北区', '500112', '511703', '达川区'],
    ['北京', '500112', '511703', '北京'],
  ])('%s of %s at %s is %s', (word, from, to, expected) => {
    expect(swap(word, from, to)).toBe(expected);
  });

  test('what is admissible stays so, and what is not does not become so, for any two places', () => {
    const sample = counties.filter((_, index) => index % 7 === 0);
    for (const from of sample)
      for (const to of sample.filter(({ jurisdiction }) => jurisdiction !== from.jurisdiction)) {
        const [own, other] = [placeTermsOf(from.code, today), placeTermsOf(to.code, today)];
        const admissible = new Set(other.nameWords.map(({ text }) => text));
        const swapped = (text: string) => admissible.has(swapPlaceWord(text, own, other));
        expect(own.nameWords.filter(({ text }) => !swapped(text))).toEqual([]);
        expect(other.nameWords.filter(({ text }) => swapped(text))).toEqual([]);
      }
  });
});
