import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMaterial } from '../../support/a-filing.ts';
import { anIndividualBusiness, aSpouse } from '../../support/an-individual-business.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const [first] = anIndividualBusiness().persons;
if (first === undefined) throw new Error('The builder names the operator');
const second = { ...aSpouse(), residence: '四川省广安市邻水县鼎屏镇人民路 14 号' };

const establish = async (facts = anIndividualBusiness()) => {
  const told = await service.submit(await service.proven(facts), { item: 'establish-individual-business' });
  return told.registration?.code ?? '';
};
const change = async (enterprise: string, more: object = {}) =>
  service.submit(
    await service.proven({
      enterprise,
      signedBy: 'p2',
      decidedOn: '2026-11-20',
      formerOperator: 'p1',
      newOperator: 'p2',
      taxesSettled: true,
      debtsArranged: true,
      persons: [first, second],
      materials: [aMaterial('application-form')],
      ...more,
    } as never),
    { item: 'change-operator' },
  );

test('on the spot: another operator, the same name, code and place, and a licence of the new one', async () => {
  const code = await establish();
  const old = await service.enterprisesFor.licence(code);
  const before = await service.enterprisesFor.get(code);
  const told = await change(code);
  expect(told).toMatchObject({
    state: 'registered',
    findings: [{ rule: 'operator.permits', effect: 'note' }],
    registration: { code, version: 2, licence: `/v1/enterprises/${code}/licence` },
  });
  const after = await service.enterprisesFor.get(code);
  expect(after).toMatchObject({
    code,
    name: '邻水县禾岚餐饮店',
    address: before.address,
    establishedOn: '2026-11-23',
    heads: [{ name: '周启明' }],
    members: [],
  });
  expect(after.roles.filter(({ role }) => role === 'operator')).toEqual([
    { subject: after.heads[0]?.subject, role: 'operator' },
  ]);
  const { content, current } = await service.enterprisesFor.licence(code);
  expect(content).toMatchObject({ number: 2, head: { title: 'operator', names: ['周启明'] } });
  expect(current).toBe(true);
  expect(await service.enterprisesFor.verify(old.token)).toMatchObject({ valid: true, current: false });
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toMatchObject([
    { state: 'registered', holder: code, since: '2026-11-23' },
  ]);
});

test('within a family: the new operator leaves the family members, and the former may join them', async () => {
  const code = await establish(
    anIndividualBusiness({ composition: 'family', familyMembers: ['p2'], persons: [first, aSpouse()] }),
  );
  expect(await change(code, { formerTakesPart: true })).toMatchObject({ state: 'registered' });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    typeName: '家庭经营',
    heads: [{ name: '周启明' }],
    members: [{ name: '林晓岚', as: 'family-member' }],
  });
});

test('with taxes due it is returned; nothing changes', async () => {
  const code = await establish();
  const told = await change(code, { taxesSettled: false });
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['operator.taxes-settled', 'operator.permits']);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1, heads: [{ name: '林晓岚' }] });
});

test('out of the family it is judged, and registered by an officer', async () => {
  const other = {
    ...second,
    ref: 'p3',
    name: '沈远山',
    document: { kind: 'citizen-id' as const, number: '511623198803150008' },
  };
  const code = await establish(
    anIndividualBusiness({ composition: 'family', familyMembers: ['p2'], persons: [first, aSpouse()] }),
  );
  const { id, state } = await change(code, { signedBy: 'p3', newOperator: 'p3', persons: [first, other] });
  expect(state).toBe('in-review');
  expect(await service.decide(id, { outcome: 'register' })).toMatchObject({
    state: 'registered',
    registration: { code, version: 2 },
  });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ heads: [{ name: '沈远山' }], licence: 2 });
});
