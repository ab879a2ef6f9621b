import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const IMPORT = /(?:^|\n)\s*(?:import|export)[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g;

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** A module of ours as a path from the root; a package as its name. */
const target = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : specifier;

/** What each layer may import besides itself; `zod` and node's own modules are told where they are allowed. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  'lib/domain': [/^lib\/domain\//, /^zod/],
  catalog: [/^catalog\//, /^lib\/domain\//, /^zod/],
  'lib/contract': [
    /^lib\/contract\//,
    /^lib\/domain\//,
    /^catalog\/items\/[^/]+\.ts$/,
    /^catalog\/items\/.+\/facts\.ts$/,
    /^zod/,
  ],
  'lib/store': [/^lib\/store\//, /^lib\/domain\//, /^zod/, /^@aws-sdk\//, /^node:/],
  'lib/crypto': [
    /^lib\/crypto\//,
    /^lib\/domain\//,
    /^zod/,
    /^@aws-sdk\/client-kms/,
    /^jose$/,
    /^canonicalize$/,
    /^node:/,
  ],
  'lib/acts': [/^lib\/(acts|domain|store|crypto)\//, /^catalog\//, /^zod/, /^node:/],
  'lib/edge': [
    /^lib\/(edge|domain|contract)\//,
    /^zod/,
    /^@middy\//,
    /^@aws-lambda-powertools\//,
    /^aws-lambda$/,
    /^qrcode$/,
    /^jose$/,
    /^node:/,
  ],
  'lib/cloud': [
    /^lib\/(cloud|domain|contract)\//,
    /^lib\/store\/tables\.ts$/,
    /^lib\/edge\/metric-(table|texts)\.ts$/,
    /^zod/,
    /^aws-cdk-lib/,
    /^constructs$/,
    /^cdk-nag$/,
    /^esbuild$/,
    /^node:/,
  ],
};

test.each(Object.entries(allowed))('%s imports only what it may', (layer, patterns) => {
  const files = filesUnder(layer);
  expect(files.length).toBeGreaterThan(5);
  const strays = files.flatMap((file) =>
    importsOf(file)
      .map((specifier) => target(file, specifier))
      .filter((imported) => !patterns.some((pattern) => pattern.test(imported)))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(strays).toEqual([]);
});

test('no function imports another', () => {
  const files = filesUnder('functions');
  expect(files.length).toBeGreaterThan(10);
  const folderOf = (path: string): string => dirname(path);
  const strays = files.flatMap((file) =>
    importsOf(file)
      .map((specifier) => target(file, specifier))
      .filter((imported) => imported.startsWith('functions/') && folderOf(imported) !== folderOf(file))
      .map((imported) => `${file} -> ${imported}`),
  );
  expect(strays).toEqual([]);
});

test('registration and credit do not import each other', () => {
  const strays = (from: string, to: string) =>
    filesUnder(`lib/domain/${from}`).flatMap((file) =>
      importsOf(file)
        .map((specifier) => target(file, specifier))
        .filter((imported) => imported.startsWith(`lib/domain/${to}/`))
        .map((imported) => `${file} -> ${imported}`),
    );
  expect([...strays('registration', 'credit'), ...strays('credit', 'registration')]).toEqual([]);
});

test('only edge turns an instant into a legal day, only edge knows middy, only environment.ts reads the environment', () => {
  const files = ['lib', 'functions', 'catalog'].flatMap(filesUnder);
  expect(files.length).toBeGreaterThan(80);
  const using = (pattern: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))).sort();
  expect(using(/\bmomentOf\(/)).toEqual([
    'lib/domain/time/instant.ts',
    'lib/edge/clock.ts',
    'lib/edge/request.ts',
  ]);
  expect(using(/from '@middy\//)).toEqual(['lib/edge/http.ts']);
  expect(using(/process\.env/)).toEqual(['lib/edge/environment.ts']);
});

test('no file under lib or functions names a jurisdiction, and no code there knows a division', () => {
  const files = ['lib', 'functions'].flatMap(filesUnder);
  expect(files.length).toBeGreaterThan(80);
  const matching = (pattern: RegExp, among: readonly string[]) =>
    among.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  expect(matching(/重庆|四川|'(CQ|SC)'|"(CQ|SC)"/, files)).toEqual([]);
  const code = files.filter((file) => !file.startsWith('lib/contract/') && !file.startsWith('lib/cloud/'));
  expect(matching(/\b5[01]\d{4}\b/, code)).toEqual([]);
});

test('files stay small: none above 250 lines', () => {
  const long = ['lib', 'functions', 'catalog', 'local', 'bin']
    .flatMap(filesUnder)
    .map((file) => [file, readFileSync(join(root, file), 'utf8').split('\n').length] as const)
    .filter(([, lines]) => lines > 251);
  expect(long).toEqual([]);
});
