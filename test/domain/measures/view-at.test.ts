import { expect, test } from 'vitest';
import { addToHalf, emptyHalf, type Half } from '../../../lib/domain/credit/half.ts';
import type { RecordVersion } from '../../../lib/domain/credit/record.ts';
import type { MeasureRow } from '../../../lib/domain/measures/measure.ts';
import { verdictOf, whyUncertain } from '../../../lib/domain/measures/verdict.ts';
import { viewAt } from '../../../lib/domain/measures/view-at.ts';
import type { SourceCoverage } from '../../../lib/domain/subject/standing-evidence.ts';
import { anArticle, aRecord, day, findClass, instant, recordId } from '../../support/records.ts';

const officeBar: MeasureRow = {
  id: 'office-bar',
  group: 'A',
  name: { zh: '限制任职', en: 'Bar from office' },
  triggers: [{ class: 'debtor' }],
  objects: ['person'],
  purposes: ['registration'],
  articles: [anArticle()],
  executedBy: { zh: '登记机关', en: 'Registration authorities' },
  end: { kind: 'record' },
  release: { zh: '移出', en: 'Off the list' },
  provenance: { source: '示例清单', edition: '1', validFrom: day('2020-01-01'), confidence: 'inference' },
};
const threeYears: MeasureRow = {
  ...officeBar,
  id: 'three-years',
  triggers: [{ class: 'bar' }],
  end: { kind: 'term', months: 36 },
};

const halfOf = (side: string, ...records: readonly Partial<RecordVersion>[]): Half =>
  records.reduce<Half>(
    (half, record, index) =>
      addToHalf(half, aRecord({ jurisdiction: side, id: recordId(`${side}${index}`), ...record }), findClass),
    emptyHalf(side),
  );

const on = day('2026-11-23');
const hits = (halves: readonly Half[], row: MeasureRow, asked = on) =>
  viewAt(halves, [row], 'person', asked).discipline.map((measure) => measure.row.id);

test('nobody of whom nothing was recorded has a measure, and an absent half is an empty one', () => {
  const empty = {
    moreDisputed: false,
    discipline: [],
    information: [],
    incentives: [],
    disclosed: { entries: [], more: false },
  };
  expect(viewAt([], [officeBar], 'person', on)).toEqual(empty);
  expect(viewAt([emptyHalf('EAST')], [officeBar], 'person', on)).toEqual(empty);
});

test.each([
  ['2026-11-22', ['office-bar']],
  ['2026-11-23', []],
  ['2027-01-01', []],
])('a bar that lasts as long as the listing, whose end is 2026-11-23, on %s', (asked, rows) => {
  expect(hits([halfOf('EAST', { validTo: day('2026-11-23') })], officeBar, day(asked))).toEqual(rows);
});

test.each([
  ['2029-03-10', ['three-years']],
  ['2029-03-11', []],
])('three years from the decision of 2026-03-10, on %s', (asked, rows) => {
  expect(hits([halfOf('EAST', { class: 'bar' })], threeYears, day(asked))).toEqual(rows);
});

test('a bar without an end in law lasts until a decision', () => {
  const row: MeasureRow = { ...threeYears, end: { kind: 'decision' } };
  expect(
    viewAt([halfOf('EAST', { class: 'bar' })], [row], 'person', day('2999-01-01')).discipline[0]?.until,
  ).toBe('open');
});

test.each([
  ['2026-11-23', ['office-bar']],
  ['2026-11-24', []],
])('a row that lapses on 2026-11-24 ends what rests on it: on %s', (asked, rows) => {
  const row = { ...officeBar, provenance: { ...officeBar.provenance, validTo: day('2026-11-24') } };
  expect(hits([halfOf('EAST', {})], row, day(asked))).toEqual(rows);
});

test('an article that lapses takes the row with it, unless another still carries it', () => {
  const lapsed = anArticle({ validTo: day('2026-11-01') });
  const follower = anArticle({ article: '第二条', validFrom: day('2026-11-01') });
  expect(hits([halfOf('EAST', {})], { ...officeBar, articles: [lapsed] })).toEqual([]);
  const [measure] = viewAt(
    [halfOf('EAST', {})],
    [{ ...officeBar, articles: [lapsed, follower] }],
    'person',
    on,
  ).discipline;
  expect(measure?.articles).toEqual([follower]);
});

test('the object of a row is never widened: what bars a person bars no organisation', () => {
  expect(viewAt([halfOf('EAST', {})], [officeBar], 'organisation', on).discipline).toEqual([]);
});

test('a severity that the row does not name triggers nothing', () => {
  const row: MeasureRow = { ...officeBar, triggers: [{ class: 'penalty', severities: ['serious'] }] };
  expect(hits([halfOf('EAST', { class: 'penalty', severity: 'general' })], row)).toEqual([]);
  expect(hits([halfOf('EAST', { class: 'penalty', severity: 'serious' })], row)).toEqual(['office-bar']);
});

test('a measure rests on the records of both sides, the last to end first', () => {
  const [measure] = viewAt(
    [
      halfOf('EAST', { validTo: day('2027-01-01') }, { validTo: day('2030-01-01') }),
      halfOf('WEST', { validTo: day('2028-01-01') }, { validTo: day('2029-01-01') }),
    ],
    [officeBar],
    'person',
    on,
  ).discipline;
  expect(measure?.records.map(({ jurisdiction, day: end }) => [jurisdiction, end])).toEqual([
    ['EAST', '2030-01-01'],
    ['WEST', '2029-01-01'],
    ['WEST', '2028-01-01'],
  ]);
  expect(measure?.until).toBe('2030-01-01');
  expect(measure?.more).toBe(true);
});

test('a row added to the list applies to what was recorded before', () => {
  const half = halfOf('WEST', {});
  expect(hits([half], { ...officeBar, id: 'added-later' })).toEqual(['added-later']);
});

test('who was listed once is not shown as listed', () => {
  const view = viewAt([halfOf('EAST', { validTo: day('2026-04-01') })], [officeBar], 'person', on);
  expect(view.discipline).toEqual([]);
  expect(view.disclosed).toEqual({ entries: [], more: false });
});

const covered = (state: SourceCoverage['state']): SourceCoverage => ({
  source: 'east-debtors',
  state,
  ...(state === 'fresh' || state === 'stale' ? { completeUpTo: instant('2026-11-23T00:00:00.000Z') } : {}),
});
const listed = viewAt([halfOf('EAST', {})], [officeBar], 'person', on);
const informed = viewAt([halfOf('EAST', {})], [{ ...officeBar, group: 'C' }], 'person', on);
const rewarded = viewAt([halfOf('EAST', {})], [{ ...officeBar, group: 'incentive' }], 'person', on);
const nothing = viewAt([], [officeBar], 'person', on);

test.each([
  ['listed', listed, 'fresh', 'hit', []],
  ['listed', listed, 'stale', 'hit', ['source-stale']],
  ['listed', listed, 'never-started', 'hit', ['source-never-started']],
  ['nothing', nothing, 'fresh', 'clear', []],
  ['nothing', nothing, 'stale', 'unknown', ['source-stale']],
  ['nothing', nothing, 'never-started', 'unknown', ['source-never-started']],
  ['nothing', nothing, 'unread', 'unknown', ['coverage-unread']],
  ['group C only', informed, 'fresh', 'clear', []],
  ['an incentive only', rewarded, 'fresh', 'clear', []],
  ['unread', undefined, 'fresh', 'unknown', ['read-failed']],
] as const)('%s, sources %s %s: %s', (_, view, state, verdict, reasons) => {
  expect(verdictOf(view, [covered(state)])).toBe(verdict);
  expect(whyUncertain(view, [covered(state)])).toEqual(reasons);
});

test('one stale source among fresh ones is enough for unknown', () => {
  expect(verdictOf(nothing, [covered('fresh'), covered('stale')])).toBe('unknown');
});

test('information and incentives are told apart from discipline', () => {
  expect([informed.discipline, informed.information.length, informed.incentives]).toEqual([[], 1, []]);
  expect([rewarded.discipline, rewarded.information, rewarded.incentives.length]).toEqual([[], [], 1]);
});
