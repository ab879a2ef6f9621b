import { expect, test } from 'vitest';
import { isSameTally, moved } from '../../../lib/domain/fairness/tally.ts';

test('one contribution takes the place of another; what falls to none is not named', () => {
  expect(moved({ filed: 2, open: 2 }, { filed: 1, open: 1 }, { filed: 1, refused: 1 })).toEqual({
    filed: 2,
    open: 1,
    refused: 1,
  });
  expect(moved({ filed: 1, open: 1 }, { filed: 1, open: 1 }, {})).toEqual({});
});

test('what was never put in cannot be taken out', () => {
  expect(() => moved({ filed: 1 }, { filed: 2 }, {})).toThrow('A tally of filed would be -1');
  expect(() => moved({}, { open: 1 }, { filed: 1 })).toThrow('A tally of open would be -1');
});

test('none and not named are the same', () => {
  expect(isSameTally({ filed: 1 }, { filed: 1, open: 0 })).toBe(true);
  expect(isSameTally({ filed: 1 }, { filed: 2 })).toBe(false);
  expect(isSameTally({}, { open: 1 })).toBe(false);
});
