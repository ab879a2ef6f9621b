import type { Finding } from './standard/finding.ts';

/** Every way a request can fail for a reason of its own; the edge maps each to one status and text. */
export type DomainErrorCode =
  | 'malformed-body'
  | 'unsupported-media-type'
  | 'body-too-large'
  | 'invalid-request'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'unknown-item'
  | 'unknown-standard'
  | 'unknown-place'
  | 'unknown-enterprise'
  | 'unknown-authority'
  | 'unknown-source'
  | 'unknown-record-class'
  | 'unknown-purpose'
  | 'no-authority-for-place'
  | 'identity-proof-invalid'
  | 'idempotency-conflict'
  | 'version-conflict'
  | 'filing-not-open'
  | 'outcome-not-admissible'
  | 'extension-not-allowed'
  | 'concerns-officer'
  | 'record-conflict'
  | 'record-out-of-catalogue'
  | 'record-step-not-allowed'
  | 'repair-not-allowed'
  | 'task-step-not-allowed'
  | 'heartbeat-behind'
  | 'lookup-not-logged'
  | 'log-not-sealed'
  | 'data-request-decided'
  | 'erasure-not-allowed'
  | 'restriction-not-allowed'
  | 'succession-conflict'
  | 'too-many-data-requests'
  | 'quota-exceeded'
  | 'correction-not-allowed'
  | 'withdrawal-not-allowed'
  | 'claimed-by-other'
  | 'handover-not-allowed'
  | 'follow-up-not-allowed'
  | 'signing-unavailable'
  | 'material-not-arrived'
  | 'material-refused'
  | 'material-unusable'
  | 'too-many-uploads'
  | 'draft-not-open'
  | 'too-many-drafts'
  | 'unknown-list'
  | 'listing-case-required'
  | 'listing-step-not-allowed'
  | 'too-many-watches'
  | 'too-many-exports'
  | 'too-many-imports'
  | 'too-busy';

/** Where in a request something is wrong: a JSON pointer, and what is wrong there. */
export interface Defect {
  readonly path: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A refusal the caller can act on. Anything else that is thrown is a fault of ours. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  /** What the caller needs to act: offending values, the current version, the due day. Never personal data. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
  readonly defects: readonly Defect[];
  readonly findings: readonly Finding[];

  constructor(
    code: DomainErrorCode,
    details: {
      readonly values?: DomainError['values'];
      readonly defects?: readonly Defect[];
      readonly findings?: readonly Finding[];
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: details.cause });
    this.code = code;
    this.values = details.values ?? {};
    this.defects = details.defects ?? [];
    this.findings = details.findings ?? [];
  }
}
