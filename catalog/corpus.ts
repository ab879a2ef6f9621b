import type { Outcome } from '../lib/domain/standard/finding.ts';
import type { Case } from '../lib/domain/standard/standard.ts';

/** A case of a corpus: the base case with some places of it set or removed, and what the standard must say. */
interface CorpusCase {
  readonly name: string;
  /** JSON pointer to value; a last step of `-` appends to an array. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  /** Rule and path of every finding, in their order. */
  readonly findings: readonly (readonly [rule: string, path: string])[];
  readonly admissible: readonly Outcome[];
}

/** Checked-in cases that a published standard has to decide as it always did. */
export interface Corpus {
  readonly base: unknown;
  readonly cases: readonly CorpusCase[];
}

type Node = Record<string, unknown>;

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The object or array that holds the place, and its last step. */
function placeOf(root: unknown, pointer: string): readonly [Node, string] {
  const steps = stepsOf(pointer);
  const last = steps.at(-1);
  const parent = steps.slice(0, -1).reduce<unknown>((node, step) => (node as Node | undefined)?.[step], root);
  if (last === undefined || typeof parent !== 'object' || parent === null)
    throw new Error(`The corpus points to no place: ${pointer}`);
  return [parent as Node, last];
}

function put(root: unknown, pointer: string, value: unknown): void {
  const [parent, step] = placeOf(root, pointer);
  if (Array.isArray(parent) && step === '-') parent.push(value);
  else parent[step] = value;
}

function take(root: unknown, pointer: string): void {
  const [parent, step] = placeOf(root, pointer);
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete parent[step];
}

export interface BuiltCase<Facts> extends Omit<CorpusCase, 'set' | 'remove'> {
  readonly examined: Case<Facts>;
}

/** Builds every case of a corpus; each is a copy of its own. */
export const casesOf = <Facts>({ base, cases }: Corpus): readonly BuiltCase<Facts>[] =>
  cases.map(({ set = {}, remove = [], ...told }) => {
    const examined = structuredClone(base);
    for (const pointer of remove) take(examined, pointer);
    for (const [pointer, value] of Object.entries(set)) put(examined, pointer, structuredClone(value));
    return { ...told, examined: examined as Case<Facts> };
  });
