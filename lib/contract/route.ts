import type * as z from 'zod/mini';
import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { Role } from '../domain/subject/caller.ts';

/** One Lambda, one folder under `functions/`, one set of rights. */
export type Surface =
  | 'standards'
  | 'filings'
  | 'decisions'
  | 'licences'
  | 'credit-records'
  | 'credit-lookup'
  | 'credit-public'
  | 'credit-names'
  | 'credit-statements'
  | 'credit-watches'
  | 'credit-exports'
  | 'own-file'
  | 'data-requests'
  | 'lookup-log'
  | 'fairness'
  | 'materials'
  | 'drafts'
  | 'changes'
  | 'measure-tasks'
  | 'listing-cases'
  | 'imports';

export type Scope =
  | 'filings:check'
  | 'filings:write'
  | 'filings:read'
  | 'decisions:read'
  | 'decisions:write'
  | 'credit-records:write'
  | 'credit-records:read'
  | 'credit-records:object'
  | 'credit-sources:write'
  | 'credit:lookup'
  | 'credit:statement'
  | 'own-file:write'
  | 'data-requests:write'
  | 'own-file:read'
  | 'changes:read'
  | 'lookup-log:read'
  | 'measure-tasks:read'
  | 'measure-tasks:write'
  | 'measure-tasks:object';

/** `public` routes carry no token at all; for the others both the scope and one of the roles are needed. */
export type Access = 'public' | { readonly scope: Scope; readonly roles: readonly Role[] };

/** What an answer that went well can be besides JSON. */
export type TextType = 'text/html' | 'application/vc+jwt';

export interface Route {
  /** `operationId` of the OpenAPI document. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/v1`, parameters in braces. */
  readonly path: string;
  readonly surface: Surface;
  readonly access: Access;
  readonly summary: Bilingual;
  readonly params?: z.ZodMiniObject;
  readonly query?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  /** The whole of what the document tells of the body, where the surface reads by a part of it that it loads. */
  readonly wholeBody?: () => Promise<z.ZodMiniType>;
  /** The most bytes a body may have. @default 256 kB */
  readonly longestBody?: number;
  /** True where a request without a body is one without anything to say. @default false */
  readonly bodyIsOptional?: boolean;
  /** True where `Idempotency-Key` is honoured. */
  readonly idempotent?: boolean;
  readonly responses: Readonly<Record<number, z.ZodMiniType>>;
  /** The forms a 200 has, chosen by `Accept`; the first where none is liked better. @default JSON alone */
  readonly produces?: readonly ('application/json' | TextType)[];
  /** True where anybody may keep the answer for as long as it says; all others are kept by nobody. */
  readonly cacheable?: boolean;
  readonly errors: readonly DomainErrorCode[];
  readonly examples?: { readonly body?: unknown; readonly response?: unknown };
}

/** Declares a route and keeps its literal types, so that handlers and the client infer theirs. */
export const route = <const R extends Route>(declared: R): R => declared;
