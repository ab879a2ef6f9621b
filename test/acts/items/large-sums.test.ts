import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Filed } from '../../../lib/domain/standard/item.ts';
import { exampleOf } from '../../support/item-files.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

let service: RegistrationService;
beforeAll(async () => {
  service = await startRegistrationService();
});
afterAll(() => service.stop());

test.each([
  [9_007_199_254_741, 1_000, 9_007_199_254_741_000],
  [1_000_000_000_000_000, 1_000_000_000_000, 1e27],
])(
  'shares worth more than a number can be exact to are returned, not a fault: %d at %d',
  async (issued, parFen, otherFen) => {
    const { facts } = exampleOf<Filed>('establish-joint-stock-company');
    const given = { ...facts, shares: { kind: 'par-value', parFen, issued } } as Filed;
    const told = await service.submit(given, { item: 'establish-joint-stock-company' });
    expect(told.state).toBe('returned');
    const sum = told.findings.find(({ rule }) => rule === 'capital.par-value')?.values;
    expect(sum).toMatchObject({ otherFen });
    expect(await service.filings.find(told.id)).toMatchObject({ id: told.id, state: 'returned' });
  },
);
