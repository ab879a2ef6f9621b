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
  readonly expiresAt: Instant;
}
