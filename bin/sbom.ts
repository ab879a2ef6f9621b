import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import about from '../package.json' with { type: 'json' };
import { packageOf, readLock, readLockText } from './lock-file.ts';

/** Of a CycloneDX document, what is set here. */
export interface Sbom {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** A serial number that is the lock's: the same packages give the same document. */
function serialOf(lock: string): string {
  const hash = createHash('sha256').update(lock).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`];
  return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`;
}

type Listed = Pick<Sbom, 'components' | 'dependencies'>;

/** Without the packages of development; npm's own `--omit dev` leaves out some that are deployed. */
function deployedOf<Whole extends Listed>(whole: Whole): Whole {
  const tools = Object.entries(readLock()).filter(([, { dev }]) => dev === true);
  const deployed = Object.entries(readLock()).filter(([, { dev }]) => dev !== true);
  const kept = new Set(deployed.map(([path, one]) => packageOf(path, one)));
  const dropped = new Set(tools.map(([path, one]) => packageOf(path, one)).filter((one) => !kept.has(one)));
  return {
    ...whole,
    components: whole.components.filter(({ name, version }) => kept.has(`${name}@${version}`)),
    dependencies: whole.dependencies
      .filter(({ ref }) => !dropped.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => !dropped.has(one)) })),
  };
}

/**
 * What npm makes of the lock, without what differs from run to run: the time, and the name of the folder.
 *
 * @param deployed true for the packages that are in the functions alone
 */
export function sbomOf({ deployed = false }: { readonly deployed?: boolean } = {}): Sbom {
  const told = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { metadata, ...whole } = JSON.parse(told) as Sbom & { metadata: Record<string, unknown> };
  const rest = deployed ? deployedOf(whole) : whole;
  const { timestamp: _, ...stable } = metadata as Record<string, unknown> & Sbom['metadata'];
  return {
    ...rest,
    serialNumber: serialOf(readLockText()),
    metadata: { ...stable, component: { ...stable.component, name: about.name } },
  };
}

/** `npm run sbom [-- --deployed] [file]`: writes the bill of materials, by default to `dist/sbom.cdx.json`. */
if (import.meta.main) {
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith('--')) ?? 'dist/sbom.cdx.json';
  const sbom = sbomOf({ deployed: args.includes('--deployed') });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`${file}: CycloneDX ${sbom.specVersion}, ${sbom.components.length} packages`);
}
