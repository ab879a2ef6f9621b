import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReadRegister } from '../../../lib/acts/read-register.ts';
import { aBranchFiling } from '../../support/a-branch.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const item = 'establish-branch';
const ELSEWHERE = '91500112MA5U000B33';

const aParent = async (): Promise<string> =>
  (await service.submit(await service.proven(aCompanyFiling()))).registration?.code ?? '';

test('of a company on the other side, it is registered on the spot at its own place, and found from its parent', async () => {
  const parent = await aParent();
  const told = await service.submit(await service.proven(aBranchFiling(parent)), { item });
  expect(told).toMatchObject({
    state: 'registered',
    name: '邻水县禾岚科技有限公司垫江分公司',
    decidedBy: 'reg-500231',
    findings: [],
  });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^91500231MY/);
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({
    type: 'branch',
    typeName: '分公司',
    parent,
    heads: [{ name: '安若素' }],
    address: '重庆市垫江县桂溪街道工农路 8 号',
    members: [{ subject: `O:${parent}`, name: '邻水县禾岚科技有限公司', as: 'parent' }],
  });
  expect(enterprise.capitalFen).toBeUndefined();
  expect(enterprise.roles.map(({ role }) => role)).toEqual(['parent', 'person-in-charge', 'liaison']);
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toMatchObject({
    name: '邻水县禾岚科技有限公司垫江分公司',
    typeName: '分公司',
    head: { title: 'person-in-charge', names: ['安若素'] },
    place: { title: 'place-of-business', text: '重庆市垫江县桂溪街道工农路 8 号' },
    registeredByName: '垫江县市场监督管理局',
  });
  expect(content).not.toHaveProperty('capital');
  expect((await createReadRegister(service)(parent))?.relations).toEqual({ holdings: [], branches: [code] });
});

test('a second branch of another name stands beside it, one of the same name is returned', async () => {
  const parent = await aParent();
  const file = async (name: string) =>
    service.submit(await service.proven(aBranchFiling(parent, { name })), { item });
  expect((await file('邻水县禾岚科技有限公司垫江分公司')).state).toBe('registered');
  expect((await file('邻水县禾岚科技有限公司垫江第二分公司')).state).toBe('registered');
  const again = await file('邻水县禾岚科技有限公司垫江分公司');
  expect([again.state, ...again.findings.map(({ rule }) => rule)]).toEqual(['returned', 'names.taken']);
});

test('signed by somebody who does not stand for the parent, it is returned', async () => {
  const parent = await aParent();
  const { persons } = aBranchFiling(parent);
  const facts = aBranchFiling(parent, { signedBy: 'p4', persons: persons.slice(1) });
  const told = await service.submit(await service.proven(facts), { item });
  expect([told.state, ...told.findings.map(({ rule }) => rule)]).toEqual(['returned', 'applicant.signer']);
});

test('of a parent the register does not hold, an officer of its own place decides', async () => {
  const told = await service.submit(await service.proven(aBranchFiling(ELSEWHERE)), { item });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['parent.elsewhere']);
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('500231') });
  expect(decided.state).toBe('registered');
  expect(await service.enterprisesFor.get(decided.registration?.code ?? '')).toMatchObject({
    parent: ELSEWHERE,
    name: '邻水县禾岚科技有限公司垫江分公司',
  });
});
