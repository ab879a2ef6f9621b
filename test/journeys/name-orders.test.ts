import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { type AnyFacts, about, file, officerOf, registered, type Told } from './lives.ts';

afterAll(endAll);

const days = overTheDays();
let service: LocalService;
beforeAll(async () => {
  service = await days.on(plainDate('2026-12-01'));
});

const enterprise = async (code: string) => (await service.ask(getEnterprise, { params: { code } })).body;
const licence = async (code: string) => (await service.ask(getLicence, { params: { code } })).body;
const establish = async (tradeName: string) => {
  const change = (facts: AnyFacts) => ({ ...facts, name: { ...(facts.name as object), tradeName } });
  return (await registered(service, 'establish-company', { change })).registration?.code ?? '';
};
/** By one officer of the authority; `registered` has another decide. */
const byOffice = async (item: string, code: string, change = (facts: AnyFacts) => facts) =>
  registered(service, item, { token: await officerOf(service, 'reg-511623'), change: about(code, change) });
const orderOn = (name: string) => (facts: AnyFacts) => ({
  ...facts,
  name,
  decision: { documentNumber: '邻市监名裁〔2026〕3号', decidedOn: '2026-12-01' },
  receivedOn: '2026-12-01',
});
const renamed = (code: string, tradeName: string) =>
  about(code, (facts) => ({
    ...facts,
    persons: facts.persons.slice(0, 1),
    changes: { name: { ...(facts.changes as { name: object }).name, tradeName } },
  }));

describe('a company that has to stop using its name', { shuffle: false }, () => {
  let code = '';
  let order: Told;

  test('by two officers: the code takes the place of the name, in the register and on the licence', async () => {
    code = await establish('沉舟侧畔');
    const before = await licence(code);
    const change = about(code, orderOn('邻水县沉舟侧畔软件有限公司'));
    await expect(file(service, 'order-name-change', { change })).rejects.toThrow('forbidden');
    const token = await officerOf(service, 'reg-511623');
    const handedIn = await file(service, 'order-name-change', { token, change });
    const own = { token, params: { id: handedIn.id }, body: { action: 'register' as const } };
    expect(await service.refused(decideFiling, own)).toMatchObject({ body: { code: 'concerns-officer' } });
    order = await byOffice('order-name-change', code, orderOn('邻水县沉舟侧畔软件有限公司'));
    const shown = await enterprise(code);
    expect(shown).toMatchObject({
      code,
      name: code,
      status: 'registered',
      nameOrder: { ground: 'ruling', receivedOn: '2026-12-01', changeBy: '2026-12-31' },
    });
    expect(JSON.stringify(shown)).not.toContain('沉舟侧畔');
    expect(await licence(code)).toMatchObject({ current: true, content: { name: code, number: 2 } });
    const checked = await service.ask(verifyLicence, { body: { licence: before.licence } });
    expect(checked.body).toMatchObject({ valid: true, current: false });
  });

  test('is listed after the thirty days, and not on the last', async () => {
    const listing = (facts: AnyFacts) => ({ ...facts, order: order.id });
    service = await days.on(plainDate('2026-12-31'));
    const token = await officerOf(service, 'reg-511623');
    const early = await file(service, 'list-overdue-name-change', { token, change: about(code, listing) });
    expect(early).toMatchObject({ state: 'returned' });
    service = await days.on(plainDate('2027-01-01'));
    const told = await byOffice('list-overdue-name-change', code, listing);
    expect(told.registration?.records).toHaveLength(1);
    expect((await enterprise(code)).nameOrder).toMatchObject({ listedOn: '2027-01-01' });
  });

  test('takes another name, and never again the one it had to stop using', async () => {
    await registered(service, 'change-registration', { change: renamed(code, '病树前头') });
    const shown = await enterprise(code);
    expect(shown.name).toBe('邻水县病树前头软件有限公司');
    expect(shown).not.toHaveProperty('nameOrder');
    expect((await licence(code)).content).toMatchObject({ name: '邻水县病树前头软件有限公司', number: 3 });
    const again = await file(service, 'change-registration', { change: renamed(code, '沉舟侧畔') });
    expect(again.state).toBe('returned');
    expect(again.findings.map(({ rule }) => rule)).toContain('names.stopped');
  });
});

test('the ruling is annulled: the name is shown again', async () => {
  service = await days.on(plainDate('2027-01-01'));
  const code = await establish('千帆竞渡');
  const ordered = (facts: AnyFacts) => ({
    ...orderOn('邻水县千帆竞渡软件有限公司')(facts),
    decision: { documentNumber: '邻市监名裁〔2027〕1号', decidedOn: '2027-01-01' },
    receivedOn: '2027-01-01',
  });
  const order = await byOffice('order-name-change', code, ordered);
  expect((await enterprise(code)).name).toBe(code);
  await byOffice('withdraw-name-order', code, (facts) => ({
    ...facts,
    order: order.id,
    decision: { documentNumber: '广府复〔2027〕1号', decidedOn: '2027-01-01' },
  }));
  expect((await enterprise(code)).name).toBe('邻水县千帆竞渡软件有限公司');
  expect((await licence(code)).content).toMatchObject({ name: '邻水县千帆竞渡软件有限公司', number: 3 });
});

describe('another enterprise asks the authority about a name', { shuffle: false }, () => {
  const name = '邻水县轻舟已过软件有限公司';
  const ruling = { documentNumber: '邻市监名裁〔2027〕2号', decidedOn: '2027-01-01' };
  const ruled = (facts: AnyFacts) => ({
    ...orderOn(name)(facts),
    ground: { kind: 'ruling', acceptedOn: '2027-01-01' },
    decision: ruling,
    receivedOn: '2027-01-01',
  });
  let code = '';
  let dispute: Told;

  test('an officer of the authority that registered it accepts that, and nothing of the name changes', async () => {
    service = await days.on(plainDate('2027-01-01'));
    code = await establish('轻舟已过');
    const change = about(code, (facts) => ({ ...facts, name }));
    const asked = await file(service, 'apply-for-name-ruling', { change });
    expect(asked).toMatchObject({ state: 'in-review', decidedBy: 'reg-511623' });
    dispute = await registered(service, 'apply-for-name-ruling', { change });
    expect(await enterprise(code)).toMatchObject({ name, version: 2 });
  });

  test('it is not stopped before there is a ruling, and the code takes its place after', async () => {
    const token = await officerOf(service, 'reg-511623');
    const early = await file(service, 'order-name-change', { token, change: about(code, ruled) });
    expect(early.state).toBe('returned');
    expect(early.findings.map(({ rule }) => rule)).toContain('name-order.no-ruling');
    const end = (facts: AnyFacts) => ({ ...facts, dispute: dispute.id, ruling });
    await byOffice('close-name-dispute', code, end);
    const again = await file(service, 'close-name-dispute', { token, change: about(code, end) });
    expect(again.findings.map(({ rule }) => rule)).toContain('name-dispute.unknown');
    expect((await enterprise(code)).name).toBe(name);
    await byOffice('order-name-change', code, ruled);
    expect(await enterprise(code)).toMatchObject({ name: code, nameOrder: { ground: 'ruling' } });
  });
});
