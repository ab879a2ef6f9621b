import { createHmac } from 'node:crypto';
import { type LoggedLookup, type LookupTerms, termsOf } from '../domain/subject/logged-lookup.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { canonicalJson } from './canonical-hash.ts';
import { type Hash, inclusionPath, leafHash, rootOf } from './merkle.ts';

/** A value that a proof hides, or opens by its salt to whoever it concerns. */
export interface Opened {
  readonly value: string;
  readonly salt: string;
}

/** What the leaf of a look-up is made of. The subjects are the leaves of a tree of their own. */
export interface LeafContent {
  readonly lookup: LookupTerms;
  readonly caller: string;
  readonly subjects: { readonly count: number; readonly root: string };
}

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');

/** Each value has its own salt, so that to open one opens no other. */
const saltFor = (salt: string, what: string): string =>
  createHmac('sha256', Buffer.from(salt, 'base64url')).update(what).digest('base64url');

/** The hash in the place of a hidden value. */
export const commitmentTo = (kind: 'caller' | 'subject', { value, salt }: Opened): Hash =>
  leafHash(canonicalJson({ kind, salt, value }));

const openedCaller = ({ caller, salt }: LoggedLookup): Opened => ({
  value: caller,
  salt: saltFor(salt, 'caller'),
});

const openedSubject = ({ subjects, salt }: LoggedLookup, index: number): Opened => ({
  value: subjects[index] ?? '',
  salt: saltFor(salt, `subject ${index}`),
});

const subjectLeaves = (lookup: LoggedLookup): readonly Hash[] =>
  lookup.subjects.map((_, index) => commitmentTo('subject', openedSubject(lookup, index)));

export function leafContentOf(lookup: LoggedLookup): LeafContent {
  return {
    lookup: termsOf(lookup),
    caller: text(commitmentTo('caller', openedCaller(lookup))),
    subjects: { count: lookup.subjects.length, root: text(rootOf(subjectLeaves(lookup))) },
  };
}

/** The leaf of an entry in the tree of its day. `form` keeps it from being taken for a leaf of another tree. */
export const lookupLeaf = (content: LeafContent): Hash =>
  leafHash(canonicalJson({ form: 'tongbiao-lookup/1', ...content }));

export const leafOf = (lookup: LoggedLookup): Hash => lookupLeaf(leafContentOf(lookup));

/** Opens who asked. */
export const openCaller = openedCaller;

/** Opens that a look-up was about a subject; `undefined` where it was not. */
export function openSubject(lookup: LoggedLookup, subject: SubjectKey) {
  const index = lookup.subjects.indexOf(subject);
  if (index < 0) return undefined;
  return {
    ...openedSubject(lookup, index),
    index,
    path: inclusionPath(index, subjectLeaves(lookup)).map(text),
  };
}
