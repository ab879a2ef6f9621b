import { dirname, join } from 'node:path';
import type { TableNames } from './create-tables.ts';
import { formerKeysIn } from './former-keys.ts';

export interface ServiceSettings {
  readonly endpoint: string;
  readonly tables: TableNames;
  readonly build: string;
  readonly keyFile: string;
  /** Where the service is found, as licences name it. */
  readonly publicUrl: string;
  readonly materials: { readonly folder: string; readonly url: string };
  /** @default none: nothing imports */
  readonly imports?: { readonly folder: string; readonly url: string };
  readonly issuer: { readonly url: string; readonly audience: string };
  readonly identityProvider: { readonly url: string; readonly audience: string };
}

/** Copies of the log stand beside the data of a local run. */
export const evidenceFolderOf = (dataDir: string): string => join(dataDir, 'evidence');

/** The region of an endpoint of AWS itself; `undefined` where the endpoint is any other engine. */
export const awsRegionOf = (endpoint: string): string | undefined =>
  /(?:^|\.)dynamodb\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(new URL(endpoint).hostname)?.[1];

/** Each of these would be preferred to what is set here, and lead to a real account. */
const REAL_ACCOUNT = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];

/**
 * Sets what the entry files of the functions read, as the cloud sets it for each Lambda. An engine that is not
 * AWS gets credentials that mean nothing, so that nobody looks for real ones.
 */
export function setFunctionEnvironment(settings: ServiceSettings): void {
  const { endpoint, tables, build, keyFile, publicUrl, materials, imports, issuer, identityProvider } =
    settings;
  const region = awsRegionOf(endpoint);
  const engine =
    region === undefined
      ? {
          AWS_ENDPOINT_URL_DYNAMODB: endpoint,
          AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoint,
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'local',
          AWS_SECRET_ACCESS_KEY: 'local',
        }
      : { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region };
  /* A bucket would be preferred to the folders that are set here. */
  delete process.env.MATERIALS_BUCKET;
  delete process.env.EVIDENCE_BUCKET;
  delete process.env.IMPORTS_BUCKET;
  Object.assign(process.env, engine, {
    TABLE_FILINGS: tables.filings,
    TABLE_CREDIT: tables.credit,
    TABLE_LOOKUP_LOG: tables.lookupLog,
    STAGE: 'local',
    /* There is nobody here to read them, and they would fill the terminal. */
    POWERTOOLS_METRICS_DISABLED: 'true',
    BUILD: build,
    KEYS: `file:${keyFile}`,
    FORMER_KEYS: JSON.stringify(formerKeysIn(dirname(keyFile))),
    PUBLIC_URL: publicUrl,
    MATERIALS_FOLDER: materials.folder,
    MATERIALS_URL: materials.url,
    /* Whatever records is this one process, and the engine's indexes do not lag. */
    EXPORT_SETTLES_SECONDS: '3',
    EVIDENCE_FOLDER: evidenceFolderOf(dirname(keyFile)),
    ...(imports !== undefined && { IMPORTS_FOLDER: imports.folder, IMPORTS_URL: imports.url }),
    ISSUERS: JSON.stringify([
      { issuer: issuer.url, audience: issuer.audience, authorities: '*', development: true },
    ]),
    IDENTITY_PROVIDERS: JSON.stringify([
      { issuer: identityProvider.url, audience: identityProvider.audience },
    ]),
  });
  if (region === undefined) for (const name of REAL_ACCOUNT) delete process.env[name];
}
