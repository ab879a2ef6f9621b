import type { PlainDate } from '../time/plain-date.ts';
import type { SubjectKey } from './subject-key.ts';

/**
 * How two keys stand to one another. `former`, `current`: both are keys of one subject, whose records count under either.
 * `converted-from`, `converted-to`: another subject took its place by law (个体工商户转型为企业 and the like); each has its
 * own records, and is told of the other.
 */
export const linkKinds = ['former', 'current', 'converted-from', 'converted-to'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Another key that a subject is or was known by. Keys of persons stay linked; codes, until that is withdrawn. */
export interface LinkedKey {
  readonly key: SubjectKey;
  readonly is: LinkKind;
  /** The day of the document by which a code took the place of another. */
  readonly on?: PlainDate;
}

/** More than this a subject is not linked with: who is read by all of them is still read in a few steps. */
export const MOST_LINKS = 8;

/** Nor is anybody read by more keys than this, one linked with the other: nothing certain can be said of them. */
export const MOST_KEYS = 32;

export const isSameSubject = ({ is }: LinkedKey): boolean => is === 'former' || is === 'current';

const opposite = {
  former: 'current',
  current: 'former',
  'converted-from': 'converted-to',
  'converted-to': 'converted-from',
} as const satisfies Record<LinkKind, LinkKind>;

/** The same link as seen from its other end. */
export const seenFrom = (subject: SubjectKey, { is, on }: LinkedKey): LinkedKey => ({
  key: subject,
  is: opposite[is],
  ...(on !== undefined && { on }),
});

/** The other key of persons, by the one they stand under, while two hashing keys are at hand. */
export type OtherKeys = Readonly<Record<string, SubjectKey>>;
