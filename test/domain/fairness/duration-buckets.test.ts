import { expect, test } from 'vitest';
import { bucketOf, quantileBucket } from '../../../lib/domain/fairness/duration-buckets.ts';

test.each([
  [0, 0],
  [60, 0],
  [61, 1],
  [120, 1],
  [1_440, 7],
  [1_441, 8],
  [48_000, 17],
  [48_001, 18],
  [1_000_000, 18],
])('%i minutes lie in bucket %i', (minutes, bucket) => {
  expect(bucketOf(minutes)).toBe(bucket);
});

const counts = (...pairs: [number, number][]) => new Map(pairs);

test('a quantile lies in the bucket of its rank', () => {
  const ten = counts([0, 5], [3, 4], [8, 1]);
  expect(quantileBucket(ten, 0.5)).toEqual({ over: 0, upTo: 1 });
  expect(quantileBucket(ten, 0.51)).toEqual({ over: 4, upTo: 8 });
  expect(quantileBucket(ten, 0.9)).toEqual({ over: 4, upTo: 8 });
  expect(quantileBucket(ten, 0.91)).toEqual({ over: 24, upTo: 32 });
});

test('buckets are told by number, in whatever order they were counted', () => {
  expect(quantileBucket(counts([10, 1], [2, 1]), 0.5)).toEqual({ over: 2, upTo: 4 });
});

test('of one it is that one; the last bucket has no upper bound; of none there is none', () => {
  expect(quantileBucket(counts([18, 1]), 0.9)).toEqual({ over: 800 });
  expect(quantileBucket(counts(), 0.5)).toBe(undefined);
});
