declare const subjectKey: unique symbol;

/**
 * Whom a record is about (信用主体): `O:<unified social credit code>` (or a code of before those) for an organisation,
 * `P:<key id>:<keyed hash>` for a natural person, of whom nothing else is ever stored in the clear.
 */
export type SubjectKey = string & { readonly [subjectKey]: true };

const SHAPE = /^(O:(?:[0-9A-Z]{9}|[0-9A-Z]{15,18})|P:[a-z0-9-]{1,32}:[A-Za-z0-9_-]{43})$/;

export const isSubjectKey = (text: string): text is SubjectKey => SHAPE.test(text);

export const organisationKey = (code: string): SubjectKey => `O:${code}` as SubjectKey;

export const personKey = (keyId: string, hash: string): SubjectKey => `P:${keyId}:${hash}` as SubjectKey;

/** The id of the hashing key that a person is keyed by; `undefined` of an organisation. */
export const hashingKeyOf = (subject: SubjectKey): string | undefined =>
  subject.startsWith('P:') ? subject.split(':')[1] : undefined;

export const subjectKinds = ['organisation', 'person'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const subjectKindOf = (subject: SubjectKey): SubjectKind =>
  subject.startsWith('O:') ? 'organisation' : 'person';
