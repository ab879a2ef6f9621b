import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_PAUSE_MS = 400;

/** How often something is begun anew that others overtake, before it is too busy. */
export const ATTEMPTS = 16;

/** Waits before the attempt of this number, by chance: who met at one moment meet no more. The first does not wait. */
export const backOff = async (attempt: number): Promise<void> => {
  if (attempt > 0) await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt));
};
