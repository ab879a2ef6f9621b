import * as z from 'zod/mini';
import type { Defect } from '../domain/errors.ts';

type Issue = z.core.$ZodIssue;

const MOST_DEFECTS = 100;

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const LONGEST_ECHO = 64;

/** A name out of the request, short enough to be told back; a character is not cut in half. */
const clipped = (name: string): string =>
  name.length <= LONGEST_ECHO ? name : `${name.slice(0, LONGEST_ECHO).replace(/[\ud800-\udbff]$/, '')}…`;

const DEFECT_CODE = /^[a-z]+(-[a-z]+)*$/;

function defectsOf(issue: Issue, prefix: string): readonly Defect[] {
  const path = prefix + pointer(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: 'invalid-type', values: { expected: issue.expected } }];
    case 'too_small':
      return [{ path, code: 'too-small', values: { minimum: String(issue.minimum) } }];
    case 'too_big':
      return [{ path, code: 'too-big', values: { maximum: String(issue.maximum) } }];
    case 'invalid_format':
      return [{ path, code: 'invalid-format', values: { format: issue.pattern ?? issue.format } }];
    case 'invalid_value':
      return [{ path, code: 'invalid-value', values: { allowed: issue.values.map(String).join(' | ') } }];
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_DEFECTS).map((field) => ({
        path: `${path}${pointer([clipped(field)])}`,
        code: 'unknown-field',
        values: { field: clipped(field) },
      }));
    case 'invalid_union':
      return issue.errors.length === 0
        ? [{ path, code: 'invalid-value', values: { allowed: allowedOf(issue) } }]
        : (closest(issue.errors) ?? []).flatMap((inner) => defectsOf(inner, path));
    case 'custom':
      return DEFECT_CODE.test(issue.message)
        ? [{ path, code: issue.message }]
        : [{ path, code: 'invalid-value', values: { allowed: '' } }];
    default:
      return [{ path, code: 'invalid-value', values: { allowed: '' } }];
  }
}

/** What the discriminator of a union may be. */
const allowedOf = (issue: Issue): string =>
  ('options' in issue && Array.isArray(issue.options) ? issue.options : []).map(String).join(' | ');

/** Of a union's branches, the one that came nearest: the fewest things wrong. */
const closest = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  branches.toSorted((a, b) => a.length - b.length)[0];

/** The value a schema makes of an input, or everything that is wrong with it. */
export function parseWith<S extends z.ZodMiniType>(
  schema: S,
  input: unknown,
): { readonly value: z.output<S> } | { readonly defects: readonly Defect[] } {
  const parsed = z.safeParse(schema, input);
  if (parsed.success) return { value: parsed.data };
  return { defects: parsed.error.issues.flatMap((issue) => defectsOf(issue, '')).slice(0, MOST_DEFECTS) };
}
