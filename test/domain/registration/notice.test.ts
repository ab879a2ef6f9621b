import { expect, test } from 'vitest';
import { boundedNotices, type Notice, type NoticeKind } from '../../../lib/domain/registration/notice.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const notice = (id: string, kind: NoticeKind, endsOn: string, withdrawnOn?: string): Notice => ({
  id,
  kind,
  publishedOn: plainDate('2026-01-05'),
  endsOn: plainDate(endsOn),
  objections: 0,
  ...(withdrawnOn !== undefined && { withdrawnOn: plainDate(withdrawnOn) }),
});
const on = plainDate('2026-01-25');

test('of notices that are over the oldest falls off; what runs, and the latest of each kind, stays', () => {
  const objected = notice('false', 'false-registration', '2026-01-10');
  const runs = notice('first', 'simple-cancellation', '2026-01-25');
  const over = Array.from({ length: 42 }, (_, index) =>
    notice(`n${index}`, 'simple-cancellation', '2026-02-01', '2026-01-05'),
  );
  const latest = notice('latest', 'simple-cancellation', '2026-02-14');
  const kept = boundedNotices([objected, runs, ...over, latest], on).map(({ id }) => id);
  expect(kept.slice(0, 3)).toEqual(['false', 'first', 'n2']);
  expect(kept).toHaveLength(43);
  expect(kept.at(-1)).toBe('latest');
});

test('as long as there are few, all of them stay', () => {
  const few = [notice('a', 'licence-lost', '2026-01-05'), notice('b', 'licence-lost', '2026-01-06')];
  expect(boundedNotices(few, on)).toBe(few);
});
