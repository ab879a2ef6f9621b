import { describe, expect, test } from 'vitest';
import type { FiledChange } from '../../../../catalog/items/change-registration/facts.ts';
import type { Enterprise } from '../../../../lib/domain/registration/enterprise.ts';
import type { Notice } from '../../../../lib/domain/registration/notice.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aHold, aMember, rulesOf, SCOPE } from './a-change.ts';

const increase = (payBy: string, on: string, before = '2030-03-10') =>
  rulesOf(
    {
      registeredCapitalFen: 150_000_000,
      members: {
        holds: [
          aHold('p1', [
            ['before', 60_000_000, before],
            ['increase', 50_000_000, payBy],
          ]),
        ],
        leaves: [],
      },
    },
    { on },
  );

describe('公司法 第二百二十八条, 第四十七条: an increase is paid within five years of its registration', () => {
  test.each<[string, string]>([
    ['2031-11-23', '2026-11-23'],
    ['2033-02-28', '2028-02-28'],
    ['2033-02-28', '2028-02-29'],
    ['2031-12-31', '2026-12-31'],
  ])('by %s, filed on %s', (payBy, on) => expect(increase(payBy, on)).toEqual([]));
  test.each<[string, string]>([
    ['2031-11-24', '2026-11-23'],
    ['2033-03-01', '2028-02-29'],
    ['2032-01-01', '2026-12-31'],
  ])('by %s, filed on %s: too late', (payBy, on) =>
    expect(increase(payBy, on)).toEqual(['capital.increase-pay-by']),
  );
  test('what was subscribed before keeps its own five years', () => {
    expect(increase('2031-11-23', '2026-11-23', '2030-03-10')).toEqual([]);
    expect(increase('2031-11-23', '2026-11-23', '2030-03-11')).toEqual(['capital.pay-by']);
  });
});

describe('公司法 第四十七条: five years from establishment, of a company that is established on', () => {
  const passed = (establishedOn: string, payBy: string) =>
    rulesOf(
      {
        members: {
          holds: [aHold('p3', [['before', 40_000_000, payBy]])],
          leaves: [{ kind: 'person', person: 'p2' }],
          transfer: { kind: 'answered' },
        },
      },
      {
        on: '2028-03-01',
        enterprise: {
          establishedOn: plainDate(establishedOn),
          members: [aMember('p1', 60_000_000, '2026-01-01'), aMember('p2', 40_000_000, '2026-01-01')],
        },
      },
    );
  test.each<[string, string]>([
    ['2024-07-01', '2029-07-01'],
    ['2028-02-29', '2033-02-28'],
    ['2024-06-30', '2032-06-30'],
    ['2010-01-01', '2032-06-30'],
  ])('%s, by %s', (established, payBy) => expect(passed(established, payBy)).toEqual([]));
  test.each<[string, string]>([
    ['2024-07-01', '2029-07-02'],
    ['2028-02-29', '2033-03-01'],
  ])('%s, by %s: too late', (established, payBy) =>
    expect(passed(established, payBy)).toEqual(['capital.pay-by']),
  );
  test('2024-06-30, by 2032-07-01: too late, and overdue', () =>
    expect(passed('2024-06-30', '2032-07-01')).toEqual(['capital.pay-by', 'capital.schedule-overdue']));
});

describe('令784 第二条: a company of the old law is told of its schedule', () => {
  const scheduled = (on: string, payBy: string, establishedOn = '2024-06-30') =>
    rulesOf(SCOPE, {
      on,
      enterprise: {
        establishedOn: plainDate(establishedOn),
        members: [aMember('p1', 100_000_000, payBy)],
      },
    });
  test.each<[string, string, readonly string[]]>([
    ['2027-06-30', '2032-06-30', []],
    ['2027-06-30', '2032-07-01', ['capital.schedule-to-adjust']],
    ['2027-07-01', '2032-06-30', []],
    ['2027-07-01', '2032-07-01', ['capital.schedule-overdue']],
  ])('on %s, paid by %s', (on, payBy, rules) => expect(scheduled(on, payBy)).toEqual(rules));
  test('not one that is established on 2024-07-01', () =>
    expect(scheduled('2027-07-01', '2032-07-01', '2024-07-01')).toEqual([]));
});

describe('公司法 第二百二十八条: what was subscribed of an earlier increase keeps its five years', () => {
  const grown = (increasedOn?: string): readonly Enterprise['members'][number][] => [
    aMember('p1', 60_000_000, '2029-07-01'),
    aMember('p2', 40_000_000, '2031-11-23', {
      ...(increasedOn !== undefined && { increasedOn: plainDate(increasedOn) }),
    }),
  ];
  const passed = (payBy: string, increasedOn?: string) =>
    rulesOf(
      {
        members: {
          holds: [aHold('p3', [['before', 40_000_000, payBy]])],
          leaves: [{ kind: 'person', person: 'p2' }],
          transfer: { kind: 'answered' },
        },
      },
      {
        on: '2028-03-01',
        enterprise: { establishedOn: plainDate('2024-07-01'), members: grown(increasedOn) },
      },
    );
  test('and passes to another with them', () => {
    expect(passed('2031-11-23', '2026-11-23')).toEqual([]);
    expect(passed('2031-11-24', '2026-11-23')).toEqual(['capital.pay-by']);
    expect(passed('2029-07-02')).toEqual(['capital.pay-by']);
  });
  test('a company of the old law is neither overdue by it, nor as it increases', () => {
    const old = (changes: FiledChange['changes'], increasedOn?: string) =>
      rulesOf(changes, {
        on: '2028-05-02',
        enterprise: {
          establishedOn: plainDate('2020-01-01'),
          members: [
            aMember('p1', 100_000_000, '2033-05-02', {
              ...(increasedOn !== undefined && { increasedOn: plainDate(increasedOn) }),
            }),
          ],
        },
      });
    expect(old(SCOPE, '2028-05-02')).toEqual([]);
    expect(old(SCOPE)).toEqual(['capital.schedule-overdue']);
    expect(old(SCOPE, '2028-05-01')).toEqual(['capital.schedule-overdue']);
    const increase = aHold('p1', [
      ['before', 100_000_000, '2032-06-30'],
      ['increase', 50_000_000, '2033-05-02'],
    ]);
    const more = { registeredCapitalFen: 150_000_000, members: { holds: [increase], leaves: [] } };
    expect(old(more)).toEqual([]);
  });
});

const notice = (publishedOn: string, endsOn: string): Notice => ({
  id: 'n1',
  kind: 'capital-reduction',
  publishedOn: plainDate(publishedOn),
  endsOn: plainDate(endsOn),
  objections: 0,
});

type Reduction = NonNullable<FiledChange['reduction']>;
const halved: FiledChange['changes'] = {
  registeredCapitalFen: 50_000_000,
  members: {
    holds: [
      aHold('p1', [['before', 30_000_000, '2030-03-10']]),
      aHold('p2', [['before', 20_000_000, '2030-03-10']]),
    ],
    leaves: [],
  },
};
const ordinary: Reduction = {
  kind: 'ordinary',
  creditorsToldOn: plainDate('2026-09-01'),
  announced: { in: 'publicity-system' },
  proportion: 'proportional',
};
const reduced = (
  on: string,
  notices: readonly Notice[],
  reduction: Reduction = ordinary,
  changes = halved,
  enterprise: Partial<Enterprise> = {},
) =>
  rulesOf(changes, {
    on,
    decidedOn: '2026-09-01',
    enterprise: { notices, ...enterprise },
    facts: { reduction },
  });

describe('公司法 第二百二十四条: creditors are told within ten days of the resolution', () => {
  const told = (creditorsToldOn: string) =>
    reduced('2026-11-01', [notice('2026-09-10', '2026-10-25')], {
      ...ordinary,
      creditorsToldOn: plainDate(creditorsToldOn),
    });
  test.each(['2026-09-01', '2026-09-11'])('on %s', (on) => expect(told(on)).toEqual([]));
  test.each(['2026-08-31', '2026-09-12'])('not on %s', (on) =>
    expect(told(on)).toEqual(['reduction.creditors']),
  );
});

describe('and it is announced within thirty, which end after the October holidays', () => {
  test.each<[string, string, readonly string[]]>([
    ['2026-09-01', '2026-10-16', []],
    ['2026-10-08', '2026-11-22', []],
    ['2026-10-09', '2026-11-23', ['reduction.announced-late']],
    ['2026-08-31', '2026-10-15', ['reduction.announcement-missing']],
  ])('on %s', (publishedOn, endsOn, rules) =>
    expect(
      reduced('2026-11-24', [notice(publishedOn, endsOn)]).filter((rule) => rule !== 'change.late'),
    ).toEqual(rules),
  );
});

describe('实施细则 第三十六条第三款: filed after the forty-five days', () => {
  test.each<[string, readonly string[]]>([
    ['2026-10-25', ['reduction.announcement-runs']],
    ['2026-10-26', []],
    ['2026-11-24', []],
    ['2026-11-25', ['change.late']],
  ])('on %s', (on, rules) => expect(reduced(on, [notice('2026-09-10', '2026-10-25')])).toEqual(rules));
  test.each<[string, readonly string[]]>([
    ['2026-10-25', ['reduction.announcement-runs']],
    ['2026-10-26', []],
  ])('in a newspaper, on %s', (on, rules) =>
    expect(
      reduced(on, [], {
        ...ordinary,
        announced: { in: 'newspaper', paper: '甲省日报', on: plainDate('2026-09-10') },
      }),
    ).toEqual(rules),
  );
});

describe('公司法 第二百二十四条第三款: in proportion', () => {
  const notices = [notice('2026-09-10', '2026-10-25')];
  const parts = (one: number, other: number): FiledChange['changes'] => ({
    registeredCapitalFen: 50_000_000,
    members: {
      holds: [aHold('p1', [['before', one, '2030-03-10']]), aHold('p2', [['before', other, '2030-03-10']])],
      leaves: [],
    },
  });
  test('to the fen', () => {
    expect(reduced('2026-11-01', notices, ordinary, parts(30_000_000, 20_000_000))).toEqual([]);
    expect(reduced('2026-11-01', notices, ordinary, parts(30_000_001, 19_999_999))).toEqual([
      'reduction.not-proportional',
    ]);
  });
  test('of thirds, to the fen beside', () => {
    const members = ['p1', 'p2', 'p3'].map((ref) => aMember(ref, 100, '2030-03-10'));
    const changes: FiledChange['changes'] = {
      registeredCapitalFen: 100,
      members: {
        holds: [34, 33, 33].map((fen, index) => aHold(`p${index + 1}`, [['before', fen, '2030-03-10']])),
        leaves: [],
      },
    };
    expect(reduced('2026-11-01', notices, ordinary, changes, { capitalFen: 300, members })).toEqual([]);
  });
});

describe('公司法 第二百二十五条: to cover losses', () => {
  const losses: Reduction = {
    kind: 'cover-losses',
    announced: { in: 'publicity-system' },
    proportion: 'proportional',
    reservesUsed: true,
    nothingPaidOut: true,
    nobodyReleased: true,
  };
  test('without creditors told, and without waiting', () =>
    expect(reduced('2026-09-03', [notice('2026-09-02', '2026-10-17')], losses)).toEqual([]));
  test('announced within thirty days all the same', () => {
    expect(reduced('2026-10-08', [notice('2026-10-08', '2026-11-22')], losses)).toEqual([]);
    expect(reduced('2026-10-09', [notice('2026-10-09', '2026-11-23')], losses)).toEqual([
      'change.late',
      'reduction.announced-late',
    ]);
  });
});

test('公司法 第二百一十四条第三款: a quarter of the capital before is left of the reserve', () => {
  const left = (statutoryReserveLeftFen: number) =>
    rulesOf(
      {
        registeredCapitalFen: 150_000_000,
        members: {
          holds: [
            aHold('p1', [
              ['before', 60_000_000, '2030-03-10'],
              ['increase', 50_000_000, '2026-11-23'],
            ]),
          ],
          leaves: [],
        },
      },
      { facts: { reserveConversion: { statutoryReserveLeftFen } } },
    );
  expect(left(25_000_000)).toEqual([]);
  expect(left(24_999_999)).toEqual(['capital.reserve-left']);
});
