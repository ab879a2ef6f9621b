import { afterAll, beforeAll, expect, test } from 'vitest';
import { listItems } from '../../catalog/items.ts';
import type { Filed } from '../../lib/domain/standard/item.ts';
import { exampleOf } from '../support/item-files.ts';
import { aRegisteredCompany } from '../support/registered-company.ts';
import {
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';
import { recordCalls } from '../support/sdk-faults.ts';

const items = await listItems();

let service: RegistrationService;
let recorded: ReturnType<typeof recordCalls>;
let code: string;
beforeAll(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
  recorded = recordCalls(service.client);
});
afterAll(() => service.stop());

test.each(items.map(({ id, kind }) => [id, kind] as const))(
  '%s (%s): at most three steps',
  async (id, kind) => {
    const { facts } = exampleOf<Filed & { enterprise?: string }>(id);
    const filed = { ...facts, ...(facts.enterprise !== undefined && { enterprise: code }) };
    const proven = (await service.proven(filed as never)) as Filed;
    const by = id === 'take-over-registration' ? registrar('500231') : registrar('511623');
    recorded.reset();
    const told = await service.submit(proven, {
      item: id,
      key: id,
      by: kind === 'ex-officio' ? by : applicant,
    });
    expect(['registered', 'returned', 'in-review']).toContain(told.state);
    const steps = new Set(recorded.calls.map(({ begunAfter }) => begunAfter));
    expect(steps.size).toBeLessThanOrEqual(3);
  },
);
