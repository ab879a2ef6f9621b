import type { Write, WriteAll } from '../store/transaction.ts';

/** What one transaction holds (DynamoDB). */
const MOST_WRITES = 100;

/**
 * Writes a step and who has which part in the enterprise. Parts that one transaction has no room for are written
 * ahead of it: each counts only once the enterprise itself tells it, so nothing is lost where the step then fails.
 */
export async function saveChange(
  writes: readonly Write[],
  roleWrites: readonly Write[],
  save: (writes: readonly Write[]) => Promise<void>,
  writeAll: WriteAll,
): Promise<void> {
  /* One place is left for the answered request. */
  const room = Math.max(0, MOST_WRITES - 1 - writes.length);
  for (let from = room; from < roleWrites.length; from += MOST_WRITES)
    await writeAll(roleWrites.slice(from, from + MOST_WRITES));
  await save([...writes, ...roleWrites.slice(0, room)]);
}
