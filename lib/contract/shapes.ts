import * as z from 'zod/mini';
import type { Confidence } from '../domain/standard/provenance.ts';
import { whyMalformedDocument } from '../domain/subject/asked-rows.ts';
import { documentKinds } from '../domain/subject/identity-document.ts';
import { isLegacyCode, normaliseCode } from '../domain/subject/legacy-code.ts';
import { linkKinds, MOST_LINKS } from '../domain/subject/linked-key.ts';
import { normaliseIdentifier } from '../domain/subject/normalise-identifier.ts';
import { classifyUnifiedSocialCreditCode } from '../domain/subject/unified-social-credit-code.ts';
import { type Instant, isInstant } from '../domain/time/instant.ts';
import { isPlainDate, type PlainDate } from '../domain/time/plain-date.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const LAST_DAY = '9999-12-31' as PlainDate;

/** A calendar day that exists. Only its type is branded here, so the schema also stands in responses. */
export const plainDateShape = z
  .string()
  .check(
    z.maxLength(10),
    z.regex(DAY, { abort: true }),
    z.refine((day) => isPlainDate(day), 'impossible-day'),
  )
  .register(z.globalRegistry, {
    id: 'PlainDate',
    format: 'date',
    description: 'A calendar day in China Standard Time, YYYY-MM-DD.',
    example: '2026-11-23',
  }) as unknown as z.ZodMiniType<PlainDate, string>;

/** An instant in UTC in the one form this service writes. */
export const instantShape = z
  .string()
  .check(
    z.maxLength(24),
    z.regex(INSTANT, { abort: true }),
    z.refine((at) => isInstant(at), 'impossible-instant'),
  )
  .register(z.globalRegistry, {
    id: 'Instant',
    format: 'date-time',
    description: 'A point in time, ISO 8601 in UTC with milliseconds.',
    example: '2026-11-23T01:02:03.004Z',
  }) as unknown as z.ZodMiniType<Instant, string>;

/** Either width and case of the letters and digits a code may have, as the document tells them; all are normalised. */
const CODE_CHARACTER =
  '[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy０-９Ａ-ＨＪ-ＮＰＱＲＴＵＷＸＹａ-ｈｊ-ｎｐｑｒｔｕｗｘｙ]';
const CODE_PATTERN = `^${CODE_CHARACTER}{2}[0-9０-９]{6}${CODE_CHARACTER}{10}$`;

const wellFormed = (code: string): boolean => classifyUnifiedSocialCreditCode(code).state !== 'malformed';
const codeText = () => z.string().check(z.maxLength(40), z.overwrite(normaliseIdentifier));

/**
 * A unified social credit code as other departments hold it, normalised (NFKC, upper case). A wrong check
 * character passes, since real data has such codes; whoever takes it says so with a mark.
 */
export const publishedCodeShape = codeText()
  .check(z.refine(wellFormed, 'malformed-code'))
  .register(z.globalRegistry, {
    id: 'PublishedCode',
    pattern: CODE_PATTERN,
    description:
      'Unified social credit code (GB 32100), 18 characters. Full-width and lower case are normalised; a wrong check character is accepted and marked.',
    example: '91500231MA5U000A5X',
  });

const LEGACY_PATTERN = '[0-9０-９]{15}|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{8}-?[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]';

/** The code of whom a record is about: unified, or of before those; old records bear such, and they are kept with a mark. */
export const subjectCodeShape = z
  .string()
  .check(
    z.maxLength(40),
    z.overwrite(normaliseCode),
    z.refine((code) => wellFormed(code) || isLegacyCode(code), 'malformed-code'),
  )
  .register(z.globalRegistry, {
    id: 'SubjectCode',
    pattern: `^(?:${CODE_PATTERN.slice(1, -1)}|${LEGACY_PATTERN})$`,
    description:
      'Unified social credit code (GB 32100, 18 characters, a wrong check character is accepted and marked), or a code of before those, which is marked too: a registration number (15 digits) or an organisation code (8+1, with or without the hyphen), either with its right check digit.',
    example: '91500231MA5U000A5X',
  });

/** A person's document. Only ever in a body; never echoed whole, logged or put into a URL. */
const identityDocumentShape = z
  .strictObject({
    kind: z.enum(documentKinds),
    number: z.string().check(z.minLength(1), z.maxLength(40), z.overwrite(normaliseIdentifier)),
  })
  .check(
    z.refine((document) => whyMalformedDocument(document, LAST_DAY) === undefined, {
      error: 'impossible-document-number',
      path: ['number'],
    }),
  )
  .register(z.globalRegistry, {
    id: 'IdentityDocument',
    description: 'The document by which a natural person is known. Answers show its number masked.',
    example: { kind: 'citizen-id', number: '50023119900307000X' },
  });

/** Whom a record or a look-up is about, as callers name it. */
export const subjectShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), code: subjectCodeShape }),
    z.strictObject({ kind: z.literal('person'), document: identityDocumentShape }),
  ])
  .register(z.globalRegistry, {
    id: 'SubjectInput',
    description: 'A credit subject: an organisation by its code, a natural person by a document.',
    example: { kind: 'organisation', code: '91500231MA5U000A5X' },
  });

const shownOrganisationShape = () =>
  z.strictObject({
    kind: z.literal('organisation'),
    code: z.string().check(z.maxLength(18)),
    codeCheck: z.enum(['passed', 'failed', 'legacy']),
  });

/** A subject as it is kept: what is known of a person is a keyed hash, which is shown to nobody. */
export const keptSubjectShape = () =>
  z.discriminatedUnion('kind', [shownOrganisationShape(), z.strictObject({ kind: z.literal('person') })]);

/** A subject as answers show it: organisations by code, with a mark where it fails its check; persons masked. */
export const shownSubjectShape = z
  .discriminatedUnion('kind', [
    shownOrganisationShape(),
    z.strictObject({
      kind: z.literal('person'),
      documentKind: z.enum(documentKinds),
      maskedNumber: z.string().check(z.maxLength(40)),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'ShownSubject',
    description: 'A subject as answers show it; the number of a person is masked.',
  });

export const cursorShape = z.string().check(z.minLength(1), z.maxLength(2048));

/** Another code that an organisation had or has, and since when; records count under all codes but converted ones. */
export const otherCodesShape = z
  .array(
    z.strictObject({
      code: z.string().check(z.maxLength(18)),
      is: z.enum(linkKinds),
      on: z.exactOptional(plainDateShape),
    }),
  )
  .check(z.maxLength(2 * MOST_LINKS * MOST_LINKS));

/** A name an enterprise had; `until` is the first day of the next one. */
export const formerNameShape = z.strictObject({
  name: z.string().check(z.maxLength(200)),
  until: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

/** Ids of the catalog and of authorities: `reg-511623`, `establish-company`. */
export const idShape = z
  .string()
  .check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/));

export const shortTextShape = z.string().check(z.minLength(1), z.maxLength(400));

export const bilingualShape = z
  .strictObject({ zh: shortTextShape, en: shortTextShape })
  .register(z.globalRegistry, { id: 'Bilingual', description: 'A text in Chinese and in English.' });

export const confidenceShape = z
  .enum(['seen', 'seen-2nd', 'inference', 'memory'] satisfies readonly Confidence[])
  .register(z.globalRegistry, {
    id: 'Confidence',
    description:
      'How far a statement was checked: in the source, in a secondary source, concluded, or known from memory only.',
  });

export const articleShape = z
  .strictObject({
    law: shortTextShape,
    article: shortTextShape,
    validFrom: plainDateShape,
    validTo: z.exactOptional(plainDateShape),
    confidence: confidenceShape,
  })
  .register(z.globalRegistry, {
    id: 'Article',
    description: 'An article of law and the days it holds; `validTo` does not count.',
    example: {
      law: '公司法',
      article: '第一百七十八条第一款第五项',
      validFrom: '2024-07-01',
      confidence: 'seen',
    },
  });

export const provenanceShape = z
  .strictObject({
    source: shortTextShape,
    edition: shortTextShape,
    validFrom: plainDateShape,
    validTo: z.exactOptional(plainDateShape),
    confidence: confidenceShape,
  })
  .register(z.globalRegistry, {
    id: 'Provenance',
    description: 'Where an entry of the catalog comes from and when it holds; `validTo` does not count.',
  });
