export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export interface Rounds {
  readonly rounds: number;
  /** Rounds before the first that counts. */
  readonly warmUp: number;
}

/**
 * Takes every contender once in each round, so that whatever disturbs the machine disturbs all alike. Each round
 * begins with another contender, as the first of a round may pay for what the last of the one before left behind.
 *
 * @returns for each contender the median of what `take` gave.
 */
export async function interleave<Name extends string, Contender>(
  contenders: Readonly<Record<Name, Contender>>,
  take: (contender: Contender) => Promise<number> | number,
  { rounds, warmUp }: Rounds,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(contenders) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = Math.abs(round) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await take(contenders[name]);
      if (round >= 0) taken.get(name)?.push(value);
    }
  }
  const medians = names.map((name) => [name, median(taken.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<Name, number>;
}

/** Milliseconds that one call takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
