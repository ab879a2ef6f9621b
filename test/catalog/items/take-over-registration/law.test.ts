import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'take-over-registration';
const place = { detail: '鼎新路 12 号' };
const MAY = ['/facts/address', '/facts/registeredCapitalFen'];

describe('place and capital as law calls them for the type (实施细则 第六条)', () => {
  test.each([
    ['limited-company', 'address', 'registeredCapitalFen', []],
    ['joint-stock-company', 'address', 'registeredCapitalFen', []],
    ['non-company-legal-person', 'address', 'contributionFen', []],
    ['sole-proprietorship', 'address', 'contributionFen', []],
    ['partnership', 'principalPlace', 'contributionFen', []],
    ['partnership', 'address', 'contributionFen', ['take-over.place']],
    ['partnership', 'principalPlace', 'registeredCapitalFen', ['take-over.capital']],
    ['limited-company', 'placeOfBusiness', 'contributionFen', ['take-over.place', 'take-over.capital']],
  ])('%s: %s and %s', (type, where, capital, rules) => {
    const set = { '/facts/type': type, [`/facts/${where}`]: place, [`/facts/${capital}`]: 50_000_000 };
    const remove = MAY.filter((path) => !(path in set));
    expect(spoken(ITEM, set, remove)).toEqual(rules);
  });

  test.each([
    ['limited-company', ['take-over.name']],
    ['individual-business', []],
  ])('only an individual business may have no name: %s', (type, rules) => {
    const individual = type === 'individual-business';
    const set = {
      '/facts/type': type,
      ...(individual && { '/facts/code': '92500231MA5U000A53', '/facts/placeOfBusiness': place }),
    };
    const found = spoken(ITEM, set, ['/facts/name', ...(individual ? MAY : [])]);
    expect(found.filter((rule) => !rule.startsWith('take-over.code'))).toEqual(rules);
  });
});

describe('days', () => {
  test.each([
    ['2026-11-23', []],
    ['2026-11-24', ['take-over.established']],
  ])('established on %s, taken over on 2026-11-23', (establishedOn, rules) => {
    expect(spoken(ITEM, { '/facts/establishedOn': establishedOn })).toEqual(rules);
  });

  test.each([
    ['2018-05-03', ['take-over.status']],
    ['2018-05-04', []],
    ['2026-11-23', []],
    ['2026-11-24', ['take-over.status']],
  ])('established on 2018-05-04, its licence revoked on %s', (since, rules) => {
    expect(spoken(ITEM, { '/facts/status': 'licence-revoked', '/facts/statusSince': since })).toEqual(rules);
  });
});
