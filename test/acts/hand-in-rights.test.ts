import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Filed } from '../../lib/domain/standard/item.ts';
import { aRegisteredCompany } from '../support/registered-company.ts';
import {
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeAll(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterAll(() => service.stop());

const inquiry = () =>
  ({
    enterprise: code,
    concerns: '00000000-0000-4000-8000-000000000002',
    reason: 'inspection',
    persons: [],
    materials: [],
  }) as Filed;
const handIn = (by = registrar('511623')) => service.submit(inquiry(), { item: 'open-inquiry', by });

test('a step by office is handed in by a registrar of the authority alone', async () => {
  await expect(handIn(applicant)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(handIn(registrar('500231'))).rejects.toMatchObject({ code: 'forbidden' });
  expect((await handIn()).state).toBe('returned');
});

test('and not by one who stands for the enterprise or has a part in it', async () => {
  const { heads } = await service.enterprisesFor.get(code);
  const [head] = heads;
  if (head === undefined) throw new Error('The company has a head');
  const himself = registrar('511623', { recusalKey: head.subject });
  await expect(handIn(himself)).rejects.toMatchObject({ code: 'concerns-officer' });
});
