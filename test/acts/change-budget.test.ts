import { afterAll, beforeAll, expect, test } from 'vitest';
import { listItems } from '../../catalog/items.ts';
import type { Filed } from '../../lib/domain/standard/item.ts';
import { aMaterial } from '../support/a-filing.ts';
import { countsUnits } from '../support/counts-units.ts';
import { aRegisteredCompany, aStep } from '../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { recordCalls, type SentCommand } from '../support/sdk-faults.ts';

let service: RegistrationService;
let recorded: ReturnType<typeof recordCalls>;
let code: string;

beforeAll(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
  // Items are loaded when first asked for; what is counted is what a warm instance does.
  await listItems();
  recorded = recordCalls(service.client);
});
afterAll(() => service.stop());

const stepsOf = (calls: readonly SentCommand[]) =>
  [...Map.groupBy(calls, ({ begunAfter }) => begunAfter).values()].map((step) =>
    step.map(({ name }) => name).toSorted(),
  );

const file = async (item: string, facts: Filed) => {
  const proven = await service.proven(facts as never);
  recorded.reset();
  return service.submit(proven, { item, key: `${item}-1` });
};

test.runIf(countsUnits)('a change of name and scope: three steps, as any submission', async () => {
  const facts = {
    ...aStep(code, ['application-form', 'change-decision', 'amended-articles']),
    decidedOn: '2026-11-20',
    changes: {
      name: {
        division: '邻水县',
        tradeName: '青岚',
        industry: { word: '科技', class: 'M75' },
        form: '有限公司',
      },
    },
  };
  const told = await file('change-registration', facts);
  expect(told.state).toBe('registered');
  expect(stepsOf(recorded.calls)).toEqual([
    ['GetItem', 'GetItem', 'Query'],
    ['GetItem', 'GetItem', 'PutItem', 'Query'],
    ['TransactWriteItems'],
  ]);
  // 2 claim the new licence's place in the list of statuses, 2 say that the old one is replaced, and 3 leave the former
  // name in the index of names.
  expect({
    reads: recorded.units('GetItem', 'Query'),
    written: recorded.units('TransactWriteItems'),
  }).toEqual({ reads: 6, written: 59 });
});

test('returned for somebody who does not stand for it: nobody is looked up', async () => {
  const told = await file('file-records', {
    ...aStep(code, ['application-form'], ['p3']),
    decidedOn: '2026-11-20',
    records: { liaison: 'p3' },
  } as never);
  expect(told.state).toBe('returned');
  expect(stepsOf(recorded.calls)).toEqual([
    ['GetItem', 'GetItem', 'Query'],
    ['GetItem'],
    ['TransactWriteItems'],
  ]);
});

test('an announcement: three steps', async () => {
  const told = await file('publish-notice', {
    ...aStep(code, []),
    materials: [aMaterial('application-form')],
    notice: { kind: 'licence-lost', copies: 'both' },
  } as never);
  expect(told.state).toBe('registered');
  expect(stepsOf(recorded.calls).length).toBeLessThanOrEqual(3);
});
