import { expect, test } from 'vitest';
import { createFanOut, type Projection } from '../../lib/acts/fan-out.ts';

const items = [1, 2, 3, 4].map((number) => ({ sequence: String(number), image: { number } }));

/** A projection that keeps what it was given and fails on some of it. */
function keeping(name: string, failsOn: readonly number[] = []) {
  const kept: unknown[] = [];
  const projection: Projection = {
    name,
    project: async ({ number }) => {
      if (failsOn.includes(Number(number))) throw new RangeError(`${name} cannot`);
      kept.push(number);
    },
  };
  return { kept, projection };
}

test('every projection gets every item in order; what fails in one holds up no other and nothing behind it', async () => {
  const [whole, partly] = [keeping('whole'), keeping('partly', [2, 4])];
  const told: [string, string][] = [];
  const run = createFanOut([whole.projection, partly.projection], (fault, projection) =>
    told.push([projection, (fault as Error).name]),
  );
  expect(await run(items)).toEqual(['2', '4']);
  expect([whole.kept, partly.kept]).toEqual([
    [1, 2, 3, 4],
    [1, 3],
  ]);
  expect(told).toEqual([
    ['partly', 'RangeError'],
    ['partly', 'RangeError'],
  ]);
});

test('an item that fails in two projections is told once', async () => {
  const run = createFanOut([keeping('one', [3]).projection, keeping('other', [3]).projection]);
  expect(await run(items)).toEqual(['3']);
});

test('a projection that waits does not keep the others from going on', async () => {
  const gate = Promise.withResolvers<void>();
  const quick = keeping('quick');
  const slow: Projection = { name: 'slow', project: () => gate.promise };
  const running = createFanOut([slow, quick.projection])(items);
  await expect.poll(() => quick.kept).toEqual([1, 2, 3, 4]);
  gate.resolve();
  expect(await running).toEqual([]);
});
