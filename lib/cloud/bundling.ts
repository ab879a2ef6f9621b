import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Where the sources and the lock file of everything that is bundled are. */
export const project = { root, lockFile: join(root, 'package-lock.json') } as const;

/** The entry file of a folder under `functions/`. */
export const entryOf = (folder: string): string => join(root, 'functions', folder, 'index.ts');

/**
 * What the SDK imports only when it comes to need it, and never does here: sources of credentials other than the
 * environment, by which alone Lambda gives them, and event streams, which neither DynamoDB nor KMS has. 150 kB.
 */
const neverImported = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  '@smithy/core/event-streams',
] as const;

/**
 * How every Lambda is bundled: one ES module with the SDK inside, as that starts fastest and its version is then
 * ours. The test of the bundle budgets bundles by the same options.
 */
export const bundleOptions = {
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  external: neverImported,
  /** Chinese text stands as it is; escaped it takes twice the room. */
  charset: 'utf8',
  /** CommonJS inside the packages asks for `require`, which an ES module does not have. */
  banner:
    "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
} as const;
