import * as z from 'zod/mini';
import { documentKinds } from '../../lib/domain/subject/identity-document.ts';
import { normaliseIdentifier } from '../../lib/domain/subject/normalise-identifier.ts';
import { isPlainDate, type PlainDate } from '../../lib/domain/time/plain-date.ts';

/** What is filed alike for every item: persons, the address, the materials handed in. */

export const dayShape = z
  .string()
  .check(
    z.maxLength(10),
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true }),
    z.refine((day) => isPlainDate(day), 'impossible-day'),
  )
  .register(z.globalRegistry, { format: 'date', example: '2030-12-31' }) as unknown as z.ZodMiniType<
  PlainDate,
  string
>;

/** Seen by nobody, or breaking the line: what holds one reads like another text, and is not the same. */
const UNSEEN = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u;

/**
 * A word or short text as it will be shown and registered: one line of what can be seen. Space around it is no part of
 * it, so that a scope item or a name is the same however it was pasted.
 */
export const wordShape = (maximum: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maximum),
    z.refine((text) => !UNSEEN.test(text), 'unseen-character'),
  );

/** By which the rest of a filing refers to a person. */
export const refShape = z
  .string()
  .check(z.maxLength(32), z.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/))
  .register(z.globalRegistry, { description: 'The `ref` of a person of this filing.', example: 'p1' });

/** Money in whole fen of CNY, up to ten thousand billion yuan. */
export const fenShape = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000_000));

/** Normalised, its check character left to the rules, so that a wrong one is told with everything else. */
export const organisationCodeShape = z
  .string()
  .check(z.minLength(1), z.maxLength(40), z.overwrite(normaliseIdentifier))
  .register(z.globalRegistry, {
    description:
      'Unified social credit code (GB 32100), 18 characters; full width and lower case are normalised.',
    example: '91500231MA5U000A5X',
  });

const proofShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('token'), token: z.string().check(z.minLength(1), z.maxLength(4096)) }),
  z.strictObject({ kind: z.literal('in-person') }),
]);

export const filedPersonShape = z
  .strictObject({
    ref: refShape,
    name: wordShape(60),
    document: z.strictObject({
      kind: z.enum(documentKinds),
      number: z.string().check(z.minLength(1), z.maxLength(40), z.overwrite(normaliseIdentifier)),
    }),
    bornOn: z.optional(dayShape),
    phone: z.optional(z.string().check(z.maxLength(20), z.regex(/^\+?[0-9][0-9 -]{4,18}$/))),
    residence: z.optional(wordShape(200)),
    proof: z.optional(proofShape),
  })
  .register(z.globalRegistry, {
    id: 'FiledPerson',
    description:
      'A natural person named in a filing. `bornOn` only where the document number does not tell it; `residence` only where law has it registered (居所、住所). `proof`: a real-name token of a trusted identity provider, or `in-person` where an officer at a window has seen person and document.',
    example: {
      ref: 'p1',
      name: '林晓岚',
      document: { kind: 'citizen-id', number: '511623199003070004' },
      phone: '13800000000',
    },
  });

export const filedPersonsShape = z.array(filedPersonShape).check(z.maxLength(120));

export const divisionShape = z.string().check(z.maxLength(6), z.regex(/^\d{6}$/));

/**
 * Instead of real-name verification, where a special reason keeps somebody from it (实施细则 第十六条第二款). It can be handed
 * in with every filing.
 */
export const NOTARISED_IDENTITY = 'notarised-identity';

/**
 * The written promise to hand in what is missing later, by which a subject of a red list asks for tolerant acceptance
 * (容缺受理，书面承诺限期补交).
 */
export const TOLERANCE_COMMITMENT = 'tolerance-commitment';

/** A material as handed in: the file stays with the applicant's window, its digest binds it to the filing. */
export const filedMaterialShape = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z.strictObject({
    kind: z.enum([...kinds, NOTARISED_IDENTITY, TOLERANCE_COMMITMENT] as const),
    title: wordShape(120),
    sha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)),
  });
