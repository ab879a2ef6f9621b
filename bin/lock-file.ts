import { readFileSync } from 'node:fs';

/** A package as `package-lock.json` has it. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  /** True where another package carries it inside, so that the other's hash covers it. */
  readonly inBundle?: boolean;
}

const file = new URL('../package-lock.json', import.meta.url);

export const readLockText = (): string => readFileSync(file, 'utf8');

/** Every package of the lock by its path under `node_modules`, our own left out. */
export function readLock(): Readonly<Record<string, LockedPackage>> {
  const { packages } = JSON.parse(readLockText()) as { readonly packages: Record<string, LockedPackage> };
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ''));
}

/** `name@version` of a package by its path in the lock. */
export const packageOf = (path: string, { version }: LockedPackage): string =>
  `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
