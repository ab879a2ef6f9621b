import * as z from 'zod/mini';
import type { Finding } from '../lib/domain/standard/finding.ts';
import { checkedOnce, text } from './checked.ts';
import { TOLERANCE } from './rules/incentives.ts';
import data from './tolerated.json' with { type: 'json' };

const read = checkedOnce(
  'tolerated.json',
  z.strictObject({
    notes: z.array(text),
    reminderWorkingDays: z.int().check(z.minimum(1), z.maximum(60)),
  }),
  data,
);

/** How many working days before its limit somebody is reminded of what they promised. */
export const followUpTerms = () => read();

/** The rule by which a material follows bears the material's id (`rules/materials.ts`). */
const FOLLOWS = /^materials\.(.+)-follows$/;

/** What a filing was taken in without (容缺受理): the kinds of materials, and the working days in which they have to come. */
export interface Tolerated {
  readonly promised: readonly string[];
  readonly workingDays: number;
}

/** `undefined` where nothing was tolerated. The findings tell it, so that it is what the receipt tells. */
export function toleratedIn(findings: readonly Finding[]): Tolerated | undefined {
  const tolerated = findings.flatMap(({ rule, effect, values: { row, days } }) => {
    const kind = FOLLOWS.exec(rule)?.[1];
    return kind === undefined || effect !== 'note' || row !== TOLERANCE || typeof days !== 'number'
      ? []
      : [{ kind, days }];
  });
  const [first] = tolerated;
  if (first === undefined) return undefined;
  return { promised: [...new Set(tolerated.map(({ kind }) => kind))], workingDays: first.days };
}
