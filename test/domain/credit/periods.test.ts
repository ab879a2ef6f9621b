import { expect, test } from 'vitest';
import { daysOutOfOrder, whyOutOfCatalogue } from '../../../lib/domain/credit/admission.ts';
import type { PenaltyKind } from '../../../lib/domain/credit/penalty.ts';
import { type Dated, periodsOf } from '../../../lib/domain/credit/periods.ts';
import type { RecordVersion } from '../../../lib/domain/credit/record.ts';
import {
  aClass,
  anArticle,
  anOrganisation,
  aRecord,
  day,
  findClass,
  months,
  none,
} from '../../support/records.ts';

const periods = (record: Partial<RecordVersion>) => {
  const full = aRecord(record);
  const recordClass = findClass(full.class);
  return recordClass && periodsOf(recordClass, full);
};

test('a listing without an end of its own holds until a decision', () => {
  expect(periods({})).toEqual({
    disclosure: { from: '2026-03-10', until: 'open' },
    effect: { from: '2026-03-10', until: 'open' },
  });
});

test('a listing whose document names an end holds until then', () => {
  expect(periods({ validTo: day('2028-03-10') })?.effect).toEqual({
    from: '2026-03-10',
    until: '2028-03-10',
  });
});

test('months count from the document, and the day of the same number no longer belongs to them', () => {
  expect(periods({ class: 'bar' })?.effect).toEqual({ from: '2026-03-10', until: '2029-03-10' });
});

test('months end on the last day of a shorter month', () => {
  expect(
    periods({ class: 'penalty', severity: 'general', decidedOn: day('2024-02-29') })?.effect?.until,
  ).toBe('2025-02-28');
});

test('an earlier end of the document cuts the months short, a later one does not lengthen them', () => {
  expect(periods({ class: 'bar', validTo: day('2027-01-01') })?.effect?.until).toBe('2027-01-01');
  expect(periods({ class: 'bar', validTo: day('2035-01-01') })?.effect?.until).toBe('2029-03-10');
});

test('a restriction is disclosed as long as its document has it last, also past the months; other penalties are not', () => {
  const span = { ...months(36, 'publication'), asLongAs: ['profession-restricted'] } as const;
  const recordClass = aClass({
    periods: [
      {
        authorityKinds: ['court'],
        decidedFrom: day('2000-01-01'),
        disclosure: span,
        effect: span,
        articles: [],
      },
    ],
  });
  const until = (kind: PenaltyKind, validTo?: string) =>
    periodsOf(recordClass, {
      ...aRecord(),
      penalty: { kinds: ['fine', kind] },
      ...(validTo !== undefined && { validTo: day(validTo) }),
    }).disclosure?.until;
  expect(until('profession-restricted', '2031-03-10')).toBe('2031-03-10');
  expect(until('profession-restricted', '2027-03-10')).toBe('2027-03-10');
  expect(until('profession-restricted')).toBe('2029-03-10');
  expect(until('warning', '2031-03-10')).toBe('2029-03-10');
});

test('a period from publication starts there, and with the document where nobody told when', () => {
  const serious = { class: 'penalty', severity: 'serious' } as const;
  expect(periods({ ...serious, publishedOn: day('2026-04-01') })?.disclosure).toEqual({
    from: '2026-04-01',
    until: '2029-04-01',
  });
  expect(periods(serious)?.disclosure?.until).toBe('2029-03-10');
});

test('a minor penalty is not published unless that was found necessary, and then for three months', () => {
  expect(periods({ class: 'penalty', severity: 'minor' })).toEqual({});
  expect(periods({ class: 'penalty', severity: 'minor', publicationNecessary: true })).toEqual({
    disclosure: { from: '2026-03-10', until: '2026-06-10' },
  });
});

const changing = aClass({
  periods: [
    {
      authorityKinds: ['court'],
      decidedFrom: day('2020-01-01'),
      decidedTo: day('2026-04-01'),
      disclosure: months(36),
      effect: months(36),
      articles: [anArticle()],
    },
    {
      authorityKinds: ['court'],
      decidedFrom: day('2026-04-01'),
      disclosure: months(12),
      effect: none,
      articles: [anArticle()],
    },
  ],
});

test.each([
  ['2026-03-31', '2029-03-31'],
  ['2026-04-01', '2027-04-01'],
])('what is decided on %s keeps the rule of that day', (decidedOn, until) => {
  expect(periodsOf(changing, aRecord({ decidedOn: day(decidedOn) })).disclosure?.until).toBe(until);
});

test('no rule covers a decision of before the first one', () => {
  const record: Dated = aRecord({ decidedOn: day('2019-12-31') });
  expect(() => periodsOf(changing, record)).toThrow(RangeError);
});

const today = day('2026-05-01');

test.each([
  [{ decidedOn: day('2026-05-01') }, []],
  [{ decidedOn: day('2026-05-02') }, [{ path: '/decidedOn', code: 'after-today' }]],
  [{ publishedOn: day('2026-05-02') }, [{ path: '/publishedOn', code: 'after-today' }]],
  [{ publishedOn: day('2026-03-09') }, [{ path: '/publishedOn', code: 'before-decision' }]],
  [{ validTo: day('2026-03-11') }, []],
  [{ validTo: day('2026-03-10') }, [{ path: '/validTo', code: 'not-after-decision' }]],
])('days of %o', (record, defects) => {
  expect(daysOutOfOrder(aRecord(record), today)).toEqual(defects);
});

const penalty = aClass({ severities: ['general'] });

test.each([
  ['class-not-in-force', aClass(), {}, day('2019-12-31')],
  ['authority-kind', aClass({ issuedBy: ['registration'] }), {}, today],
  ['subject-kind', aClass({ subjects: ['person'] }), { subject: anOrganisation }, today],
  ['severity', aClass(), { severity: 'general' }, today],
  ['severity', penalty, {}, today],
  ['severity', penalty, { severity: 'minor' }, today],
  ['no-period-rule', penalty, { severity: 'general' }, today],
  ['no-period-rule', aClass(), { decidedOn: day('1999-12-31') }, today],
  [undefined, aClass(), {}, today],
] as const)('out of the catalogue: %s', (reason, recordClass, record, on) => {
  expect(whyOutOfCatalogue(recordClass, aRecord(record), on)).toBe(reason);
});
