import * as z from 'zod/mini';
import type { Authority } from '../lib/domain/standard/authority.ts';
import type { Article } from '../lib/domain/standard/provenance.ts';
import { article, checkedOnce, level, text } from './checked.ts';
import { formalNameOf } from './division-names.ts';
import { divisions } from './divisions.ts';
import data from './remedies.json' with { type: 'json' };

/** What a party can do against a decision (救济途径), before whom, and within what time of learning of it. */
export interface Remedy {
  readonly kind: 'reconsideration' | 'lawsuit';
  readonly body: string;
  /** Both in calendar terms: days or months, not working days. */
  readonly period: { readonly unit: 'days' | 'months'; readonly count: number };
  readonly articles: readonly Article[];
}

const file = z.strictObject({
  notes: z.array(text),
  remedies: z.array(
    z.strictObject({
      kind: z.enum(['reconsideration', 'lawsuit']),
      body: text,
      /** Levels for which `body` is the place's own; elsewhere `bodyElsewhere` describes it. */
      bodyAtLevels: z.exactOptional(z.array(level)),
      bodyElsewhere: z.exactOptional(text),
      period: z.strictObject({ unit: z.enum(['days', 'months']), count: z.int().check(z.minimum(1)) }),
      articles: z.array(article).check(z.minLength(1)),
    }),
  ),
});
const read = checkedOnce('remedies.json', file, data);

/** The remedies against decisions of a registration authority; none for courts and credit platforms. */
export function remediesOf(authority: Authority): readonly Remedy[] {
  const division = divisions.historyOf(authority.divisions[0] ?? '').at(-1);
  if (authority.kind !== 'registration' || division === undefined) return [];
  return read().remedies.map(({ kind, body, bodyAtLevels, bodyElsewhere, period, articles }) => ({
    kind,
    body: (bodyAtLevels?.includes(authority.level) === false && bodyElsewhere !== undefined
      ? bodyElsewhere
      : body
    )
      .replace('{place}', formalNameOf(division, divisions))
      .replace('{authority}', authority.name),
    period,
    articles,
  }));
}
