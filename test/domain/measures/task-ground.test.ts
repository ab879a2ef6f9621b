import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordVersion } from '../../../lib/domain/credit/record.ts';
import type { RecordEvent } from '../../../lib/domain/credit/record-event.ts';
import { halfOf } from '../../../lib/domain/credit/standing-at.ts';
import type { MeasureRow } from '../../../lib/domain/measures/measure.ts';
import { groundOf, roundOf } from '../../../lib/domain/measures/task-ground.ts';
import { viewAt } from '../../../lib/domain/measures/view-at.ts';
import { addDays } from '../../../lib/domain/time/plain-date.ts';
import { anArticle, aRecord, day, findClass } from '../../support/records.ts';

const aRow = (overrides: Partial<MeasureRow> = {}): MeasureRow => ({
  id: 'row',
  group: 'B',
  name: { zh: '措施', en: 'Measure' },
  triggers: [{ class: 'debtor' }],
  objects: ['person'],
  purposes: ['supervision'],
  articles: [anArticle()],
  executedBy: { zh: '登记机关', en: 'Registration authorities' },
  executor: 'registration',
  end: { kind: 'record' },
  release: { zh: '移出', en: 'Off the list' },
  provenance: { source: '示例清单', edition: '1', validFrom: day('2020-01-01'), confidence: 'inference' },
  ...overrides,
});
const versionsOf = (...events: readonly RecordEvent[]): readonly RecordVersion[] =>
  [{ kind: 'published' } as const, ...events].map((happened, index) =>
    aRecord({ version: index + 1, happened }),
  );
const on = day('2026-11-23');
const repaired: RecordEvent = { kind: 'repaired', on: day('2026-11-23'), repair: 'r' };
const revoked: RecordEvent = {
  kind: 'repair-revoked',
  on: day('2026-12-01'),
  repair: 'r',
  ground: 'false-materials',
  reason: '材料虚假',
};

test.each([
  ['2026-11-22', 'holds'],
  ['2026-11-23', 'ended'],
])('a row of an edition that ends on 2026-11-23: on %s it %s', (asked, state) => {
  const lapsing = aRow({ provenance: { ...aRow().provenance, validTo: day('2026-11-23') } });
  expect(groundOf(lapsing, versionsOf(), day(asked), findClass).state).toBe(state);
  const byArticle = aRow({ articles: [anArticle({ validTo: day('2026-11-23') })] });
  expect(groundOf(byArticle, versionsOf(), day(asked), findClass).state).toBe(state);
});

test('one article that holds is enough, and it alone is named', () => {
  const row = aRow({ articles: [anArticle({ validTo: on }), anArticle({ article: '第二条' })] });
  expect(groundOf(row, versionsOf(), on, findClass)).toMatchObject({
    state: 'holds',
    articles: [{ article: '第二条' }],
  });
});

describe('why a ground ended', () => {
  test.each<[string, readonly RecordEvent[], MeasureRow | undefined, object]>([
    ['repaired', [repaired], aRow(), { cause: 'repaired', on: '2026-11-23' }],
    ['a row that is gone', [], undefined, { cause: 'row-lapsed', on: '2026-11-23' }],
    ['another class by now', [], aRow({ triggers: [{ class: 'bar' }] }), { cause: 'corrected' }],
    ['its term ran out', [], aRow({ end: { kind: 'term', months: 6 } }), { cause: 'expired' }],
  ])('%s', (_, events, row, expected) => {
    expect(groundOf(row, versionsOf(...events), on, findClass)).toMatchObject({
      state: 'ended',
      ...expected,
    });
  });

  test('a shield suspends and does not end; a repair taken back begins another round', () => {
    const shield: RecordEvent = {
      kind: 'shielded',
      from: day('2026-11-01'),
      until: day('2027-01-01'),
      document: { number: '裁定1', decidedOn: day('2026-10-30') },
    };
    expect(groundOf(aRow(), versionsOf(shield), on, findClass)).toEqual({
      state: 'suspended',
      until: '2027-01-01',
    });
    const back = versionsOf(repaired, revoked);
    expect(roundOf(versionsOf(repaired))).toBe(0);
    expect(roundOf([...back, ...back])).toBe(1);
    expect(groundOf(aRow(), back, day('2026-12-01'), findClass).state).toBe('holds');
  });
});

const anyDay = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays(day('2020-01-01'), days));
const anySpan = fc.record({ validFrom: anyDay, validTo: fc.option(anyDay, { nil: undefined }) });
const spanOf = ({ validFrom, validTo }: { validFrom: typeof on; validTo: typeof on | undefined }) => ({
  validFrom,
  ...(validTo !== undefined && { validTo }),
});

test('nothing rests on a row or an article outside of its days, and a task never says otherwise than a standing', () => {
  fc.assert(
    fc.property(
      anySpan,
      fc.array(anySpan, { minLength: 1, maxLength: 3 }),
      anyDay,
      (edition, articles, asked) => {
        const row = aRow({
          provenance: { ...aRow().provenance, ...spanOf(edition) },
          articles: articles.map((span) => anArticle(spanOf(span))),
        });
        const versions = versionsOf();
        const half = halfOf('EAST', versions, asked, findClass);
        const [live] = viewAt([half], [row], 'person', asked).discipline;
        const within = (span: typeof edition) =>
          span.validFrom <= asked && (span.validTo === undefined || asked < span.validTo);
        if (!within(edition) || !articles.some(within)) expect(live).toBeUndefined();
        expect(live?.articles.length ?? 0).toBe(live === undefined ? 0 : articles.filter(within).length);
        expect(groundOf(row, versions, asked, findClass).state).toBe(live === undefined ? 'ended' : 'holds');
      },
    ),
  );
});
