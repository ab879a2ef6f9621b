import type { Change, NumberedChange } from '../domain/changes/change.ts';
import { DomainError } from '../domain/errors.ts';
import { type ChangeStore, MOST_AT_ONCE } from '../store/change-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';

export interface SequencingDeps {
  readonly changes: ChangeStore;
  readonly writeAll: WriteAll;
}

type Numbers = ReadonlyMap<string, number>;

/** Those that have no number yet get one, all in one transaction with the counter of the side. */
async function numberOnce(
  side: string,
  batch: readonly Change[],
  numbers: Numbers,
  { changes, writeAll }: SequencingDeps,
): Promise<readonly NumberedChange[]> {
  const fresh = batch.filter(({ id }) => !numbers.has(id));
  const last = fresh.length === 0 ? 0 : await changes.getLast(side);
  await writeAll(fresh.length === 0 ? [] : changes.append(side, last, fresh));
  return batch.map((change) => ({
    number: numbers.get(change.id) ?? last + fresh.indexOf(change) + 1,
    change,
  }));
}

/**
 * Gives each change its number on its side, once, whoever else does the same at this moment and however often a change
 * comes. Nearly all are new, so they are written as though all were, on the condition that none has a number; only where
 * that does not hold, or somebody was quicker, is it looked up which have one.
 *
 * @param batch changes of one side, each once, at most `MOST_AT_ONCE`.
 * @throws DomainError `too-busy` when others are quicker every time.
 */
async function sequence(
  side: string,
  batch: readonly Change[],
  deps: SequencingDeps,
): Promise<readonly NumberedChange[]> {
  let numbers: Numbers = new Map();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await backOff(attempt);
    try {
      return await numberOnce(side, batch, numbers, deps);
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      numbers = await deps.changes.findNumbers(batch.map(({ id }) => id));
    }
  }
  throw new DomainError('too-busy');
}

/** What was numbered, and what could not be. */
export interface Sequenced {
  readonly numbered: readonly NumberedChange[];
  readonly failed: readonly Change[];
}

/**
 * The sequencer of the feed. Sides go side by side, the changes of one side in the order they come in; after one part of
 * them failed the rest of that side waits, so that what belongs together keeps its order.
 */
export const createSequenceChanges =
  (deps: SequencingDeps) =>
  async (changes: readonly Change[], onFault: (fault: unknown) => void): Promise<Sequenced> => {
    const once = [...new Map(changes.map((change) => [change.id, change])).values()];
    const bySide = Map.groupBy(once, ({ side }) => side);
    const ofSides = await Promise.all(
      [...bySide].map(async ([side, all]): Promise<Sequenced> => {
        const numbered: NumberedChange[] = [];
        for (let from = 0; from < all.length; from += MOST_AT_ONCE)
          try {
            numbered.push(...(await sequence(side, all.slice(from, from + MOST_AT_ONCE), deps)));
          } catch (fault) {
            onFault(fault);
            return { numbered, failed: all.slice(from) };
          }
        return { numbered, failed: [] };
      }),
    );
    return {
      numbered: ofSides.flatMap(({ numbered }) => numbered),
      failed: ofSides.flatMap(({ failed }) => failed),
    };
  };

export type SequenceChanges = ReturnType<typeof createSequenceChanges>;
