import allowed from './licences.json' with { type: 'json' };
import { type LockedPackage, packageOf, readLock } from './lock-file.ts';

/** Whether an SPDX expression leaves a choice that is allowed: one of those joined by OR, all of those joined by AND. */
export function permits(expression: string, licences: readonly string[]): boolean {
  const bare = expression.replace(/[()]/g, ' ').trim();
  if (/[()]/.test(expression) && / AND /.test(bare) && / OR /.test(bare)) return false;
  const choices = bare.split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((one) => licences.includes(one.trim())));
}

/** Packages whose licence nobody has allowed, with what to do. */
export function licenceProblems(packages: Readonly<Record<string, LockedPackage>>): readonly string[] {
  return Object.entries(packages).flatMap(([path, found]) => {
    const { license, dev = false } = found;
    const licences = dev ? [...allowed.everywhere, ...allowed.developmentOnly] : allowed.everywhere;
    if (license !== undefined && permits(license, licences)) return [];
    return [
      `${packageOf(path, found)} (${dev ? 'development' : 'deployed'}) is under ${license ?? 'no licence that it tells'}: leave it out, or allow its licence in bin/licences.json`,
    ];
  });
}

/** `npm run licences`: ends with 1 where a package is under a licence that is not allowed. */
if (import.meta.main) {
  const packages = readLock();
  const problems = licenceProblems(packages);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${Object.keys(packages).length} packages, all under licences that are allowed`);
}
