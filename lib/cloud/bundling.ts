import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Where the sources and the lock file of everything that is bundled are. */
export const project = { root, lockFile: join(root, 'package-lock.json') } as const;

/** The entry file of a folder under `functions/`. */
export const entryOf = (folder: string): string => join(root, 'functions', folder, 'index.ts');

/**
 * How every Lambda is bundled: one ES module with the SDK inside, as that starts fastest and its version is then
 * ours. The test of the bundle budgets bundles by the same options.
 */
export const bundleOptions = {
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  /** Chinese text stands as it is; escaped it takes twice the room. */
  charset: 'utf8',
  /** CommonJS inside the packages asks for `require`, which an ES module does not have. */
  banner:
    "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
} as const;
