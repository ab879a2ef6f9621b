import fc from 'fast-check';

/** What has broken services before: the names of every object's own, edges of types, text that changes its length. */
const awkward: readonly unknown[] = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '0000-01-01',
  '0001-01-01',
  '1582-10-10',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-23T24:00:00.000Z',
  '９１５００２３１ＭＡ５Ｕ０００Ａ５Ｘ',
  '91500231ma5u000a5x',
  '91500231MA5U000A5Y',
  '５００２３１１９９００３０７００１８',
  '50023119900307000X',
  '500231199002300011',
  '50023119790806000x',
  'ﷺ'.repeat(18),
  'ﬃ'.repeat(20),
  '𠮷'.repeat(20),
  'e\u0301\u0302',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\u0000',
  'ı',
  'ß'.repeat(18),
  '500231',
  '511623',
  '510000',
  '510900',
  '999999',
  'reg-511623',
  'court-500231',
  'credit-510000',
  'a'.repeat(5_000),
  'a.b.c',
  'eyJhbGciOiJFUzI1NiJ9.e30.AA',
  'eyJhbGciOiJub25lIn0.e30.AA',
  0,
  -0,
  -1,
  0.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  1_000_000_000_000_000,
  null,
  true,
  [],
  {},
  [[]],
  [null],
];

const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

interface Change {
  readonly what: 'replace' | 'remove' | 'add' | 'repeat' | 'swap';
  readonly where: number;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat', 'swap'),
  where: fc.nat(10_000),
  value: anyValue,
});

type Parent = Record<string, unknown> | unknown[];

/** Every place in a value, as its parent and the key below it. */
function placesIn(value: unknown): readonly (readonly [Parent, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Parent;
  return Object.entries(parent).flatMap(([key, entry]) => [[parent, key] as const, ...placesIn(entry)]);
}

const put = (parent: Parent, key: string, value: unknown): void => {
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
};

function apply(root: unknown, { what, where, value: shared }: Change): void {
  const value: unknown = structuredClone(shared);
  const places = placesIn(root);
  const [parent, key] = places[where % places.length] ?? [];
  if (parent === undefined || key === undefined) return;
  const entry: unknown = Object.getOwnPropertyDescriptor(parent, key)?.value;
  switch (what) {
    case 'replace':
      put(parent, key, value);
      return;
    case 'remove':
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return;
    case 'add':
      if (Array.isArray(parent)) parent.push(value);
      else put(parent, typeof value === 'string' ? value : 'more', value);
      return;
    case 'repeat':
      if (Array.isArray(parent)) parent.push(...Array.from({ length: 3 }, () => structuredClone(entry)));
      return;
    case 'swap': {
      const [other, otherKey] = places[(where * 7 + 3) % places.length] ?? [];
      if (other === undefined || otherKey === undefined) return;
      const taken: unknown = Object.getOwnPropertyDescriptor(other, otherKey)?.value;
      put(parent, key, structuredClone(taken));
      return;
    }
  }
}

const changes = fc.oneof(fc.array(change, { maxLength: 1 }), fc.array(change, { maxLength: 4 }));

/** One of the bodies, up to four times changed somewhere. */
export const mutated = (bodies: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...bodies), changes).map(([body, chosen]) => {
    const root = structuredClone({ body });
    for (const one of chosen) apply(root, one);
    return root.body;
  });

/** Bytes that are nearly JSON, or nothing like it. */
export const brokenBytes = (bodies: readonly unknown[]): fc.Arbitrary<string | Uint8Array> => {
  const texts = bodies.map((body) => JSON.stringify(body));
  const cut = fc
    .tuple(fc.constantFrom(...texts), fc.nat(2_000), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([text, at, more]) => text.slice(0, at % text.length) + more + text.slice((at % text.length) + 1));
  return fc.oneof(cut, fc.uint8Array({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }));
};

/** A step of a path or a parameter of a query: whatever travels percent-encoded and is no empty or dotted step. */
export const parameter = (usual: readonly string[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constantFrom(...usual) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          ...awkward.filter((one) => typeof one === 'string').filter((one) => one.isWellFormed()),
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    )
    .filter(
      (text) => text !== '' && text !== '.' && text !== '..' && encodeURIComponent(text).length < 6_000,
    );
