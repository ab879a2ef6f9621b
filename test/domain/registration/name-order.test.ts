import { expect, test } from 'vitest';
import { licenceContentOf } from '../../../lib/domain/registration/licence.ts';
import {
  type NameOrder,
  nameOrdersWith,
  shownName,
  standingNameOrder,
  withNameOrder,
} from '../../../lib/domain/registration/name-order.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { presentEnterprise } from '../../../lib/edge/present-enterprise.ts';
import { anEnterprise } from '../../support/an-enterprise.ts';

const order: NameOrder = {
  filing: 'f1',
  ground: 'court',
  name: '子丑县禾岚科技有限公司',
  tradeName: '禾岚',
  receivedOn: plainDate('2026-11-09'),
  changeBy: plainDate('2026-12-09'),
};
const day = plainDate('2026-11-23');
const ordered = (one: Partial<NameOrder> = {}, name = '子丑县禾岚科技有限公司') =>
  anEnterprise({ name, nameOrders: [{ ...order, ...one }] });

test.each([
  ['none', anEnterprise(), '子丑县禾岚科技有限公司'],
  ['on its name', ordered(), '91511623MY0000017F'],
  ['on its name, overdue and listed', ordered({ listedOn: day }), '91511623MY0000017F'],
  ['on a name it has changed', ordered({}, '子丑县云岫科技有限公司'), '子丑县云岫科技有限公司'],
  ['withdrawn', ordered({ withdrawnOn: day }), '子丑县禾岚科技有限公司'],
])('an order %s: register and licence show %s', (_, enterprise, shown) => {
  expect(shownName(enterprise)).toBe(shown);
  expect(presentEnterprise(enterprise, '子丑县市场监督管理局', day).name).toBe(shown);
  expect(licenceContentOf(enterprise, { id: 'reg-511623', name: '甲' }, day).name).toBe(shown);
});

test('the public answer tells by when the name is changed, and not the name', () => {
  const shown = presentEnterprise(ordered({ listedOn: day }), '甲', day);
  expect(shown.nameOrder).toEqual({
    ground: 'court',
    receivedOn: '2026-11-09',
    changeBy: '2026-12-09',
    listedOn: '2026-11-23',
  });
  expect(JSON.stringify(shown)).not.toContain('禾岚');
  expect(presentEnterprise(ordered({ withdrawnOn: day }), '甲', day)).not.toHaveProperty('nameOrder');
});

test('who bears no name can have none to stop', () => {
  const { name: _, ...nameless } = ordered();
  expect(shownName(nameless)).toBeUndefined();
  expect(standingNameOrder(nameless)).toBeUndefined();
});

test('an order that was withdrawn leaves room for another on the same name', () => {
  const withdrawn = nameOrdersWith(ordered(), 'f1', { withdrawnOn: day });
  const both = withNameOrder({ nameOrders: withdrawn }, { ...order, filing: 'f2' });
  expect(standingNameOrder(anEnterprise({ nameOrders: both }))).toMatchObject({ filing: 'f2' });
});

test('the twenty newest are kept', () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ ...order, filing: `f${index}` }));
  const kept = withNameOrder({ nameOrders: many }, { ...order, filing: 'last' });
  expect(kept.map(({ filing }) => filing).filter((_, index) => index === 0 || index === 19)).toEqual([
    'f6',
    'last',
  ]);
  expect(kept).toHaveLength(20);
});
