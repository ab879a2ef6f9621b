import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

class Died extends Error {}

/** Everything is written, and then the process is gone before it can say so. */
const dying = () =>
  service.newInstance(undefined, {
    writeAll: async (writes) => {
      await service.writeAll(writes);
      throw new Died();
    },
  });

/** Whoever asks again under the same key meets another instance. */
async function againAfter<T extends { readonly replayed: boolean }>(
  ask: (instance: ReturnType<typeof dying>) => Promise<T>,
): Promise<T> {
  await expect(ask(dying())).rejects.toThrow(Died);
  const between = await service.kept();
  const told = await ask(service.newInstance());
  expect(told.replayed).toBe(true);
  expect(await service.kept()).toEqual(between);
  return told;
}

const inReview = async () => (await service.submit(await service.proven(aDoubtfulFiling()))).id;
const key = 'key-1';

test('a submission: one registration, one licence, one code', async () => {
  const facts = await service.proven(aCompanyFiling());
  const told = await againAfter((instance) => service.submit(facts, { key }, instance));
  expect(told.state).toBe('registered');
  expect(kindsOf(await service.kept())).toEqual({
    'CODE/CLAIM': 1,
    'ENTERPRISE/ENTERPRISE': 1,
    'ENTERPRISE/LICENCE': 1,
    'STATUS/PLACE': 1,
    'FILING/EVENT': 1,
    'FILING/FILING': 1,
    'NAME/CLAIMS': 1,
    'REQUEST/REQUEST': 1,
    'SUBJECT/ROLE': 8,
  });
});

test('a decision: one registration, one licence, one code', async () => {
  const id = await inReview();
  const told = await againAfter((instance) => service.decide(id, { outcome: 'register' }, { key }, instance));
  expect(told).toMatchObject({ state: 'registered', version: 2 });
  expect(kindsOf(await service.kept())).toMatchObject({
    'CODE/CLAIM': 1,
    'ENTERPRISE/LICENCE': 1,
    'FILING/EVENT': 2,
  });
});

test('a withdrawal, a claim and an extension: once each', async () => {
  const id = await inReview();
  expect(await againAfter((instance) => service.claim(id, { key: 'a' }, instance))).toMatchObject({
    version: 2,
  });
  const propose = { step: 'propose', reason: '情形复杂' } as const;
  expect(await againAfter((instance) => service.extend(id, propose, { key: 'b' }, instance))).toMatchObject({
    version: 3,
  });
  expect(await againAfter((instance) => service.withdraw(id, { key: 'c' }, instance))).toMatchObject({
    version: 4,
    state: 'withdrawn',
  });
});

test('a correction: the filing before it names the one that stands', async () => {
  const old = await service.submit(aCompanyFiling());
  const facts = await service.proven(aCompanyFiling());
  const told = await againAfter((instance) => service.submit(facts, { key, corrects: old.id }, instance));
  expect((await service.filings.find(old.id))?.correctedBy).toBe(told.id);
});
