import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Enterprise } from '../../../lib/domain/registration/enterprise.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aMaterial } from '../../support/a-filing.ts';
import { moment } from '../../support/credit-service.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { establish, LINSHUI } from './a-move.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const first = registrar('511623');
const second = registrar('511623', { id: 'registrar-511623-b' });
const day = (text: string) => moment(`${text}T02:00:00.000Z`);

/** A company whose licence was revoked on a leap day. */
async function aRevokedCompany(overrides: Partial<Enterprise> = {}): Promise<string> {
  const { code } = await establish(service, LINSHUI);
  const read = await service.enterprisesFor.get(code);
  const next: Enterprise = {
    ...read,
    status: 'licence-revoked',
    statusSince: plainDate('2028-02-29'),
    licence: 0,
    version: 2,
    ...overrides,
  };
  await service.writeAll(service.enterprises.replace(next, read));
  return code;
}

const announce = (enterprise: string, on: string, days = 60) =>
  service.submit(
    {
      enterprise,
      days,
      cancellationAskedFor: false,
      persons: [],
      materials: [aMaterial('case-file')],
    } as never,
    { item: 'announce-compulsory-cancellation', by: first, at: day(on) },
  );
const cancel = (enterprise: string, on: string) =>
  service.submit(
    {
      enterprise,
      cancellationAskedFor: false,
      objectionsReceived: false,
      persons: [],
      materials: [aMaterial('record-of-notice')],
    } as never,
    { item: 'cancel-compulsorily', by: first, at: day(on) },
  );
const decide = (id: string, on: string, by = second) =>
  service.decide(id, { outcome: 'register' }, { by, at: day(on) });

test('three years and a day after the revocation announced, sixty days and a day later cancelled', async () => {
  const code = await aRevokedCompany();
  expect(await announce(code, '2031-02-28')).toMatchObject({ state: 'returned' });
  const { id } = await announce(code, '2031-03-01');
  await expect(decide(id, '2031-03-01', first)).rejects.toMatchObject({ code: 'concerns-officer' });
  expect(await decide(id, '2031-03-03')).toMatchObject({ state: 'registered', registration: { version: 3 } });
  expect((await service.enterprisesFor.get(code)).notices).toEqual([
    {
      id,
      kind: 'compulsory-cancellation',
      publishedOn: '2031-03-03',
      endsOn: '2031-05-02',
      objections: 0,
    },
  ]);
  expect(await cancel(code, '2031-05-02')).toMatchObject({ state: 'returned' });
  const cancelling = await cancel(code, '2031-05-03');
  expect(await decide(cancelling.id, '2031-05-03')).toMatchObject({ state: 'registered' });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'cancelled',
    statusSince: '2031-05-03',
    licence: 0,
  });
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toMatchObject([
    { name: '邻水县禾岚科技有限公司', state: 'given-up', holder: code, since: '2031-05-03' },
  ]);
});

test('somebody objects while it is in review: it is not cancelled any more', async () => {
  const code = await aRevokedCompany();
  await decide((await announce(code, '2031-03-01')).id, '2031-03-01');
  const { id, state } = await cancel(code, '2031-05-03');
  expect(state).toBe('in-review');
  const read = await service.enterprisesFor.get(code);
  const notices = read.notices.map((notice) => ({ ...notice, objections: 1 }));
  await service.writeAll(service.enterprises.replace({ ...read, notices, version: 4 }, read));
  await expect(decide(id, '2031-05-04')).rejects.toMatchObject({
    code: 'outcome-not-admissible',
    values: { admissible: ['return'] },
  });
});

test('a company that stands is none to announce', async () => {
  const { code } = await establish(service, LINSHUI);
  const told = await announce(code, '2031-03-01');
  expect(told.findings.map(({ rule }) => rule)).toContain('enterprise.status');
  expect(told.state).toBe('returned');
});

test('two officers at once cancel it once', async () => {
  const code = await aRevokedCompany();
  await decide((await announce(code, '2031-03-01')).id, '2031-03-01');
  const { id } = await cancel(code, '2031-05-03');
  const third = registrar('511623', { id: 'registrar-511623-c' });
  const settled = await Promise.allSettled([second, third].map((by) => decide(id, '2031-05-03', by)));
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await service.enterprisesFor.get(code)).version).toBe(4);
});
