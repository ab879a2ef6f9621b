import type { Settings } from './environments.ts';
import { type FunctionName, rightsOf } from './rights.ts';

/**
 * How many of a function run at once for sure, and at most. Look-ups have room of their own, and so has the authorizer
 * that stands before them: a burst of anything else takes what is left of the account's limit (1 000 unless raised) and
 * starves neither. 20 000 000 look-ups in eight hours are 700 a second; three times that, at 80 ms each, are 170 at once.
 */
const reserved: Readonly<Partial<Record<FunctionName, number>>> = {
  'credit-lookup': 200,
  authorizer: 100,
};

export const isFunction = (name: string): name is FunctionName => name in rightsOf;

/** `undefined` where a function shares what the account has left. */
export function reservedFor(
  folder: FunctionName,
  { reserve }: Pick<Settings, 'reserve'>,
): number | undefined {
  if (reserve === 'none') return undefined;
  const places = reserve?.[folder] ?? reserved[folder];
  return places === 0 ? undefined : places;
}
