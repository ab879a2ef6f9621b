import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { filedPersonShape } from '../../catalog/items/filed-shapes.ts';
import { derivePerson, type PersonFacts, type Proven } from '../../lib/domain/subject/person.ts';
import type { StandingEvidence } from '../../lib/domain/subject/standing-evidence.ts';
import { personKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { type PlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';

/** The parts that a filing of any item is built of in tests. */

export type FiledPerson = z.output<typeof filedPersonShape>;

/** The day every builder here takes for today, unless it is told another. */
export const FILED_ON = plainDate('2026-11-23');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An invented citizen number with its right check character; `sequence` is three digits. */
export function citizenNumber(division: string, bornOn: string, sequence: string): string {
  const first17 = division + bornOn.replaceAll('-', '') + sequence;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

/** An invented person with a valid citizen number. */
export const aPerson = (overrides: Partial<FiledPerson> = {}): FiledPerson => ({
  ref: 'p1',
  name: '林晓岚',
  document: { kind: 'citizen-id', number: citizenNumber('511623', '1990-03-07', '421') },
  phone: '13800000001',
  ...overrides,
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A material of a kind as it is handed in. */
export const aMaterial = <const Kind extends string>(kind: Kind) => ({
  kind,
  title: `${kind}.pdf`,
  sha256: sha256(kind),
});

interface WithFiledPersons {
  readonly persons: readonly FiledPerson[];
}

/** The same filing with each person proven by the token that `tokenOf` gives. */
export const withProofs = async <F extends WithFiledPersons>(
  filed: F,
  tokenOf: (person: F['persons'][number]) => string | Promise<string>,
): Promise<F> => ({
  ...filed,
  persons: await Promise.all(
    filed.persons.map(async (person) => ({
      ...person,
      proof: { kind: 'token' as const, token: await tokenOf(person) },
    })),
  ),
});

/** The facts of its persons, as the act of filing derives them, with an invented key. */
export const personsOf = (
  { persons }: WithFiledPersons,
  { proven = 'token', on = FILED_ON }: { readonly proven?: Proven; readonly on?: PlainDate } = {},
): readonly PersonFacts[] =>
  persons.map(({ ref, document, bornOn, residence }) => {
    const hash = createHash('sha256').update(`${document.kind} ${document.number}`).digest('base64url');
    const declared = bornOn === undefined ? {} : { declaredBornOn: bornOn };
    const residenceTold = residence !== undefined;
    return derivePerson(
      { ref, document, subject: personKey('test', hash), proven, residenceTold, ...declared },
      on,
    );
  });

export const aStanding = (
  { subject }: Pick<PersonFacts, 'subject'>,
  overrides: Partial<StandingEvidence> = {},
): StandingEvidence => ({
  subject,
  verdict: 'clear',
  measures: [],
  coverage: [],
  lookup: '00000000-0000-4000-8000-000000000000',
  readAt: '2026-11-23T01:02:03.004Z' as Instant,
  ...overrides,
});
