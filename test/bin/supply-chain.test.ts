import { describe, expect, test } from 'vitest';
import { licenceProblems, permits } from '../../bin/licences.ts';
import { packageOf, readLock } from '../../bin/lock-file.ts';
import { sbomOf } from '../../bin/sbom.ts';

const packages = readLock();

describe('the lock', () => {
  test('has the hash of every package, or of the one that carries it inside', () => {
    const without = Object.entries(packages).filter(
      ([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true,
    );
    expect(Object.keys(packages).length).toBeGreaterThan(200);
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

describe('licences', () => {
  test('of all packages are allowed', () => {
    expect(licenceProblems(packages)).toEqual([]);
  });

  test('that are not allowed are told, with where the package goes', () => {
    const made = (license: string | undefined, dev: boolean) =>
      licenceProblems({
        'node_modules/a/node_modules/@b/c': { version: '1.0.0', dev, ...(license && { license }) },
      });
    expect(made('MPL-2.0', true)).toEqual([]);
    expect(made('MPL-2.0', false)).toEqual([
      '@b/c@1.0.0 (deployed) is under MPL-2.0: leave it out, or allow its licence in bin/licences.json',
    ]);
    expect(made('GPL-3.0-only', true)).toEqual([
      '@b/c@1.0.0 (development) is under GPL-3.0-only: leave it out, or allow its licence in bin/licences.json',
    ]);
    expect(made(undefined, true)).toHaveLength(1);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['MIT WITH x', false],
    ['(MIT OR ISC) AND GPL-3.0-only', false],
    ['UNLICENSED', false],
  ])('%s: %s', (expression, permitted) => {
    expect(permits(expression, ['MIT', 'ISC'])).toBe(permitted);
  });
});

describe('the bill of materials', () => {
  test('names every package of the lock with hash, licence and address; the same lock gives the same document', () => {
    const sbom = sbomOf();
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'tongbiao' } } });
    expect(sbom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(JSON.stringify(sbom)).not.toContain('"timestamp"');
    const zod = sbom.components.find(({ name }) => name === 'zod');
    expect(zod).toMatchObject({
      purl: 'pkg:npm/zod@4.6.7',
      hashes: [{ alg: 'SHA-512' }],
      licenses: [{ license: { id: 'MIT' } }],
    });
    const names = new Set(sbom.components.map(({ name, version }) => `${name}@${version}`));
    const locked = Object.entries(packages).map(([path, one]) => packageOf(path, one));
    expect(locked.filter((name) => !names.has(name))).toEqual([]);
  });

  test('of what is deployed leaves the tools out', () => {
    const names = sbomOf({ deployed: true }).components.map(({ name }) => name);
    expect(names).toContain('zod');
    expect(names).not.toContain('aws-cdk-lib');
  });
});
