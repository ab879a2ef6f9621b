import { expect, test } from 'vitest';
import { measureRows } from '../../../catalog/measures/measures.ts';
import { getPurpose, purposes, rowsFor, sourcesNeededBy } from '../../../catalog/purposes.ts';
import { getRecordClass } from '../../../catalog/records/record-classes.ts';
import { day } from '../../support/records.ts';

const on = day('2026-11-23');

test('every row rests on classes that bear on their subject, and on severities they know', () => {
  for (const { id, group, triggers, objects } of measureRows())
    for (const { class: classId, severities = [] } of triggers) {
      const recordClass = getRecordClass(classId);
      expect(recordClass.bears, id).toBe(group === 'incentive' ? 'for' : 'against');
      expect(recordClass.severities, id).toEqual(expect.arrayContaining([...severities]));
      expect(
        recordClass.subjects.some((kind) => objects.includes(kind)),
        id,
      ).toBe(true);
    }
});

test('every row has an id of its own, an article and purposes that exist', () => {
  const ids = measureRows().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = purposes().map(({ id }) => id);
  for (const row of measureRows()) expect(known).toEqual(expect.arrayContaining([...row.purposes]));
});

test('a row whose term could outlive what stands behind it still finds its records: a class with an effect', () => {
  for (const { id, end, triggers } of measureRows())
    if (end.kind === 'term')
      for (const { class: classId } of triggers)
        for (const { effect } of getRecordClass(classId).periods) expect(effect.kind, id).not.toBe('none');
});

test('registration asks of a person the three bars, and needs their sources on both sides', () => {
  const purpose = getPurpose('registration', 'registration-review', on);
  const bars = rowsFor(purpose).filter(({ group }) => group === 'A');
  expect(bars.map(({ id, objects }) => [id, objects])).toEqual([
    ['office-bar', ['person']],
    ['office-bar-licence-revoked', ['person']],
    ['registration-bar', ['person']],
  ]);
  expect(sourcesNeededBy(purpose, 'person').map(({ id }) => id)).toEqual([
    'cq-dishonest-debtors',
    'cq-false-registrations',
    'sc-dishonest-debtors',
    'sc-false-registrations',
  ]);
});

test('where no row can fall on a subject, all sources that speak against its kind are needed', () => {
  const registration = getPurpose('registration', 'registration-review', on);
  const ids = (kind: 'organisation' | 'person', asked = registration) =>
    sourcesNeededBy(asked, kind)
      .map(({ id }) => id)
      .filter((id) => id.startsWith('cq-'));
  expect(ids('organisation')).toEqual([
    'cq-dishonest-debtors',
    'cq-abnormal-list',
    'cq-serious-list',
    'cq-penalties',
    'cq-commitments',
  ]);
  const cancellation = getPurpose('simple-cancellation', 'simple-cancellation-review', on);
  expect(ids('person', cancellation)).toContain('cq-false-registrations');
});

test('simple cancellation asks of an organisation for the two lists of article 48', () => {
  const purpose = getPurpose('simple-cancellation', 'simple-cancellation-review', on);
  expect(rowsFor(purpose).map(({ id }) => id)).toEqual([
    'no-simple-cancellation-abnormal',
    'no-simple-cancellation-serious',
  ]);
  expect(sourcesNeededBy(purpose, 'organisation').map(({ id }) => id)).toEqual([
    'cq-abnormal-list',
    'cq-serious-list',
    'sc-abnormal-list',
    'sc-serious-list',
  ]);
});

test.each([
  ['registration', 'curiosity'],
  ['registration', 'incentive-review'],
  ['marketing', 'registration-review'],
])('there is no purpose %s on the basis %s', (purpose, basis) => {
  expect(() => getPurpose(purpose, basis, on)).toThrow(expect.objectContaining({ code: 'unknown-purpose' }));
});

test('a purpose is not there before its law', () => {
  expect(() => getPurpose('registration', 'registration-review', day('2022-02-28'))).toThrow(
    expect.objectContaining({ code: 'unknown-purpose' }),
  );
});
