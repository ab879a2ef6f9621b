import * as z from 'zod/mini';
import { roles } from '../domain/subject/caller.ts';

const given = () => z.string().check(z.minLength(1));
/** A second entry for one issuer would never be looked at. */
const eachOnce = z.refine<readonly { readonly issuer: string }[]>(
  (all) => new Set(all.map(({ issuer }) => issuer)).size === all.length,
  'an issuer is given twice',
);

const issuers = z
  .array(
    z.strictObject({
      issuer: z.url(),
      audience: given(),
      jwks: z.optional(z.url()),
      /** The authorities tokens of this issuer may speak for. */
      authorities: z.union([z.literal('*'), z.array(given())]),
      /** The roles its tokens may carry; left out, all, and `auditor` only where it speaks for everybody. */
      roles: z.optional(z.array(z.enum(roles))),
      /** Whether it is believed whose own file a caller may see; left out, only where it speaks for everybody. */
      subjects: z.optional(z.boolean()),
      development: z.optional(z.boolean()),
    }),
  )
  .check(eachOnce);
const identityProviders = z
  .array(z.strictObject({ issuer: z.url(), audience: given(), jwks: z.optional(z.url()) }))
  .check(eachOnce);

const environmentShape = z.object({
  TABLE_FILINGS: given(),
  TABLE_CREDIT: given(),
  TABLE_LOOKUP_LOG: given(),
  STAGE: given(),
  BUILD: given(),
  KEYS: z.string().check(z.regex(/^(kms|file:.+)$/)),
  RECEIPT_KEY: z._default(z.string(), ''),
  LICENCE_KEY: z._default(z.string(), ''),
  LOG_KEY: z._default(z.string(), ''),
  SUBJECT_HASH_KEY: z._default(z.string(), ''),
  SEAL_KEY: z._default(z.string(), ''),
  ISSUERS: z.string(),
  IDENTITY_PROVIDERS: z.string(),
  /** The SDK's own variable; set where another engine than AWS answers. */
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(z.string()),
});

export type TokenIssuer = z.output<typeof issuers>[number];
export type IdentityProvider = z.output<typeof identityProviders>[number];

/** Where keys are: in KMS by key id, or in a file of the local run. */
export type KeySetting =
  | {
      readonly kind: 'kms';
      readonly receiptKey: string;
      readonly licenceKey: string;
      readonly logKey: string;
      readonly subjectHashKey: string;
      readonly sealKey: string;
    }
  | { readonly kind: 'file'; readonly path: string };

export interface Environment {
  readonly tables: { readonly filings: string; readonly credit: string; readonly lookupLog: string };
  readonly stage: string;
  readonly build: string;
  /** Whether AWS keeps the data, or an engine of one's own. */
  readonly engine: 'aws' | 'own';
  readonly keys: KeySetting;
  readonly issuers: readonly TokenIssuer[];
  readonly identityProviders: readonly IdentityProvider[];
}

/** Every Lambda is told all key ids; what it may do with them is a matter of its rights. */
function keySetting(read: z.output<typeof environmentShape>): KeySetting {
  if (read.KEYS !== 'kms') return { kind: 'file', path: read.KEYS.slice('file:'.length) };
  const [receiptKey, licenceKey, logKey, subjectHashKey, sealKey] = [
    read.RECEIPT_KEY,
    read.LICENCE_KEY,
    read.LOG_KEY,
    read.SUBJECT_HASH_KEY,
    read.SEAL_KEY,
  ];
  if ([receiptKey, licenceKey, logKey, subjectHashKey, sealKey].includes(''))
    throw new Error(
      'KEYS is kms, and RECEIPT_KEY, LICENCE_KEY, LOG_KEY, SUBJECT_HASH_KEY or SEAL_KEY is missing',
    );
  return { kind: 'kms', receiptKey, licenceKey, logKey, subjectHashKey, sealKey };
}

/** The only reader of `process.env`; called once by each Lambda's entry file. Wrong settings fail the start. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = z.parse(environmentShape, variables);
  return {
    tables: { filings: read.TABLE_FILINGS, credit: read.TABLE_CREDIT, lookupLog: read.TABLE_LOOKUP_LOG },
    stage: read.STAGE,
    build: read.BUILD,
    engine: read.AWS_ENDPOINT_URL_DYNAMODB ? 'own' : 'aws',
    keys: keySetting(read),
    issuers: z.parse(issuers, JSON.parse(read.ISSUERS)),
    identityProviders: z.parse(identityProviders, JSON.parse(read.IDENTITY_PROVIDERS)),
  };
}
