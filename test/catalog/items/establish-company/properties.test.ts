import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { establishCompanyFacts } from '../../../../catalog/items/establish-company/facts.ts';
import { standard202502 } from '../../../../catalog/items/establish-company/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import type { PlaceTerms } from '../../../../lib/domain/standard/place.ts';
import { swapPlaceWord } from '../../../../lib/domain/standard/swap-place.ts';
import { FILED_ON } from '../../../support/a-filing.ts';
import { arbitraryCase } from './arbitrary-case.ts';

const RUNS = { numRuns: 1500 };
const terms = placeTermsOf('511623', FILED_ON);

/** True where the pointer leads to a value, or to a field that is left out of an object that is there. */
function leadsInto(root: unknown, pointer: string): boolean {
  const steps = pointer.split('/').slice(1);
  const parent = steps.slice(0, -1).reduce<unknown>((node, step) => Object(node)[step], root);
  const last = steps.at(-1) ?? '';
  if (!pointer.startsWith('/') || typeof parent !== 'object' || parent === null) return false;
  return Array.isArray(parent) ? Number(last) < parent.length : /^[a-zA-Z0-9]+$/.test(last);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const entry of Object.values(value)) deepFreeze(entry);
  }
  return value;
}

test('whatever the schema accepts is decided, and every finding points into the filed facts', () => {
  fc.assert(
    fc.property(arbitraryCase(terms), ({ filed, examined }) => {
      expect(z.safeParse(establishCompanyFacts, filed).error?.issues).toBeUndefined();
      const { findings, admissible } = decide(standard202502, examined);
      for (const { path } of findings) expect(leadsInto(filed, path), path).toBe(true);
      expect(admissible.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('a decision changes nothing it sees and comes out the same again', () => {
  fc.assert(
    fc.property(arbitraryCase(terms), ({ examined }) => {
      const first = decide(standard202502, deepFreeze(examined));
      expect(decide(standard202502, structuredClone(examined))).toEqual(first);
    }),
    { numRuns: 500 },
  );
});

test('no finding is told twice', () => {
  fc.assert(
    fc.property(arbitraryCase(terms), ({ examined }) => {
      const unclaimed = { ...examined, evidence: { ...examined.evidence, nameClaims: [] } };
      const told = decide(standard202502, unclaimed).findings.map(({ rule, path, values }) =>
        JSON.stringify([rule, path, values]),
      );
      expect(new Set(told).size).toBe(told.length);
    }),
    { numRuns: 500 },
  );
});

const invented = (
  words: readonly (readonly [string, string])[],
  districtWords: readonly string[] = [],
): PlaceTerms => ({
  nameWords: words.map(([text, kind]) => ({ text, kind })),
  districtWords,
  authorityLevel: 'county',
  urbanDistrict: districtWords.length > 0,
});

const pairs: readonly (readonly [string, PlaceTerms, PlaceTerms])[] = [
  ['counties of both sides', terms, placeTermsOf('500231', FILED_ON)],
  ['districts of both sides', placeTermsOf('511703', FILED_ON), placeTermsOf('500112', FILED_ON)],
  [
    'invented counties',
    invented([
      ['甲省', 'province'],
      ['子丑县', 'county'],
      ['子丑', 'county'],
    ]),
    invented([
      ['乙市', 'province'],
      ['卯辰县', 'county'],
    ]),
  ],
  [
    'invented districts',
    invented(
      [
        ['甲省', 'province'],
        ['寅市巳区', 'prefecture+county'],
      ],
      ['巳区'],
    ),
    invented(
      [
        ['乙市', 'province'],
        ['乙市午区', 'province+county'],
      ],
      ['午区'],
    ),
  ],
];

test.each(pairs)(
  'swapped between %s, a case has equal findings and admissible outcomes',
  (_name, here, there) => {
    const words = [here, there].flatMap(({ nameWords, districtWords }) => [
      ...nameWords.map(({ text }) => text),
      ...districtWords,
    ]);
    fc.assert(
      fc.property(arbitraryCase(here, words), ({ examined }) => {
        const { name } = examined.facts;
        const division = name.division === undefined ? undefined : swapPlaceWord(name.division, here, there);
        const facts = { ...examined.facts, name: { ...name, ...(division !== undefined && { division }) } };
        const withoutWord = ({ findings, admissible }: ReturnType<typeof decide>) => ({
          findings: findings.map(({ values: { division: _division, ...values }, ...finding }) => ({
            ...finding,
            values,
          })),
          admissible,
        });
        // Claims are names of the place too; what counts is the registry of one authority, which is not swapped here.
        const evidence = { ...examined.evidence, nameClaims: [] };
        const before = decide(standard202502, { ...examined, evidence });
        const after = decide(standard202502, { ...examined, evidence, facts, terms: there });
        expect(withoutWord(after)).toEqual(withoutWord(before));
      }),
      { numRuns: 1000 },
    );
  },
);
