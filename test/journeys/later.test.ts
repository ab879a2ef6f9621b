import { afterAll, expect, test } from 'vitest';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll } from '../support/local-service.ts';
import { aFiling } from './a-filing.ts';
import { overTheDays } from './later.ts';

afterAll(endAll);

test('what was registered on one day stands on a later one, and each day is its own', async () => {
  const days = overTheDays();
  const first = await days.on(plainDate('2027-03-01'));
  const told = (await first.ask(submitFiling, { as: 'applicant', body: await aFiling(first) })).body;
  expect(told).toMatchObject({ state: 'registered', submittedOn: '2027-03-01' });
  const later = await days.on(plainDate('2028-02-29'));
  const params = { code: told.registration?.code ?? '' };
  expect((await later.ask(getEnterprise, { params })).body).toMatchObject({ establishedOn: '2027-03-01' });
  const next = (await later.ask(submitFiling, { as: 'applicant', body: await aFiling(later) })).body;
  expect(next.submittedOn).toBe('2028-02-29');
});
