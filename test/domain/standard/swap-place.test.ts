import { expect, test } from 'vitest';
import type { PlaceTerms } from '../../../lib/domain/standard/place.ts';
import { swapPlaceWord } from '../../../lib/domain/standard/swap-place.ts';

const terms = (words: Readonly<Record<string, readonly string[]>>, districtWords: readonly string[] = []) =>
  ({
    nameWords: Object.entries(words).flatMap(([kind, texts]) => texts.map((text) => ({ text, kind }))),
    districtWords,
    urbanDistrict: districtWords.length > 0,
    authorityLevel: 'county',
  }) satisfies PlaceTerms;

const county = terms({
  province: ['甲省', '甲'],
  county: ['子丑县', '子丑'],
  'prefecture+county': ['寅市子丑县'],
});
const otherCounty = terms({ province: ['乙省', '乙'], county: ['卯县'] });
const district = terms({ province: ['丙市'], 'province+county': ['丙市辰区', '丙辰'] }, ['辰区']);
const otherDistrict = terms({ province: ['丁省'], 'prefecture+county': ['午市巳区', '午巳'] }, ['巳区']);

test('a word becomes the word of equal kind and form', () => {
  expect(swapPlaceWord('甲', county, otherCounty)).toBe('乙');
  expect(swapPlaceWord('丙市辰区', district, otherDistrict)).toBe('午市巳区');
});

test('where the other place has no short form its full one stands', () => {
  expect(swapPlaceWord('子丑', county, otherCounty)).toBe('卯县');
});

test('without a word of equal kind, the nearest that names the county', () => {
  expect(swapPlaceWord('寅市子丑县', county, otherCounty)).toBe('卯县');
  expect(swapPlaceWord('子丑县', county, district)).toBe('丙市辰区');
  expect(swapPlaceWord('丙辰', district, otherDistrict)).toBe('午巳');
});

test('places are exchanged, so a word of the other place becomes one of this', () => {
  expect(swapPlaceWord('卯县', county, otherCounty)).toBe('子丑县');
  expect(swapPlaceWord('乙省', county, otherCounty)).toBe('甲省');
});

test('a district named alone stays a district named alone, and any other word stays itself', () => {
  expect(swapPlaceWord('辰区', district, otherDistrict)).toBe('巳区');
  expect(swapPlaceWord('辰区', district, county)).toBe('辰区');
  expect(swapPlaceWord('戊省', district, otherDistrict)).toBe('戊省');
});
