import { expect, test } from 'vitest';
import { stepHandler } from '../../lib/edge/step.ts';
import { logOf } from './an-event.ts';

test('a step that fails is told with its import, part and invocation, without a word of what it met, and is tried again', async () => {
  const handler = stepHandler('import-steps/chunk', async () => {
    throw new RangeError('11010519491231002X');
  });
  const log = await logOf(async () => {
    const asked = { import: 'f0', chunk: 7, round: 2 };
    await expect(handler(asked, { awsRequestId: 'invocation-1' })).rejects.toThrow(RangeError);
  });
  const told = JSON.parse(log.trim()) as Record<string, unknown>;
  expect(told).toMatchObject({ message: 'fault', step: 'import-steps/chunk', name: 'RangeError' });
  expect(told).toMatchObject({ import: 'f0', chunk: '7', round: '2', requestId: 'invocation-1' });
  expect(log).not.toContain('11010519491231002X');
});
