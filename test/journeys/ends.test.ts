import { afterAll, expect, test } from 'vitest';
import { listChanges } from '../../lib/contract/changes.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll } from '../support/local-service.ts';
import { freshPerson } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';
import { overTheDays } from './later.ts';

afterAll(endAll);
const days = overTheDays({ schedules: 'on' });

test('a record is looked up to its last day; that its disclosure ended is told on the next', async () => {
  const person = freshPerson();
  const verdictOf = async (service: Awaited<ReturnType<typeof days.on>>) =>
    (await lookUpOf(service, [person])).results[0]?.verdict;
  const first = await days.on(plainDate('2027-03-01'));
  const body = recordOf(person, { decidedOn: '2027-02-01', validTo: '2027-03-03' });
  const { id } = (await first.ask(publishRecord, { as: 'publisher-cq', body })).body;
  expect(await verdictOf(first)).toBe('hit');

  const third = await days.on(plainDate('2027-03-03'));
  expect(await verdictOf(third)).not.toBe('hit');
  const told = async () => {
    const query = { side: 'CQ', types: 'DisclosureEnded' };
    const { changes } = (await third.ask(listChanges, { as: 'subscriber', query })).body;
    return changes.map(({ event }) => [event.subject, event.time, event.data]);
  };
  await expect
    .poll(told, { timeout: 60_000 })
    .toContainEqual([
      `credit/records/${id}`,
      '2027-03-02T16:00:00.000Z',
      expect.objectContaining({ class: 'dishonest-debtor', endedOn: '2027-03-03' }),
    ]);
}, 60_000);
