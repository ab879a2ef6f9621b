import { expect, test } from 'vitest';
import { jurisdictions } from '../../../catalog/jurisdictions.ts';
import { executorsOf } from '../../../catalog/measures/executors.ts';
import { listedMeasures } from '../../../catalog/measures/listed-measures.ts';
import { findMeasureRow, measureRows } from '../../../catalog/measures/measures.ts';
import { taskTermsOf } from '../../../catalog/measures/task-terms.ts';
import { day } from '../../support/records.ts';

const on = day('2026-11-23');

test('every row carries out what a list names, in its group; what no row carries out says why', () => {
  const listed = new Map(listedMeasures().map((entry) => [entry.id, entry]));
  for (const { id, listed: of = '', group } of measureRows()) expect(listed.get(of)?.group, id).toBe(group);
  const applied = new Set(measureRows().map((row) => row.listed));
  for (const { id, unapplied } of listed.values()) expect(unapplied === undefined, id).toBe(applied.has(id));
});

test('the national list has fourteen measures in three groups', () => {
  const ofGroup = (group: string) => listedMeasures().filter((entry) => entry.group === group).length;
  expect(['A', 'B', 'C', 'incentive'].map(ofGroup)).toEqual([6, 6, 2, 6]);
});

test('a row is the task of one authority on each side, and group C is nobody’s', () => {
  for (const row of measureRows()) {
    const executors = executorsOf(row, on);
    expect(
      executors.map(({ jurisdiction }) => jurisdiction),
      row.id,
    ).toEqual(row.group === 'C' ? [] : jurisdictions.map(({ code }) => code));
  }
  const row = findMeasureRow('no-tolerance');
  expect(row && executorsOf(row, on).map(({ id }) => id)).toEqual(['reg-500000', 'reg-510000']);
});

test.each(jurisdictions.map(({ code }) => code))('side %s has its limits', (code) => {
  expect(taskTermsOf(code).objectionWorkingDays).toBe(5);
});
