import type { PlainDate } from '../time/plain-date.ts';
import { judgeCitizenNumber } from './citizen-number.ts';
import type { DocumentKind, IdentityDocument } from './identity-document.ts';
import { isLegacyCode, normaliseCode } from './legacy-code.ts';
import type { NamedSubject } from './named-subject.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import { classifyUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** A subject as a list of many names it: whatever stands in the place of its code or number. */
export type AskedSubject =
  | { readonly kind: 'organisation'; readonly code: string }
  | {
      readonly kind: 'person';
      readonly document: { readonly kind: DocumentKind; readonly number: string };
    };

/** Why an identifier cannot be one of its kind: asked for as it stands, it would always look clear. */
export type WhyMalformed =
  | 'malformed-code'
  | 'malformed'
  | 'bad-check'
  | 'impossible-date'
  | 'future-birth'
  | 'impossible-document-number';

/** What becomes of one row of a list; `index` is its place in the list, from 0. */
export type AskedRow =
  | { readonly index: number; readonly status: 'answered' }
  /** Names whom an earlier row names, however it is written. */
  | { readonly index: number; readonly status: 'duplicate'; readonly duplicateOf: number }
  | { readonly index: number; readonly status: 'blank' }
  | { readonly index: number; readonly status: 'malformed'; readonly reason: WhyMalformed };

export interface ReadRows {
  /** One for each row, in their order. */
  readonly rows: readonly AskedRow[];
  /** Whom the rows name that can be asked for, duplicates included, in the order of the rows. */
  readonly subjects: readonly NamedSubject[];
}

const FOREIGN_NUMBER = /^[A-Z0-9]{5,20}$/;

/** Why a document's number, normalised, is none of its kind on a day; `undefined` where it can be one. */
export function whyMalformedDocument(
  { kind, number }: IdentityDocument,
  on: PlainDate,
): WhyMalformed | undefined {
  if (kind !== 'citizen-id') return FOREIGN_NUMBER.test(number) ? undefined : 'impossible-document-number';
  const judged = judgeCitizenNumber(number, on);
  return judged.valid ? undefined : judged.reason;
}

const identifierOf = (asked: AskedSubject): string =>
  asked.kind === 'organisation' ? normaliseCode(asked.code) : normaliseIdentifier(asked.document.number);

/** A wrong check character of a code is no fault of the row: real data holds such codes, and the answer marks them. */
const whyMalformed = (asked: AskedSubject, identifier: string, on: PlainDate): WhyMalformed | undefined => {
  if (asked.kind === 'person')
    return whyMalformedDocument({ kind: asked.document.kind, number: identifier }, on);
  const unified = classifyUnifiedSocialCreditCode(identifier).state !== 'malformed';
  return unified || isLegacyCode(identifier) ? undefined : 'malformed-code';
};

const named = (asked: AskedSubject, identifier: string): NamedSubject =>
  asked.kind === 'organisation'
    ? { kind: 'organisation', code: identifier }
    : { kind: 'person', document: { kind: asked.document.kind, number: identifier } };

/** Tells each row of a list apart, so that one that is wrong never costs the others their answer. */
export function readAskedRows(asked: readonly AskedSubject[], on: PlainDate): ReadRows {
  const first = new Map<string, number>();
  const subjects: NamedSubject[] = [];
  const rows = asked.map((one, index): AskedRow => {
    const identifier = identifierOf(one);
    if (identifier === '') return { index, status: 'blank' };
    const reason = whyMalformed(one, identifier, on);
    if (reason !== undefined) return { index, status: 'malformed', reason };
    subjects.push(named(one, identifier));
    const whom = `${one.kind === 'organisation' ? one.kind : one.document.kind} ${identifier}`;
    const duplicateOf = first.get(whom);
    if (duplicateOf !== undefined) return { index, status: 'duplicate', duplicateOf };
    first.set(whom, index);
    return { index, status: 'answered' };
  });
  return { rows, subjects };
}
