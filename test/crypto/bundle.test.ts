import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** The packages a Lambda carries when it imports these names, bundled as Lambdas are; with what is loaded later. */
async function packagesOf(source: string): Promise<{ packages: ReadonlySet<string>; bytes: number }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    splitting: true,
    outdir: 'bundle',
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
  });
  const carried = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const names = carried.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? 'ours');
  return {
    packages: new Set(names),
    bytes: outputFiles.reduce((sum, { contents }) => sum + contents.length, 0),
  };
}

const DYNAMODB = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; console.log(DynamoDBClient);`;

test('personal data alone carries neither the token library nor canonical JSON', async () => {
  const { packages } = await packagesOf(
    `import { createPersonalData } from '../../lib/crypto/create-personal-data.ts'; console.log(createPersonalData);`,
  );
  expect(packages).toContain('@aws-sdk/client-kms');
  expect(packages).not.toContain('jose');
  expect(packages).not.toContain('canonicalize');
});

test('signing alone carries no token library', async () => {
  const { packages } = await packagesOf(
    `import { createSigners } from '../../lib/crypto/create-signers.ts';
     import { signCompact } from '../../lib/crypto/jws.ts'; console.log(createSigners, signCompact);`,
  );
  expect(packages).toContain('canonicalize');
  expect(packages).not.toContain('jose');
});

test('beside DynamoDB, personal data adds at most 60 kB', async () => {
  const floor = await packagesOf(DYNAMODB);
  const both = await packagesOf(
    `${DYNAMODB} import { createPersonalData } from '../../lib/crypto/create-personal-data.ts'; console.log(createPersonalData);`,
  );
  expect(both.bytes - floor.bytes).toBeLessThanOrEqual(60_000);
});
