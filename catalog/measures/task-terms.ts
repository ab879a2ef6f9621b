import * as z from 'zod/mini';
import type { TaskTerms } from '../../lib/domain/measures/task.ts';
import { article, bilingual, checkedOnce, jurisdictionCode, text } from '../checked.ts';
import data from './task-terms.json' with { type: 'json' };

const days = z.int().check(z.minimum(1), z.maximum(60));
const terms = z.strictObject({
  jurisdiction: jurisdictionCode,
  noticeWorkingDays: days,
  objectionWorkingDays: days,
  decisionWorkingDays: days,
  executionWorkingDays: days,
  feedbackWorkingDays: days,
  reminderWorkingDays: days,
  rights: bilingual,
  articles: z.array(article).check(z.minLength(1)),
});

const read = checkedOnce(
  'measures/task-terms.json',
  z.strictObject({ notes: z.array(text), terms: z.array(terms).check(z.minLength(1)) }),
  data,
);

/** @throws RangeError for a side that the catalog sets no limits for; a test asks for each. */
export function taskTermsOf(jurisdiction: string): TaskTerms {
  const found = read().terms.find((entry) => entry.jurisdiction === jurisdiction);
  if (found === undefined) throw new RangeError(`No terms of tasks of ${jurisdiction}`);
  return found;
}
