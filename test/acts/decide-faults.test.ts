import { afterEach, expect, test } from 'vitest';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { type Fault, injectFaults, recordCalls } from '../support/sdk-faults.ts';

const services: RegistrationService[] = [];
/** A service with a filing in review, for each case: a client that met many faults no longer retries. */
async function start() {
  const service = await startRegistrationService();
  services.push(service);
  const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
  return { service, id };
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

/** What a decision asks of the store: the filing and the key; names; standings and their log; a code; the write. */
const CALLS = ['GetItem', 'GetItem', 'GetItem', 'PutItem', 'BatchGetItem', 'TransactWriteItems'];
const BEFORE = { 'FILING/EVENT': 1, 'FILING/FILING': 1, 'NAME/CLAIMS': 1 };
const WHOLE = {
  'CODE/CLAIM': 1,
  'ENTERPRISE/ENTERPRISE': 1,
  'ENTERPRISE/LICENCE': 1,
  'FILING/EVENT': 2,
  'FILING/FILING': 1,
  'NAME/CLAIMS': 1,
  'OFFICER/UNNAMED': 1,
  'REQUEST/REQUEST': 1,
  'STATUS/PLACE': 1,
  'SUBJECT/ROLE': 8,
};
const faults = ['error', 'throttle', 'timeout', 'lost-answer'] as const satisfies readonly Fault[];
const register = { outcome: 'register' } as const;

test('these are all the calls there are, the reads consistent', async () => {
  const { service, id } = await start();
  const recorded = recordCalls(service.client);
  const before = service.signatures();
  await service.decide(id, register, { key: 'key-1' });
  expect(recorded.calls.map(({ name }) => name).toSorted()).toEqual(CALLS.toSorted());
  const gets = recorded.calls.filter(({ name }) => name === 'GetItem');
  expect(gets.map(({ input }) => input.ConsistentRead)).toEqual([true, true, true]);
  expect(service.signatures() - before).toBe(2);
});

async function decideWith(fault: Fault, failing: number) {
  const { service, id } = await start();
  const injected = await injectFaults(service.client, (_, number) =>
    number === failing ? fault : undefined,
  );
  const outcome = await service
    .decide(id, register, { key: 'key-1' })
    .catch((error: { code?: string }) => error.code ?? 'fault');
  await injected.stop();
  const between = kindsOf(await service.kept());
  const again = await service.decide(id, register, { key: 'key-1' });
  return {
    call: `${CALLS[failing]} ${failing}`,
    outcome,
    between,
    again,
    after: kindsOf(await service.kept()),
  };
}

test.each(faults)(
  'whichever call meets the fault "%s", nothing is half written, and the same key succeeds',
  async (fault) => {
    const tries = await Promise.all(CALLS.map((_, failing) => decideWith(fault, failing)));
    for (const { call, outcome, between, again, after } of tries) {
      expect([call, again.state, after]).toEqual([call, 'registered', WHOLE]);
      if (typeof outcome === 'string') {
        expect([call, ['too-busy', 'lookup-not-logged', 'fault']]).toEqual([
          call,
          expect.arrayContaining([outcome]),
        ]);
        // The write may have arrived though its answer never did.
        expect([call, [BEFORE, WHOLE]]).toEqual([call, expect.arrayContaining([between])]);
      } else {
        expect([call, between, again]).toEqual([call, WHOLE, { ...outcome, replayed: true }]);
      }
    }
  },
);
