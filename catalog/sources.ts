import * as z from 'zod/mini';
import type { Source } from '../lib/domain/credit/coverage.ts';
import { DomainError } from '../lib/domain/errors.ts';
import { bilingual, checkedOnce, jurisdictionCode, provenance, text } from './checked.ts';
import data from './sources.json' with { type: 'json' };

const id = z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/));
const source = z.strictObject({
  id,
  jurisdiction: jurisdictionCode,
  classes: z.array(id).check(z.minLength(1)),
  name: bilingual,
  owner: z.string().check(z.regex(/^[a-z]{2,12}-\d{6}$/)),
  maximumLagHours: z.int().check(z.minimum(1), z.maximum(8784)),
});

const read = checkedOnce(
  'sources.json',
  z.strictObject({ notes: z.array(text), provenance, sources: z.array(source) }),
  data,
);

let kept: readonly Source[] | undefined;

/** The feeds of both sides, one for each class and side; all are settings of this service, and bear its provenance. */
export function sources(): readonly Source[] {
  kept ??= read().sources.map((entry) => ({ ...entry, provenance: read().provenance }));
  return kept;
}

/** @throws DomainError `unknown-source`. */
export function getSource(asked: string): Source {
  const found = sources().find((entry) => entry.id === asked);
  if (found === undefined) throw new DomainError('unknown-source', { values: { source: asked } });
  return found;
}
