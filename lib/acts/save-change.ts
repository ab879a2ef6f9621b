import type { Write, WriteAll } from '../store/transaction.ts';

/** What one transaction holds (DynamoDB). */
const MOST_WRITES = 100;

/** Who has which part from now on, and whose part is over. */
export interface RoleWrites {
  readonly begun: readonly Write[];
  readonly ended: readonly Write[];
}

export const NO_ROLES: RoleWrites = { begun: [], ended: [] };

async function writeInTurn(writes: readonly Write[], writeAll: WriteAll): Promise<void> {
  for (let from = 0; from < writes.length; from += MOST_WRITES)
    await writeAll(writes.slice(from, from + MOST_WRITES));
}

/**
 * Writes a step and who has which part in the enterprise. Where one transaction has no room for all parts, those that
 * begin are written ahead of it and those that end after it: a part counts only while the enterprise itself tells it, so
 * one that is left over is believed by nobody, and none is lost where the step then fails.
 */
export async function saveChange(
  writes: readonly Write[],
  { begun, ended }: RoleWrites,
  save: (writes: readonly Write[]) => Promise<void>,
  writeAll: WriteAll,
): Promise<void> {
  /* One place is left for the answered request. */
  const room = Math.max(0, MOST_WRITES - 1 - writes.length);
  const roomForBegun = Math.max(0, room - ended.length);
  const within = ended.slice(0, room);
  await writeInTurn(begun.slice(roomForBegun), writeAll);
  await save([...writes, ...begun.slice(0, roomForBegun), ...within]);
  await writeInTurn(ended.slice(within.length), writeAll);
}
