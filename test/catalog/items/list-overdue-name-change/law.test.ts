import { expect, test } from 'vitest';
import { listOverdueNameChange } from '../../../../catalog/items/list-overdue-name-change/item.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { anEnterprise } from '../../../support/an-enterprise.ts';
import { spoken } from '../../../support/corpus-case.ts';
import { exampleOf } from '../../../support/item-files.ts';

const ITEM = 'list-overdue-name-change';
const E = '/evidence/enterprise';

test.each([
  ['2026-11-22', ['name-listing.not-overdue']],
  ['2026-11-23', ['name-listing.not-overdue']],
  ['2026-11-24', []],
  ['2028-02-29', []],
])('the name may be changed until 2026-11-23; judged on %s', (readOn, rules) => {
  expect(spoken(ITEM, { '/evidence/readOn': readOn })).toEqual(rules);
});

test.each([
  ['registered', []],
  ['licence-revoked', ['name-listing.by-reference']],
  ['ordered-to-close', ['name-listing.by-reference']],
  ['establishment-revoked', ['name-listing.by-reference']],
  ['cancelled', ['enterprise.status', 'name-listing.by-reference']],
])('of one that is %s', (status, rules) => {
  expect(spoken(ITEM, { [`${E}/status`]: status })).toEqual(rules);
});

test.each([
  ['cooperative', []],
  ['branch', []],
  ['individual-business', ['name-listing.by-reference']],
])('of a %s', (type, rules) => {
  expect(spoken(ITEM, { [`${E}/type`]: type })).toEqual(rules);
});

test('whoever changed the name in the meantime is not listed', () => {
  expect(spoken(ITEM, { [`${E}/name`]: '子丑县云岫科技有限公司' })).toEqual(['name-listing.no-order']);
  expect(spoken(ITEM, {}, [`${E}/name`])).toEqual(['name-listing.no-order']);
});

test('it is a record of the enterprise, decided the day it is registered, by 规定 第二十三条第二款', () => {
  const { facts } = exampleOf<never>(ITEM);
  const derived = listOverdueNameChange.derive(facts, []);
  const change = listOverdueNameChange.effect(facts, derived, {
    filing: 'f2',
    on: plainDate('2026-12-10'),
    place: '甲省寅市子丑县',
    authority: 'reg-511623',
    enterprise: anEnterprise(),
  });
  expect(change).toMatchObject({
    licence: 'keep',
    consequences: [
      {
        class: 'abnormal-list',
        subject: 'O:91511623MY0000017F',
        documentNumber: '邻市监异列〔2026〕7号',
        decidedOn: '2026-12-10',
        basis: [{ law: '企业名称登记管理规定', article: '第二十三条第二款' }],
      },
    ],
  });
});
