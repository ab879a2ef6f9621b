import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { type AnyFacts, about, file, registered, type Told } from './lives.ts';

afterAll(endAll);

const days = overTheDays();
let service: LocalService;
beforeAll(async () => {
  service = await days.on(plainDate('2026-12-01'));
});

const enterprise = async (code: string) => (await service.ask(getEnterprise, { params: { code } })).body;
const licenceOf = async (code: string) => (await service.ask(getLicence, { params: { code } })).body;
const codeOf = ({ registration }: Told): string => registration?.code ?? '';
const named = (tradeName: string) => (facts: AnyFacts) => ({
  ...facts,
  name: { ...(facts.name as object), tradeName },
});

describe('a limited company becomes one by shares (公司法 第十二条)', { shuffle: false }, () => {
  let code = '';
  const become = (change = (facts: AnyFacts) => facts) =>
    about(code, (facts) => change(named('松间照月')(facts)));

  test('not for more than its net assets', async () => {
    code = codeOf(await registered(service, 'establish-company', { change: named('松间照月') }));
    const told = await file(service, 'change-company-type', {
      change: become((facts) => ({
        ...facts,
        netAssets: { ...(facts.netAssets as object), totalFen: 99_999_999 },
      })),
    });
    expect(told).toMatchObject({ state: 'returned', findings: [{ rule: 'net-assets.exceeded' }] });
  });

  test('by the authority of companies by shares: its code and day stay, its licence is another', async () => {
    const { licence } = await licenceOf(code);
    const told = await registered(service, 'change-company-type', { change: become() });
    expect(told).toMatchObject({ decidedBy: 'reg-511600', registration: { code, version: 2 } });
    expect(await enterprise(code)).toMatchObject({
      code,
      type: 'joint-stock-company',
      typeName: '股份有限公司',
      name: '邻水县松间照月软件股份有限公司',
      establishedOn: '2026-12-01',
      registeredBy: 'reg-511600',
      members: [{ name: '林望舒', as: 'promoter' }],
    });
    expect((await licenceOf(code)).content).toMatchObject({ number: 2, typeName: '股份有限公司' });
    expect((await service.ask(verifyLicence, { body: { licence } })).body).toMatchObject({ current: false });
  });

  test('and is of that type already when it is filed again', async () => {
    const told = await file(service, 'change-company-type', { change: become() });
    expect(told.findings.map(({ rule }) => rule)).toContain('type.same');
  });
});

test('a joint operation is restructured into a company by its own authority, under its old code', async () => {
  const code = codeOf(await registered(service, 'establish-non-company-legal-person'));
  const told = await registered(service, 'restructure-into-company', { change: about(code) });
  expect(told).toMatchObject({ decidedBy: 'reg-511623', registration: { code, version: 2 } });
  expect(await enterprise(code)).toMatchObject({
    type: 'limited-company',
    typeName: '有限责任公司',
    capital: { title: 'registered-capital', fen: 80_000_000 },
    members: [{ as: 'shareholder' }, { as: 'shareholder' }],
  });
  expect((await licenceOf(code)).content).toMatchObject({ number: 2, establishedOn: '2026-12-01' });
});

describe.each([
  ['company', '有限责任公司', '听泉一号'],
  ['sole-proprietorship', '个人独资企业', '听泉二号'],
  ['partnership', '普通合伙企业', '听泉三号'],
])('an individual business turns into a %s', (into, typeName, tradeName) => {
  test('in one step: it ends, the enterprise begins under a code of its own, and the register tells both', async () => {
    const old = codeOf(
      await registered(service, 'establish-individual-business', { change: named(tradeName) }),
    );
    const told = await registered(service, `convert-individual-business-into-${into}`, {
      change: about(old, named(tradeName)),
    });
    const code = codeOf(told);
    expect([old.slice(0, 2), code.slice(0, 2)]).toEqual(['92', '91']);
    expect(told).toMatchObject({ enterprise: old, registration: { code, version: 1 } });
    expect(await enterprise(old)).toMatchObject({
      status: 'cancelled',
      statusSince: '2026-12-01',
      succeededBy: code,
    });
    expect(await enterprise(code)).toMatchObject({ status: 'registered', typeName, succeeds: old });
    expect((await licenceOf(old)).current).toBe(false);
    expect((await licenceOf(code)).current).toBe(true);
    const again = await file(service, `convert-individual-business-into-${into}`, { change: about(old) });
    expect(again.findings.map(({ rule }) => rule)).toContain('enterprise.status');
  });
});
