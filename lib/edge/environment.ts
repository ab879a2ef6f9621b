import * as z from 'zod/mini';

const issuers = z.array(
  z.strictObject({
    issuer: z.url(),
    audience: z.string(),
    jwks: z.optional(z.url()),
    /** The authorities tokens of this issuer may speak for. */
    authorities: z.union([z.literal('*'), z.array(z.string())]),
    development: z.optional(z.boolean()),
  }),
);
const identityProviders = z.array(
  z.strictObject({ issuer: z.url(), audience: z.string(), jwks: z.optional(z.url()) }),
);

const environmentShape = z.object({
  TABLE_FILINGS: z.string(),
  TABLE_CREDIT: z.string(),
  TABLE_LOOKUP_LOG: z.string(),
  STAGE: z.string(),
  BUILD: z.string(),
  KEYS: z.string().check(z.regex(/^(kms|file:.+)$/)),
  RECEIPT_KEY: z._default(z.string(), ''),
  LICENCE_KEY: z._default(z.string(), ''),
  SUBJECT_HASH_KEY: z._default(z.string(), ''),
  SEAL_KEY: z._default(z.string(), ''),
  ISSUERS: z.string(),
  IDENTITY_PROVIDERS: z.string(),
});

export type TokenIssuer = z.output<typeof issuers>[number];
export type IdentityProvider = z.output<typeof identityProviders>[number];

/** Where keys are: in KMS by key id, or in a file of the local run. */
export type KeySetting =
  | {
      readonly kind: 'kms';
      readonly receiptKey: string;
      readonly licenceKey: string;
      readonly subjectHashKey: string;
      readonly sealKey: string;
    }
  | { readonly kind: 'file'; readonly path: string };

export interface Environment {
  readonly tables: { readonly filings: string; readonly credit: string; readonly lookupLog: string };
  readonly stage: string;
  readonly build: string;
  readonly keys: KeySetting;
  readonly issuers: readonly TokenIssuer[];
  readonly identityProviders: readonly IdentityProvider[];
}

/** The only reader of `process.env`; called once by each Lambda's entry file. Wrong settings fail the start. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = z.parse(environmentShape, variables);
  const keys: KeySetting =
    read.KEYS === 'kms'
      ? {
          kind: 'kms',
          receiptKey: read.RECEIPT_KEY,
          licenceKey: read.LICENCE_KEY,
          subjectHashKey: read.SUBJECT_HASH_KEY,
          sealKey: read.SEAL_KEY,
        }
      : { kind: 'file', path: read.KEYS.slice('file:'.length) };
  return {
    tables: { filings: read.TABLE_FILINGS, credit: read.TABLE_CREDIT, lookupLog: read.TABLE_LOOKUP_LOG },
    stage: read.STAGE,
    build: read.BUILD,
    keys,
    issuers: z.parse(issuers, JSON.parse(read.ISSUERS)),
    identityProviders: z.parse(identityProviders, JSON.parse(read.IDENTITY_PROVIDERS)),
  };
}
