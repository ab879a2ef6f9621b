import * as z from 'zod/mini';
import type { NameParts } from '../lib/domain/subject/organisation-name.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { checkedOnce, text } from './checked.ts';
import { divisionNames, shortDivisionNames } from './divisions.ts';
import formData from './vocabulary/name-forms.json' with { type: 'json' };
import characterData from './vocabulary/traditional-characters.json' with { type: 'json' };

const han = z.string().check(z.regex(/^\p{Script=Han}+$/u));
const readForms = checkedOnce(
  'vocabulary/name-forms.json',
  z.strictObject({ notes: z.array(text), source: text, forms: z.array(han).check(z.minLength(1)) }),
  formData,
);
const readCharacters = checkedOnce(
  'vocabulary/traditional-characters.json',
  z.strictObject({ notes: z.array(text), source: text, edition: text, traditional: han, simplified: han }),
  characterData,
);

const longestFirst = (words: Iterable<string>): readonly string[] =>
  [...new Set(words)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));

let latest: { readonly year: string; readonly parts: NameParts } | undefined;

/** What the parts of names are told apart by on a day. Divisions change by years. */
export function namePartsOn(on: PlainDate): NameParts {
  const year = on.slice(0, 4);
  if (latest?.year === year) return latest.parts;
  const { traditional, simplified } = readCharacters();
  const stands = [...simplified];
  const parts: NameParts = {
    divisions: longestFirst([...divisionNames(on), ...shortDivisionNames(on)]),
    forms: longestFirst(readForms().forms),
    simplified: new Map([...traditional].map((one, at) => [one, stands[at] ?? one])),
  };
  latest = { year, parts };
  return parts;
}
