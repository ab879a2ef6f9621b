import { expect, test } from 'vitest';
import { type DoneChunk, type Import, noRows, progressOf } from '../../../lib/domain/credit/import.ts';
import { instant } from '../../support/records.ts';

const running: Import = {
  id: 'i1',
  round: 1,
  version: 3,
  authority: 'court-east',
  createdAt: instant('2026-03-10T01:00:00.000Z'),
  startedAt: instant('2026-03-10T01:00:00.000Z'),
  format: 'csv',
  encoding: 'utf-8',
  bytes: 1,
  sha256: 'a'.repeat(64),
  state: 'running',
  rows: 1_000,
  chunks: 10,
};
const done = (chunk: number, at: string, accepted = 100): DoneChunk => ({
  chunk,
  counts: { ...noRows, accepted },
  finishedAt: instant(at),
});
const AT = instant('2026-03-10T02:00:30.000Z');

test('before anything is done nothing is foretold', () => {
  expect(progressOf(running, [], AT)).toEqual({ counts: noRows, percent: 0 });
  expect(progressOf(running, [done(1, '2026-03-10T02:00:00.000Z')], AT)).toEqual({
    counts: { ...noRows, accepted: 100 },
    percent: 10,
  });
});

test('the pace is that of the parts that were done last', () => {
  const chunks = [done(2, '2026-03-10T02:00:00.000Z'), done(1, '2026-03-10T02:00:20.000Z')];
  expect(progressOf(running, chunks, AT)).toEqual({
    counts: { ...noRows, accepted: 200 },
    percent: 20,
    expectedAt: '2026-03-10T02:04:30.000Z',
  });
});

test('99 percent until the receipts are there', () => {
  const chunks = Array.from({ length: 10 }, (_, index) =>
    done(index + 1, `2026-03-10T02:00:${10 + index}.000Z`),
  );
  expect(progressOf(running, chunks, AT).percent).toBe(99);
  const { state: _, ...same } = running;
  const finished: Import = {
    ...same,
    state: 'finished',
    finishedAt: AT,
    counts: { ...noRows, accepted: 1_000 },
  } as Import;
  expect(progressOf(finished, [], AT)).toEqual({ counts: { ...noRows, accepted: 1_000 }, percent: 100 });
});
