import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBranchFiling } from '../support/a-branch.ts';
import { moment } from '../support/credit-service.ts';
import { aRegisteredCompany } from '../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { aSimpleCancellation, aSimpleNotice } from '../support/simple-cancellation.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

test('who read the parent before it had the branch cannot write it any more', async () => {
  const read = await service.enterprises.find(code);
  if (read === undefined) throw new Error('Not registered');
  const branch = await service.submit(await service.proven(aBranchFiling(code)), {
    item: 'establish-branch',
  });
  expect(branch.state).toBe('registered');
  const late = service.writeAll(
    service.enterprises.replace({ ...read, status: 'cancelled', version: read.version + 1 }, read),
  );
  await expect(late).rejects.toMatchObject({ conditions: ['enterprise-unchanged'] });
  expect(await service.enterprises.find(code)).toEqual({ ...read, version: 2 });
});

test.each([1, 2, 3])('a branch and the end of its parent at one moment: one of both (%d)', async () => {
  await service.submit(await service.proven(aSimpleNotice(code)), { item: 'publish-notice' });
  const at = moment('2026-12-14T02:00:00.000Z');
  await service.allComplete('2026-12-14T01:00:00.000Z', at);
  const [ends, branch] = await Promise.all([
    service.proven(aSimpleCancellation(code), at),
    service.proven(aBranchFiling(code), at),
  ]);
  const told = await Promise.all([
    service.submit(ends, { item: 'cancel-simple', at }, service.newInstance()),
    service.submit(branch, { item: 'establish-branch', at }, service.newInstance()),
  ]);
  expect(told.map(({ state }) => state).toSorted()).toEqual(['registered', 'returned']);
});

test('two branches of one parent at one moment are both registered', async () => {
  const branches = await Promise.all(
    ['垫江分公司', '垫江第二分公司'].map((ending) =>
      service.proven(aBranchFiling(code, { name: `邻水县禾岚科技有限公司${ending}` })),
    ),
  );
  const told = await Promise.all(
    branches.map((facts) => service.submit(facts, { item: 'establish-branch' })),
  );
  expect(told.map(({ state }) => state)).toEqual(['registered', 'registered']);
});
