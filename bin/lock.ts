import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Corpus, casesOf } from '../catalog/corpus.ts';
import { listItems } from '../catalog/items.ts';
import { decide } from '../lib/domain/standard/decide.ts';

/** What is pinned of one published version of a standard. */
export interface LockEntry {
  /** SHA-256 of the standard's module and `decide` with all they import, bundled and minified. */
  readonly source: string;
  /** SHA-256 of the corpus it is held to. */
  readonly corpus: string;
  /** SHA-256 of every decision on that corpus, whole. */
  readonly outcomes: string;
}

export type Lock = Readonly<Record<string, LockEntry>>;

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = new URL('../catalog/lock.json', import.meta.url);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Every published version, with its module and corpus by their place. The first version of an item is in `standard.ts`
 * and `corpus.json` of its folder; a later one in `standard-<version>.ts` and `corpus-<version>.json`. All stay.
 */
const items = await listItems();
const published = items.flatMap(({ id: item, standards }) =>
  standards.map(({ version }, index) => {
    const later = index === 0 ? '' : `-${version}`;
    return {
      item,
      version,
      module: `catalog/items/${item}/standard${later}.ts`,
      corpus: `catalog/items/${item}/corpus${later}.json`,
    };
  }),
);

/**
 * Hashes what the minifier leaves of a standard and of `decide`: formatting, comments and paths don't count, any
 * helper they share does. Which divisions exist and which days are worked is no part of a standard, so these stay outside.
 */
async function hashOfSource(module: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export * from './${module}';\nexport { decide } from './lib/domain/standard/decide.ts';`,
      resolveDir: root,
      sourcefile: 'published.ts',
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    treeShaking: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    legalComments: 'none',
    metafile: false,
    tsconfigRaw: {},
    external: ['*/divisions.ts', '*/calendar.ts', 'zod', 'zod/mini'],
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`esbuild made nothing of ${module}`);
  return sha256(bundle.text);
}

function standardOf(item: string, version: string) {
  const standards = items.find(({ id }) => id === item)?.standards;
  const standard = standards?.find((candidate) => candidate.version === version);
  if (standard === undefined) throw new Error(`${item} ${version} is published and cannot be taken back`);
  return standard;
}

/** The lock as the tree gives it now. */
export async function computeLock(): Promise<Lock> {
  const entries = await Promise.all(
    published.map(async ({ item, version, module, corpus: corpusFile }) => {
      const text = readFileSync(new URL(`../${corpusFile}`, import.meta.url), 'utf8');
      const corpus = JSON.parse(text) as Corpus;
      const standard = standardOf(item, version);
      const outcomes = casesOf(corpus).map(({ name, examined }) => ({ name, ...decide(standard, examined) }));
      const entry: LockEntry = {
        source: await hashOfSource(module),
        corpus: sha256(JSON.stringify(corpus)),
        outcomes: sha256(JSON.stringify(outcomes)),
      };
      return [`${item}@${version}`, entry] as const;
    }),
  );
  return Object.fromEntries(entries);
}

export const readLock = (): Lock => JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;

/** `node bin/lock.ts`: pins the standards as they are. Deliberate: a published version is meant never to change. */
if (import.meta.main) {
  writeFileSync(lockFile, `${JSON.stringify(await computeLock(), null, 2)}\n`);
  console.log('catalog/lock.json written');
}
