import type { Instant } from '../time/instant.ts';
import type { SubjectKey } from './subject-key.ts';

export const roles = [
  'applicant',
  'registrar',
  'head',
  'publisher',
  'regulator',
  'subject',
  'auditor',
  'subscriber',
  'data-officer',
] as const;
export type Role = (typeof roles)[number];

/** Who is asking, as the authorizer proved it from the access token. */
export interface Caller {
  /** Opaque and stable: a hash over issuer and `sub`, fit for keys and logs. */
  readonly id: string;
  readonly scopes: readonly string[];
  readonly roles: readonly Role[];
  /** The authority the caller speaks for, already checked against what the token's issuer may speak for. */
  readonly authority?: string;
  /** The window (受理窗口) the caller serves at. */
  readonly window?: string;
  /** Whose own file the caller may see. */
  readonly subjectKey?: SubjectKey;
  /** Who the caller is where it only takes rights away: nobody decides what concerns himself. */
  readonly recusalKey?: SubjectKey;
  /** Further keys of the same person, while one hashing key takes the place of another. */
  readonly otherKeys?: readonly SubjectKey[];
  readonly expiresAt: Instant;
}

const withOthers = (key: SubjectKey | undefined, otherKeys: readonly SubjectKey[] = []) =>
  key === undefined ? [] : [key, ...otherKeys];

/** All keys by which it is known who an officer is (回避): they only take rights away. */
export const recusalKeys = ({
  recusalKey,
  subjectKey,
  otherKeys,
}: Pick<Caller, 'recusalKey' | 'subjectKey' | 'otherKeys'>): readonly SubjectKey[] =>
  withOthers(recusalKey ?? subjectKey, otherKeys);

/** All keys whose own file the caller may see, the present one first; none for whose token names no subject. */
export const ownKeys = ({ subjectKey, otherKeys }: Pick<Caller, 'subjectKey' | 'otherKeys'>) =>
  withOthers(subjectKey, otherKeys);

/** Whether this concerns the officer themself. */
export const concerns = (
  caller: Pick<Caller, 'recusalKey' | 'subjectKey' | 'otherKeys'>,
  subject: SubjectKey | undefined,
): boolean => subject !== undefined && recusalKeys(caller).includes(subject);

/** Whether the caller is this subject, as far as it gives rights. */
export const isOneself = (
  caller: Pick<Caller, 'subjectKey' | 'otherKeys'>,
  subject: SubjectKey | undefined,
): boolean => subject !== undefined && ownKeys(caller).includes(subject);
