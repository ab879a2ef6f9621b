import { afterAll, expect, test } from 'vitest';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { about, file, officerOf, registered } from './lives.ts';

afterAll(endAll);

test('a company of before 2024-06-30 is taken over with its code, and shortens its terms by the rules of transition', async () => {
  const days = overTheDays();
  const service = await days.on(plainDate('2026-12-01'));
  const told = await registered(service, 'take-over-registration', {
    token: await officerOf(service, 'reg-500231'),
  });
  const code = told.registration?.code ?? '';
  expect(code).toBe('91500231MA5U000A5X');
  const enterprise = async () => (await service.ask(getEnterprise, { params: { code } })).body;
  expect(await enterprise()).toMatchObject({
    establishedOn: '2018-05-04',
    members: [{ payBy: '2038-05-04' }],
    registeredBy: 'reg-500231',
  });
  const until = (payBy: string) =>
    about(code, (facts) => ({ ...facts, schedule: [{ kind: 'person', person: 'head', payBy }] }));
  const long = await file(service, 'adjust-capital-schedule', { change: until('2032-07-01') });
  expect(long.findings.filter(({ effect }) => effect !== 'review').map(({ effect }) => effect)).toContain(
    'note',
  );
  await registered(service, 'adjust-capital-schedule', { change: until('2032-06-30') });
  expect(await enterprise()).toMatchObject({ members: [{ payBy: '2032-06-30' }] });
});
