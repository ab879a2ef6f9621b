import * as z from 'zod/mini';
import { documentKinds } from '../domain/subject/identity-document.ts';
import { idShape, instantShape, plainDateShape } from './shapes.ts';

/** The most subjects of one look-up; of one that asks about the past the act takes fewer. */
export const MOST_SUBJECTS = 1000;

/** Longer than any identifier with whatever stands around it; what is longer is no list of identifiers. */
const identifierShape = z.string().check(z.maxLength(100));

/** A row of a list as departments hold them: whatever its identifier is, the row is told of by itself. */
const askedSubjectShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), code: identifierShape }),
    z.strictObject({
      kind: z.literal('person'),
      document: z.strictObject({ kind: z.enum(documentKinds), number: identifierShape }),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'AskedSubject',
    description:
      'Whom a row asks about. An identifier may be blank, malformed or given before: that is told of its row, and the others are answered.',
    example: { kind: 'organisation', code: '91500231MA5U000A5X' },
  });

export const questionShape = z
  .strictObject({
    purpose: idShape,
    basis: idShape,
    subjects: z.array(askedSubjectShape).check(z.minLength(1), z.maxLength(MOST_SUBJECTS)),
    asOf: z.exactOptional(plainDateShape),
    knownAt: z.exactOptional(instantShape),
  })
  .register(z.globalRegistry, {
    id: 'LookupQuestion',
    description:
      'Whom to look up, why, and on what ground. `asOf` asks for a past day, `knownAt` for what was known at a past instant; with either, at most 100 subjects.',
    example: {
      purpose: 'registration',
      basis: 'registration-review',
      subjects: [{ kind: 'organisation', code: '91500231MA5U000A5X' }],
    },
  });

export const rowStatusShape = z
  .strictObject({
    index: z.int(),
    status: z.enum(['answered', 'duplicate', 'blank', 'malformed']),
    duplicateOf: z.exactOptional(z.int()),
    reason: z.exactOptional(
      z.enum([
        'malformed-code',
        'malformed',
        'bad-check',
        'impossible-date',
        'future-birth',
        'impossible-document-number',
      ]),
    ),
  })
  .register(z.globalRegistry, {
    id: 'AskedRow',
    description:
      'What became of a row, by its place from 0. `blank` and `malformed` rows have no result; a `duplicate` has the result of the row it repeats. A code with a wrong check character is looked up, and marked in its result.',
  });
