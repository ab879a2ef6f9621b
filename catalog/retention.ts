import * as z from 'zod/mini';
import type { Filing } from '../lib/domain/registration/filing.ts';
import type { RetentionRule } from '../lib/domain/subject/retention.ts';
import { article, bilingual, checkedOnce, confidence, text } from './checked.ts';
import data from './retention.json' with { type: 'json' };

type State = Filing['state'];
const states = ['returned', 'refused', 'in-review', 'withdrawn', 'registered'] as const satisfies State[];

const count = z.int().check(z.nonnegative());
const period = z.union([
  z.strictObject({ months: count }),
  z.strictObject({ days: count }),
  z.literal('unbounded'),
]);
const kind = {
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  name: bilingual,
  basis: z.array(article).check(z.minLength(1)),
  from: z.enum(['submitted', 'decided', 'registered', 'recorded', 'answered', 'saved']),
  period,
  erasableAfter: z.exactOptional(z.strictObject({ months: count })),
  after: z.enum(['expire', 'erase', 'archive']),
  confidence,
};

/** What is erased on request is no longer than it is kept; what is erased at all has an end in months. */
const agrees = ({
  period,
  erasableAfter,
  after,
}: Pick<RetentionRule, 'period' | 'erasableAfter' | 'after'>) => {
  if ((after === 'erase') !== (erasableAfter !== undefined)) return false;
  if (erasableAfter === undefined) return true;
  return typeof period === 'object' && 'months' in period && erasableAfter.months <= period.months;
};

const file = z.strictObject({
  notes: z.array(text),
  kinds: z
    .array(
      z.discriminatedUnion('of', [
        z
          .strictObject({ of: z.literal('filing'), states: z.array(z.enum(states)), ...kind })
          .check(z.refine(agrees, 'Periods and what happens do not agree')),
        z.strictObject({ of: z.literal('other'), ...kind }),
      ]),
    )
    .check(
      z.refine((kinds) => new Set(kinds.map(({ id }) => id)).size === kinds.length, 'An id stands twice'),
      z.refine((kinds) => {
        const told = kinds.flatMap((one) => (one.of === 'filing' ? one.states : []));
        return states.every((state) => told.filter((one) => one === state).length === 1);
      }, 'Each state of a filing needs exactly one kind'),
    ),
});

const read = checkedOnce('retention.json', file, data);

/** All kinds of data that are kept. */
export const retentionRules = (): readonly RetentionRule[] => read().kinds;

/** How long a filing is kept that stands as it does. */
export function retentionOfFiling(state: State): RetentionRule {
  const rule = read().kinds.find((one) => one.of === 'filing' && one.states.includes(state));
  if (rule === undefined) throw new Error(`catalog/retention.json: no kind for filings that are ${state}`);
  return rule;
}

/** How many days an answered request about one's own data is kept; a month is taken for thirty-one of them. */
export function dataRequestDays(): number {
  const period = retentionRules().find(({ id }) => id === 'data-request')?.period;
  if (typeof period !== 'object') throw new Error('catalog/retention.json: data-request has no end');
  return 'days' in period ? period.days : period.months * 31;
}
