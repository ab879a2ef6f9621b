import { expect, test } from 'vitest';
import { importJourney } from '../../local/load/import-journey.ts';

test('killed in the midst of a file and started again, nothing of it is lost and nothing doubled', async () => {
  const journey = await importJourney(2_400);
  expect(journey.wrong).toEqual([]);
  expect(journey.counts).toEqual({ accepted: 2_323, duplicate: 24, alreadyHeld: 5, refused: 48 });
  expect(journey.killedAt).toBeGreaterThan(0);
  expect(journey.killedAt).toBeLessThan(2_400);
}, 300_000);
