import { describe, expect, test } from 'vitest';
import { changeBy } from '../../../../catalog/items/order-name-change/days.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'order-name-change';
const E = '/evidence/enterprise';
const papers = ['decision', 'service-proof'].map((kind) => ({ kind, sha256: 'a' }));
const ruled = (acceptedOn: string, decidedOn: string) => ({
  '/facts/ground': { kind: 'ruling', acceptedOn },
  '/facts/decision/decidedOn': decidedOn,
  '/facts/materials': papers,
});

describe('规定 第二十三条: thirty days from receiving it', () => {
  test.each([
    ['2026-11-09', '2026-12-09'],
    /* The last day is a Saturday, a Sunday. */
    ['2026-11-05', '2026-12-07'],
    ['2026-11-06', '2026-12-07'],
    /* Over the end of February, of a leap year too. */
    ['2026-01-29', '2026-02-28'],
    ['2026-01-30', '2026-03-02'],
    ['2028-01-30', '2028-02-29'],
    /* The last day falls into the National Day holidays. */
    ['2026-09-01', '2026-10-08'],
  ])('received on %s: by %s', (receivedOn, last) => {
    const facts = { ground: { kind: 'correction' } as const, receivedOn: plainDate(receivedOn) };
    expect(changeBy(facts, plainDate('2029-01-01'))).toBe(last);
  });

  test.each([
    ['2026-11-09', '2026-11-09', '2026-12-09'],
    ['2026-11-09', '2026-11-10', '2026-12-10'],
    ['2026-11-09', '2026-11-08', '2026-12-09'],
  ])('of a court, received on %s and in effect on %s: by %s', (receivedOn, effectiveOn, last) => {
    const facts = {
      ground: { kind: 'court', effectiveOn: plainDate(effectiveOn) } as const,
      receivedOn: plainDate(receivedOn),
    };
    expect(changeBy(facts, plainDate('2029-01-01'))).toBe(last);
  });

  test('a day beyond all counting is not counted from', () => {
    const facts = { ground: { kind: 'correction' } as const, receivedOn: plainDate('9999-12-31') };
    expect(changeBy(facts, plainDate('2026-11-23'))).toBe('2026-12-23');
  });

  test.each([
    ['2026-10-22', []],
    ['2026-10-21', ['name-order.overdue']],
  ])('received on %s, entered on 2026-11-23', (day, rules) => {
    const set = {
      '/facts/decision/decidedOn': day,
      '/facts/ground/effectiveOn': day,
      '/facts/receivedOn': day,
    };
    expect(spoken(ITEM, set)).toEqual(rules);
  });
});

describe('规定 第二十一条: a dispute is ruled on within three months of its acceptance', () => {
  test.each([
    ['2026-08-02', '2026-11-02', []],
    ['2026-08-01', '2026-11-02', ['name-order.ruling-late']],
    ['2025-11-30', '2026-02-28', []],
    ['2025-11-30', '2026-03-01', ['name-order.ruling-late']],
    ['2026-11-02', '2026-11-02', []],
    ['2026-11-03', '2026-11-02', ['name-order.accepted-later']],
  ])('accepted on %s, ruled on %s', (acceptedOn, decidedOn, rules) => {
    expect(spoken(ITEM, ruled(acceptedOn, decidedOn))).toEqual(rules);
  });
});

describe('which name, and of whom', () => {
  test.each([
    ['子丑县禾岚科技有限公司', []],
    ['子丑县禾岚科技有限责任公司', ['name-order.other-name']],
    ['禾岚', ['name-order.other-name']],
  ])('“%s”, where it is registered as 子丑县禾岚科技有限公司', (name, rules) => {
    expect(spoken(ITEM, { '/facts/name': name })).toEqual(rules);
  });

  /* 第十三条 and 第二十五条: branches have names by the provisions; co-operatives and individual businesses follow. */
  test.each([
    'limited-company',
    'joint-stock-company',
    'non-company-legal-person',
    'sole-proprietorship',
    'partnership',
    'branch',
    'cooperative',
    'individual-business',
  ])('of a %s', (type) => {
    expect(spoken(ITEM, { [`${E}/type`]: type })).toEqual([]);
  });

  test.each([
    ['registered', []],
    ['licence-revoked', []],
    ['ordered-to-close', []],
    ['establishment-revoked', []],
    ['cancelled', ['enterprise.status']],
  ])('of one that is %s', (status, rules) => {
    expect(spoken(ITEM, { [`${E}/status`]: status })).toEqual(rules);
  });
});

test.each([
  ['court', { kind: 'court', effectiveOn: '2026-11-02' }, ['materials.court-document']],
  ['ruling', { kind: 'ruling', acceptedOn: '2026-10-12' }, ['materials.decision']],
  ['correction', { kind: 'correction' }, ['materials.decision']],
])('by a %s: its document, and that it was received', (_, ground, missing) => {
  expect(spoken(ITEM, { '/facts/ground': ground, '/facts/materials': [] })).toEqual([
    ...missing,
    'materials.service-proof',
  ]);
});

test('never on the spot, not by a court’s document either', () => {
  expect(decided(ITEM)).toMatchObject({
    findings: [{ rule: 'ex-officio.decision', effect: 'review' }],
    admissible: ['register', 'return'],
  });
});
