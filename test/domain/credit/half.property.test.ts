import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToHalf, emptyHalf, type Half } from '../../../lib/domain/credit/half.ts';
import { periodsOf } from '../../../lib/domain/credit/periods.ts';
import type { RecordVersion } from '../../../lib/domain/credit/record.ts';
import { standingAt } from '../../../lib/domain/credit/standing-at.ts';
import type { MeasureRow } from '../../../lib/domain/measures/measure.ts';
import { viewAt } from '../../../lib/domain/measures/view-at.ts';
import { addDays, addMonths, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { anArticle, aRecord, day, findClass, instant, recordId } from '../../support/records.ts';

const SIDES = ['EAST', 'WEST'];
const FIRST = day('2023-12-30');
const LAST_START = addDays(FIRST, 800);
const ALL_KNOWN = instant('2099-01-01T00:00:00.000Z');

/** Days are drawn from few, so that ties are common. */
const someDay = (from: PlainDate, range: number) =>
  fc.integer({ min: 0, max: range }).map((step) => addDays(from, step * 20));

const kindOfRecord = fc.constantFrom(
  { class: 'debtor' },
  { class: 'bar' },
  { class: 'honour' },
  { class: 'licence' },
  { class: 'penalty', severity: 'minor', publicationNecessary: true },
  { class: 'penalty', severity: 'minor' },
  { class: 'penalty', severity: 'general' },
  { class: 'penalty', severity: 'serious' },
) as fc.Arbitrary<Partial<RecordVersion>>;

const record = (key: number): fc.Arbitrary<RecordVersion> =>
  fc
    .record({
      kind: kindOfRecord,
      jurisdiction: fc.constantFrom(...SIDES),
      decidedOn: someDay(FIRST, 30),
      published: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      valid: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
      recorded: fc.integer({ min: 0, max: 20 }),
    })
    .map(({ kind, jurisdiction, decidedOn, published, valid, recorded }) =>
      aRecord({
        ...kind,
        id: recordId(key),
        jurisdiction,
        decidedOn,
        ...(published !== undefined && { publishedOn: addDays(decidedOn, published) }),
        ...(valid !== undefined && { validTo: addDays(decidedOn, valid) }),
        recordedAt: instant(`${addDays(FIRST, recorded * 40)}T08:00:00.000Z`),
      }),
    );

const history = fc
  .integer({ min: 0, max: 45 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, key) => record(key))))
  .map((records) => records as readonly RecordVersion[]);

const folded = (records: readonly RecordVersion[]): readonly Half[] =>
  SIDES.map((side) =>
    records
      .filter(({ jurisdiction }) => jurisdiction === side)
      .reduce((half, entry) => addToHalf(half, entry, findClass), emptyHalf(side)),
  );

const recomputed = (records: readonly RecordVersion[], asOf = LAST_START, knownAt = ALL_KNOWN) =>
  SIDES.map((side) => standingAt(side, records, asOf, knownAt, findClass));

const shuffled = (records: readonly RecordVersion[]) =>
  fc.shuffledSubarray([...records], { minLength: records.length });

test('a half kept record by record, in any order, is the half computed from all of them', () => {
  fc.assert(
    fc.property(
      history.chain((records) => fc.tuple(fc.constant(records), shuffled(records))),
      ([records, order]) => {
        expect(folded(order)).toEqual(recomputed(records));
      },
    ),
    { numRuns: 300 },
  );
});

test('repetition and order of the versions change nothing', () => {
  const doubled = history.chain((records) =>
    fc.tuple(fc.constant(records), shuffled([...records, ...records.slice(0, 10)])),
  );
  fc.assert(
    fc.property(doubled, ([records, order]) => {
      expect(recomputed(order)).toEqual(recomputed(records));
    }),
    { numRuns: 200 },
  );
});

test('a past question sees what had been recorded and had begun', () => {
  fc.assert(
    fc.property(history, someDay(FIRST, 40), fc.integer({ min: 0, max: 20 }), (records, asOf, at) => {
      const knownAt = instant(`${addDays(FIRST, at * 40)}T08:00:00.000Z`);
      const known = records.filter(({ recordedAt }) => recordedAt <= knownAt);
      const begun = known.filter((entry) => {
        const { effect, disclosure } = periodsOf(findClass(entry.class) ?? expect.fail(), entry);
        return (effect?.from ?? asOf) <= asOf && (disclosure?.from ?? asOf) <= asOf;
      });
      expect(recomputed(records, asOf, knownAt)).toEqual(folded(begun));
    }),
    { numRuns: 200 },
  );
});

test('of several versions of one record only the last known counts', () => {
  const first = aRecord();
  const second = {
    ...first,
    version: 2,
    validTo: day('2026-06-01'),
    recordedAt: instant('2026-06-02T00:00:00.000Z'),
  };
  const at = (knownAt: string) =>
    standingAt('EAST', [second, first], day('2026-06-02'), instant(knownAt), findClass).tallies[0]?.byEnd
      .kept;
  expect(at('2026-06-01T23:59:59.999Z')).toEqual([{ record: first.id, day: 'open' }]);
  expect(at('2026-06-02T00:00:00.000Z')).toEqual([{ record: first.id, day: '2026-06-01' }]);
});

const row = (overrides: Partial<MeasureRow>): MeasureRow => ({
  id: 'row',
  group: 'A',
  name: { zh: '示例', en: 'Example' },
  triggers: [{ class: 'debtor' }, { class: 'penalty', severities: ['general', 'serious'] }],
  objects: ['person'],
  purposes: ['example'],
  articles: [anArticle()],
  executedBy: { zh: '示例', en: 'Example' },
  end: { kind: 'record' },
  release: { zh: '示例', en: 'Example' },
  provenance: { source: '示例清单', edition: '1', validFrom: day('2020-01-01'), confidence: 'inference' },
  ...overrides,
});

const rows: readonly MeasureRow[] = [
  row({ end: { kind: 'record' } }),
  row({ end: { kind: 'term', months: 13 } }),
  row({ end: { kind: 'decision' } }),
];

/** What a row's measure rests on by the records themselves, without any half. */
function liveByRecords(records: readonly RecordVersion[], { triggers, end }: MeasureRow, on: PlainDate) {
  return records
    .filter(({ class: id, severity }) =>
      triggers.some(
        (t) => t.class === id && (t.severities === undefined || t.severities.includes(severity ?? 'minor')),
      ),
    )
    .flatMap((entry) => {
      const { effect } = periodsOf(findClass(entry.class) ?? expect.fail(), entry);
      if (effect === undefined) return [];
      if (end.kind === 'term') return addDays(addMonths(entry.decidedOn, end.months), 1);
      return end.kind === 'decision' ? 'open' : effect.until;
    })
    .filter((until) => until > on)
    .toSorted()
    .reverse();
}

test('on every later day a view by the halves is the view by all records', () => {
  fc.assert(
    fc.property(history, someDay(LAST_START, 90), (records, on) => {
      const halves = folded(records);
      for (const each of rows) {
        const [measure] = viewAt(halves, [each], 'person', on).discipline;
        const live = liveByRecords(records, each, on);
        expect(measure?.until).toBe(live[0]);
        expect(measure?.records.map((ranked) => ranked.day) ?? []).toEqual(live.slice(0, 3));
        expect(measure?.more ?? false).toBe(live.length > 3);
      }
      const disclosed = records
        .map((entry) => periodsOf(findClass(entry.class) ?? expect.fail(), entry).disclosure?.until)
        .filter((until) => until !== undefined && until > on)
        .toSorted()
        .reverse();
      const view = viewAt(halves, [], 'person', on).disclosed;
      expect(view.entries.map((entry) => entry.day)).toEqual(disclosed.slice(0, 10));
      expect(view.more).toBe(disclosed.length > 10);
    }),
    { numRuns: 400 },
  );
});
