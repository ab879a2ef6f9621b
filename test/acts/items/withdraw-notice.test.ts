import { afterEach, beforeEach, expect, test } from 'vitest';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';
import { aSimpleNotice } from '../../support/simple-cancellation.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

const publish = async () =>
  service.submit(await service.proven(aSimpleNotice(code)), { item: 'publish-notice' });
const withdraw = async (by = 'p1') =>
  service.submit(await service.proven({ ...aStep(code, [], [by]), notice: 'simple-cancellation' }), {
    item: 'withdraw-notice',
  });

test('a notice is taken back, and may be made anew', async () => {
  await publish();
  expect(await publish()).toMatchObject({ state: 'returned' });
  expect(await withdraw()).toMatchObject({ state: 'registered' });
  expect(await publish()).toMatchObject({ state: 'registered' });
  expect((await service.enterprisesFor.get(code)).notices).toMatchObject([
    { publishedOn: '2026-11-23', withdrawnOn: '2026-11-23' },
    { publishedOn: '2026-11-23', endsOn: '2026-12-13' },
  ]);
});

test('there has to be one, and somebody who stands for the enterprise', async () => {
  expect((await withdraw()).findings.map(({ rule }) => rule)).toEqual(['withdrawal.no-notice']);
  await publish();
  expect((await withdraw('p2')).findings.map(({ rule }) => rule)).toEqual(['applicant.signer']);
});

test('with the notice of a liquidation group its head may sign no more', async () => {
  const group = {
    ...aStep(code, [], ['p1', 'p2']),
    notice: {
      kind: 'liquidation-group',
      cause: 'resolution',
      causeOn: '2026-11-20',
      formedOn: '2026-11-20',
      head: 'p2',
      members: ['p1', 'p2'],
    },
  };
  await service.submit(await service.proven(group), { item: 'publish-notice' });
  const facts = await service.proven({ ...aStep(code, [], ['p2']), notice: 'liquidation-group' });
  expect(await service.submit(facts, { item: 'withdraw-notice' })).toMatchObject({ state: 'registered' });
  const { roles } = await service.enterprisesFor.get(code);
  expect(roles.filter(({ role }) => role.startsWith('liquidation'))).toEqual([]);
});
