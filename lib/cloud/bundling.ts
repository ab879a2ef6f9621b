import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Where the sources of everything that is bundled are. */
export const project = { root } as const;

/** The entry file of a folder under `functions/`. */
export const entryOf = (folder: string): string => join(root, 'functions', folder, 'index.ts');

/**
 * What the SDK imports only when it comes to need it, and never does here: sources of credentials other than the
 * environment, by which alone Lambda gives them.
 */
const neverImported = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
] as const;

/**
 * How every Lambda is bundled: ES modules with the SDK inside, as that starts fastest and its version is then ours. What
 * is imported only when it is needed (an item of the catalog) is a file of its own beside `index.mjs`, and a cold start
 * does not read it. The tests of the budgets and the bench bundle by the same options.
 */
const options = {
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  external: [...neverImported],
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[hash]',
  /** Chinese text stands as it is; escaped it takes twice the room. */
  charset: 'utf8',
  /** CommonJS inside the packages asks for `require`, which an ES module does not have. */
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

export interface Bundle {
  /** The file the runtime loads. */
  readonly file: string;
  /** What a cold start reads, in bytes: that file and all it imports at once. */
  readonly atStart: number;
  /** With everything that is loaded later. */
  readonly whole: number;
  /** Packages that are left outside, and how each is imported. */
  readonly outside: readonly { readonly path: string; readonly kind: string }[];
}

function measured({ outputs }: Metafile, entry: string): Pick<Bundle, 'atStart' | 'whole' | 'outside'> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind !== 'dynamic-import' && path in outputs) visit(path);
  };
  visit(entry);
  const bytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  return {
    atStart: bytes(reached),
    whole: bytes(Object.keys(outputs)),
    outside: Object.values(outputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external, path }) => external === true && !isBuiltin(path))
      .map(({ path, kind }) => ({ path, kind })),
  };
}

/** Bundles one entry file into a folder as `index.mjs`. */
export function bundleInto(folder: string, entry: string): Bundle {
  const { metafile } = buildSync({
    ...options,
    mainFields: [...options.mainFields],
    entryPoints: [{ in: entry, out: 'index' }],
    outdir: folder,
    absWorkingDir: root,
    nodePaths: [join(root, 'node_modules')],
  });
  const file = join(folder, 'index.mjs');
  return { file, ...measured(metafile, relative(root, file)) };
}
