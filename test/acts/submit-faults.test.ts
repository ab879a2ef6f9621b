import { afterEach, describe, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { type Fault, injectFaults, recordCalls } from '../support/sdk-faults.ts';

const services: RegistrationService[] = [];
/** A service for each case: a client that met many faults no longer retries. */
async function start(): Promise<RegistrationService> {
  const service = await startRegistrationService();
  services.push(service);
  return service;
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

const WHOLE = {
  'CODE/CLAIM': 1,
  'ENTERPRISE/ENTERPRISE': 1,
  'ENTERPRISE/LICENCE': 1,
  'FILING/EVENT': 1,
  'FILING/FILING': 1,
  'NAME/CLAIMS': 1,
  'REQUEST/REQUEST': 1,
  'STATUS/PLACE': 1,
  'SUBJECT/ROLE': 8,
};
const REVIEWED = { 'FILING/EVENT': 1, 'FILING/FILING': 1, 'NAME/CLAIMS': 1, 'REQUEST/REQUEST': 1 };

/** What the first submission of an instance asks of the store. */
const CALLS = ['GetItem', 'GetItem', 'PutItem', 'Query', 'BatchGetItem', 'TransactWriteItems'];
const faults = ['error', 'throttle', 'timeout', 'lost-answer'] as const satisfies readonly Fault[];

test('these are all the calls there are', async () => {
  const service = await start();
  const facts = await service.proven(aCompanyFiling());
  const recorded = recordCalls(service.client);
  await service.submit(facts, { key: 'key-1' });
  expect(recorded.calls.map(({ name }) => name)).toEqual(CALLS);
});

async function submitWith(fault: Fault, failing: number) {
  const service = await start();
  const facts = await service.proven(aCompanyFiling());
  const injected = await injectFaults(service.client, (_, number) =>
    number === failing ? fault : undefined,
  );
  const outcome = await service
    .submit(facts, { key: 'key-1' })
    .catch((error: { code?: string }) => error.code ?? 'fault');
  await injected.stop();
  const between = kindsOf(await service.kept());
  const again = await service.submit(facts, { key: 'key-1' }, service.newInstance());
  return {
    failing: `${CALLS[failing]} ${failing}`,
    outcome,
    between,
    again,
    after: kindsOf(await service.kept()),
  };
}

describe.each(faults)('whichever call meets the fault "%s"', (fault) => {
  test('nothing is half written, and the same key then succeeds', async () => {
    const tries = await Promise.all(CALLS.map((_, failing) => submitWith(fault, failing)));
    for (const { failing, outcome, between, again, after } of tries)
      if (typeof outcome === 'string') {
        expect([failing, ['too-busy', 'lookup-not-logged', 'fault']]).toEqual([
          failing,
          expect.arrayContaining([outcome]),
        ]);
        // The write may have arrived though its answer never did.
        expect([failing, [{}, WHOLE]]).toEqual([failing, expect.arrayContaining([between])]);
        expect([failing, again.state, after]).toEqual([failing, 'registered', WHOLE]);
      } else {
        const whole = outcome.state === 'registered' ? WHOLE : REVIEWED;
        expect([failing, between, after]).toEqual([failing, whole, whole]);
        expect(outcome.findings.every(({ rule }) => rule === 'credit.unknown')).toBe(true);
        expect([failing, again]).toEqual([failing, { ...outcome, replayed: true }]);
      }
  });
});

test('a look-up that cannot be logged lets nothing be decided on it', async () => {
  const service = await start();
  const facts = await service.proven(aDoubtfulFiling());
  await injectFaults(service.client, ({ name }) => (name === 'PutItem' ? 'error' : undefined));
  await expect(service.submit(facts)).rejects.toMatchObject({ code: 'lookup-not-logged' });
  expect(await service.kept()).toEqual([]);
});

test('standings that cannot be read send a clear filing to review', async () => {
  const service = await start();
  const facts = await service.proven(aCompanyFiling());
  await injectFaults(service.client, ({ name }) => (name === 'BatchGetItem' ? 'error' : undefined));
  expect(await service.submit(facts)).toMatchObject({ state: 'in-review', admissible: ['register'] });
});
