import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type Caller, roles as ROLES, type Role } from '../domain/subject/caller.ts';
import { isSubjectKey, type SubjectKey, subjectKindOf } from '../domain/subject/subject-key.ts';
import { instantOf } from '../domain/time/instant.ts';
import type { TokenIssuer } from './environment.ts';

/** Why a token is not accepted; told to operators in the log, not to the caller. Never holds a claim. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The authority a window belongs to; `undefined` for a window that is not known. */
export type AuthorityOfWindow = (window: string) => string | undefined;

const ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/;
const LONGEST_SUBJECT = 255;
const LONGEST_SCOPE = 2_048;
/** 9999-12-31T23:59:59Z: instants are compared as text, which holds for years of four digits. */
const LAST_SECOND = 253_402_300_799;

const textClaim = (payload: JWTPayload, name: string, longest: number): string | undefined => {
  const value = payload[name];
  return typeof value === 'string' && value.length <= longest ? value : undefined;
};

/** Absent is allowed; present in another form than an id is not: it would end up in keys. */
function idClaim(payload: JWTPayload, name: string): string | undefined {
  const value = payload[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !ID.test(value)) throw new TokenRefused(`${name} is not an id`);
  return value;
}

const opaqueId = (issuer: string, subject: string): string =>
  createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url').slice(0, 24);

function requireMaySpeak({ authorities }: TokenIssuer, authority: string | undefined, what: string): void {
  const bound = authorities === '*' || (authority !== undefined && authorities.includes(authority));
  if (!bound) throw new TokenRefused(`the issuer may not speak for this ${what}`);
}

/** What these may read is of every authority, or of every one of a side. */
const OVER_ALL: ReadonlySet<Role> = new Set(['auditor', 'subscriber', 'data-officer']);

/** Roles an issuer's tokens may carry: as it was set, else all, but nobody audits by the word of a single authority. */
const rolesOf = ({ roles, authorities }: TokenIssuer): readonly Role[] =>
  roles ?? (authorities === '*' ? ROLES : ROLES.filter((role) => !OVER_ALL.has(role)));

/** Whose own file a caller may see is believed of an issuer that was set to tell it, or speaks for everybody. */
const tellsSubjects = ({ subjects, authorities }: TokenIssuer): boolean => subjects ?? authorities === '*';

/** More hashing keys are never at hand at once. */
const MOST_OTHER_KEYS = 1;

/** Keys of the same person by another hashing key, while one takes the place of another (decision 0050). */
function otherKeysIn(payload: JWTPayload, person: SubjectKey): readonly SubjectKey[] {
  const told: readonly unknown[] = Array.isArray(payload.other_subject_keys)
    ? payload.other_subject_keys
    : [];
  return told
    .slice(0, MOST_OTHER_KEYS)
    .filter((key) => typeof key === 'string' && isSubjectKey(key))
    .filter((key) => subjectKindOf(key) === 'person' && subjectKindOf(person) === 'person' && key !== person);
}

/**
 * The caller whom the claims of a verified token name. Roles that we don't know and a subject key that is none are
 * passed over; an authority or a window that the issuer is not bound to refuses the token whole.
 *
 * @throws TokenRefused
 */
export function callerFrom(
  payload: JWTPayload,
  issuer: TokenIssuer,
  authorityOfWindow?: AuthorityOfWindow,
): Caller {
  const { sub, exp } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > LONGEST_SUBJECT)
    throw new TokenRefused('sub is missing or malformed');
  if (exp === undefined || !(exp > 0 && exp <= LAST_SECOND))
    throw new TokenRefused('exp is missing or out of range');
  const authority = idClaim(payload, 'authority');
  if (authority !== undefined) requireMaySpeak(issuer, authority, 'authority');
  const window = idClaim(payload, 'window');
  if (window !== undefined && authorityOfWindow !== undefined) {
    const itsAuthority = authorityOfWindow(window);
    if (itsAuthority === undefined) throw new TokenRefused('the window is not known');
    requireMaySpeak(issuer, itsAuthority, 'window');
  }
  const named = textClaim(payload, 'subject_key', 256);
  const person = named !== undefined && isSubjectKey(named) ? named : undefined;
  const others = person === undefined ? [] : otherKeysIn(payload, person);
  const roles: readonly unknown[] = Array.isArray(payload.roles) ? payload.roles : [];
  return {
    id: opaqueId(issuer.issuer, sub),
    scopes: (textClaim(payload, 'scope', LONGEST_SCOPE) ?? '').split(' ').filter(Boolean),
    roles: rolesOf(issuer).filter((role) => roles.includes(role)),
    expiresAt: instantOf(new Date(exp * 1000)),
    ...(authority !== undefined && { authority }),
    ...(window !== undefined && { window }),
    ...(person !== undefined && others.length > 0 && { otherKeys: others }),
    ...(person !== undefined && { recusalKey: person }),
    ...(person !== undefined && tellsSubjects(issuer) && { subjectKey: person }),
  };
}
