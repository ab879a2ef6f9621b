import * as z from 'zod/mini';
import type { FormerKey } from '../domain/former-key.ts';
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
      /** The roles its tokens may carry; left out, all, and `auditor` and `subscriber` only where it speaks for everybody. */
      roles: z.optional(z.array(z.enum(roles))),
      /** Whether it is believed whose own file a caller may see; left out, only where it speaks for everybody. */
      subjects: z.optional(z.boolean()),
      development: z.optional(z.boolean()),
      /** Given for a Cognito user pool, whose access tokens have neither type nor audience (decision 0042). */
      cognito: z.optional(z.strictObject({ clients: z.array(given()), resource: given() })),
    }),
  )
  .check(eachOnce);
const identityProviders = z
  .array(z.strictObject({ issuer: z.url(), audience: given(), jwks: z.optional(z.url()) }))
  .check(eachOnce);

/** Signed with before: public parts alone, by which older licences, receipts and roots of the log are still checked. */
const formerKeys = z.array(
  z.strictObject({
    signs: z.enum(['receipt', 'licence', 'log']),
    kty: z.literal('EC'),
    crv: given(),
    x: given(),
    y: given(),
    kid: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)),
    alg: given(),
    retiredAt: z.iso.datetime(),
  }),
);

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
  /** Given while one hashing key takes the place of another. */
  OTHER_SUBJECT_HASH_KEY: z.optional(given()),
  SEAL_KEY: z._default(z.string(), ''),
  /** Where the service is found from outside, without a slash at its end: licences name it. */
  PUBLIC_URL: z.string().check(z.regex(/^https?:\/\/[^\s#?"]+[^\s#?"/]$/)),
  FORMER_KEYS: z._default(z.string(), '[]'),
  MATERIALS_BUCKET: z._default(z.string(), ''),
  /** Where copies of the log of look-ups go; told to what seals it. In the local run a folder. */
  EVIDENCE_BUCKET: z._default(z.string(), ''),
  EVIDENCE_FOLDER: z._default(z.string(), ''),
  /** The bus that changes are put on; without one the feed is the one way to hear of them. */
  EVENT_BUS: z.optional(given()),
  /**
   * How long an export waits until nothing is being recorded any more that was begun before its moment: longer than any
   * function that records runs, and than an index lags.
   */
  EXPORT_SETTLES_SECONDS: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 30),
  /** Of the local run: a folder, and the address that answers for it. */
  MATERIALS_FOLDER: z._default(z.string(), ''),
  MATERIALS_URL: z._default(z.string(), ''),
  /** The same for files of records that are imported; read by what imports alone. */
  IMPORTS_BUCKET: z._default(z.string(), ''),
  IMPORTS_FOLDER: z._default(z.string(), ''),
  IMPORTS_URL: z._default(z.string(), ''),
  ISSUERS: z.string(),
  IDENTITY_PROVIDERS: z.string(),
  /** The SDK's own variable; set where another engine than AWS answers. */
  AWS_ENDPOINT_URL_DYNAMODB: z.optional(z.string()),
});

export type TokenIssuer = z.output<typeof issuers>[number];
export type IdentityProvider = z.output<typeof identityProviders>[number];

/** Where keys are: in KMS by key id, or in a file of the local run. */
export type KeySetting = { readonly former: readonly FormerKey[] } & (
  | {
      readonly kind: 'kms';
      readonly receiptKey: string;
      readonly licenceKey: string;
      readonly logKey: string;
      readonly subjectHashKey: string;
      readonly otherSubjectHashKey?: string;
      readonly sealKey: string;
    }
  | { readonly kind: 'file'; readonly path: string }
);

/** Where files of materials are: in a bucket, or in a folder of the local run. */
export type MaterialSetting =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly url: string };

/** Where copies of the log of look-ups and its roots are put: a locked bucket, or a folder of the local run. */
export type EvidenceSetting =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'folder'; readonly folder: string };

export interface Environment {
  readonly tables: { readonly filings: string; readonly credit: string; readonly lookupLog: string };
  readonly stage: string;
  readonly build: string;
  /** Whether AWS keeps the data, or an engine of one's own. */
  readonly engine: 'aws' | 'own';
  readonly keys: KeySetting;
  readonly publicUrl: string;
  readonly materials: MaterialSetting;
  readonly exportSettlesSeconds: number;
  readonly imports?: MaterialSetting;
  readonly eventBus?: string;
  readonly evidence?: EvidenceSetting;
  readonly issuers: readonly TokenIssuer[];
  readonly identityProviders: readonly IdentityProvider[];
}

/** Every Lambda is told all key ids; what it may do with them is a matter of its rights. */
function keySetting(read: z.output<typeof environmentShape>): KeySetting {
  const former = z.parse(formerKeys, JSON.parse(read.FORMER_KEYS));
  if (read.KEYS !== 'kms') return { kind: 'file', path: read.KEYS.slice('file:'.length), former };
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
  const other = read.OTHER_SUBJECT_HASH_KEY;
  return {
    kind: 'kms',
    receiptKey,
    licenceKey,
    logKey,
    subjectHashKey,
    ...(other !== undefined && { otherSubjectHashKey: other }),
    sealKey,
    former,
  };
}

function materialSetting(read: z.output<typeof environmentShape>): MaterialSetting {
  const { MATERIALS_BUCKET: bucket, MATERIALS_FOLDER: folder, MATERIALS_URL: url } = read;
  if (bucket !== '') return { kind: 'bucket', bucket };
  if (folder === '' || url === '')
    throw new Error('Give MATERIALS_BUCKET, or MATERIALS_FOLDER with MATERIALS_URL');
  return { kind: 'folder', folder, url };
}

function evidenceSetting(read: z.output<typeof environmentShape>): { readonly evidence?: EvidenceSetting } {
  const { EVIDENCE_BUCKET: bucket, EVIDENCE_FOLDER: folder } = read;
  if (bucket !== '') return { evidence: { kind: 'bucket', bucket } };
  return folder === '' ? {} : { evidence: { kind: 'folder', folder } };
}

function importSetting(read: z.output<typeof environmentShape>): MaterialSetting | undefined {
  const { IMPORTS_BUCKET: bucket, IMPORTS_FOLDER: folder, IMPORTS_URL: url } = read;
  if (bucket !== '') return { kind: 'bucket', bucket };
  return folder === '' || url === '' ? undefined : { kind: 'folder', folder, url };
}

/** Where files of imports are. @throws Error where nobody said so. */
export function importSettingOf({ imports }: Environment): MaterialSetting {
  if (imports === undefined) throw new Error('Give IMPORTS_BUCKET, or IMPORTS_FOLDER with IMPORTS_URL');
  return imports;
}

/** The only reader of `process.env`; called once by each Lambda's entry file. Wrong settings fail the start. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const read = z.parse(environmentShape, variables);
  const imports = importSetting(read);
  return {
    tables: { filings: read.TABLE_FILINGS, credit: read.TABLE_CREDIT, lookupLog: read.TABLE_LOOKUP_LOG },
    stage: read.STAGE,
    build: read.BUILD,
    engine: read.AWS_ENDPOINT_URL_DYNAMODB ? 'own' : 'aws',
    keys: keySetting(read),
    publicUrl: read.PUBLIC_URL,
    materials: materialSetting(read),
    exportSettlesSeconds: read.EXPORT_SETTLES_SECONDS,
    ...(imports !== undefined && { imports }),
    ...(read.EVENT_BUS !== undefined && { eventBus: read.EVENT_BUS }),
    ...evidenceSetting(read),
    issuers: z.parse(issuers, JSON.parse(read.ISSUERS)),
    identityProviders: z.parse(identityProviders, JSON.parse(read.IDENTITY_PROVIDERS)),
  };
}
