import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { moment, NOW } from '../../support/credit-service.ts';
import { aRegisteredCompany, aStep, besideIt } from '../../support/registered-company.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

const MATERIALS = ['application-form', 'dissolution-document', 'liquidation-report', 'tax-clearance'];
const LATER = moment('2027-01-11T02:00:00.000Z');

const cancellation = (overrides: object = {}, by = 'p1', of = code) => ({
  ...aStep(of, MATERIALS, [by]),
  signsAs: 'head',
  cause: 'resolution',
  liquidation: {
    kind: 'own',
    formedOn: '2026-11-23',
    notifiedOn: '2026-11-25',
    announced: { in: 'system' },
    endedOn: '2027-01-08',
  },
  needsApproval: false,
  licence: 'returned',
  ...overrides,
});
const cancel = async (facts: ReturnType<typeof aStep>) =>
  service.submit(await service.proven(facts, LATER), { item: 'cancel-enterprise', at: LATER });

/** The group is published, with p2 as its head, and the creditors are told. */
const windUp = async () => {
  const notices = [
    {
      kind: 'liquidation-group',
      cause: 'resolution',
      causeOn: '2026-11-23',
      formedOn: '2026-11-23',
      head: 'p2',
      members: ['p1', 'p2'],
    },
    { kind: 'creditors', formedOn: '2026-11-23' },
  ];
  for (const notice of notices) {
    const refs = notice.kind === 'creditors' ? ['p1'] : ['p1', 'p2'];
    const told = await service.submit(await service.proven({ ...aStep(code, [], refs), notice }), {
      item: 'publish-notice',
    });
    expect(told.state).toBe('registered');
  }
};

test('liquidated and told of, it is cancelled by the head of its group', async () => {
  await windUp();
  expect(await cancel(cancellation({ signsAs: 'liquidation-head' }, 'p2'))).toMatchObject({
    state: 'registered',
    findings: [],
  });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'cancelled',
    statusSince: '2027-01-11',
  });
  expect((await service.enterprisesFor.licence(code)).current).toBe(false);
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toMatchObject([
    { state: 'given-up', holder: code, since: '2027-01-11' },
  ]);
});

test('everything that lacks is told at once, and nothing of it changed', async () => {
  const told = await cancel({ ...cancellation(), materials: [] });
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map(({ rule }) => rule)).toEqual([
    'liquidation.group-unpublished',
    'liquidation.creditors-unpublished',
    'materials.application-form',
    'materials.dissolution-document',
    'materials.liquidation-report',
    'materials.tax-clearance',
  ]);
  expect((await service.enterprisesFor.get(code)).status).toBe('registered');
});

test('before it ends, its branches do', async () => {
  await windUp();
  const role = { subject: organisationKey(code), role: 'parent' };
  const branch = await besideIt(service, code, {
    code: '91511623MY0000117T',
    type: 'branch',
    typeName: '有限责任公司分公司',
    parent: code,
    roles: [role],
  });
  await service.writeAll([service.roles.begin(role, branch.code, plainDate('2026-11-23'))]);
  const told = await cancel(cancellation());
  expect(told.findings).toMatchObject([
    { rule: 'cancellation.branches', values: { codes: ['91511623MY0000117T'] } },
  ]);
  const none = { kind: 'none', decidedOn: '2026-12-24' };
  expect(await cancel(cancellation({ liquidation: none }, 'p1', branch.code))).toMatchObject({
    state: 'registered',
  });
  expect(await cancel(cancellation())).toMatchObject({ state: 'registered' });
});

test('a bankruptcy administrator shows the court’s papers to an officer who has no part in it', async () => {
  const facts = {
    ...cancellation({ signsAs: 'court-appointed', cause: 'bankruptcy' }, 'p3'),
    liquidation: { kind: 'bankruptcy', endedOn: '2027-01-05' },
    materials: aStep(code, ['application-form', 'tax-clearance', 'court-appointment', 'court-ruling'])
      .materials,
  };
  const told = await cancel(facts);
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const subjectKey = (await service.enterprisesFor.get(code)).heads[0]?.subject;
  if (subjectKey === undefined) throw new Error('Nobody stands for it');
  const itsHead = registrar('511623', { subjectKey });
  await expect(
    service.decide(told.id, { outcome: 'register' }, { at: LATER, by: itsHead }),
  ).rejects.toMatchObject({ code: 'concerns-officer' });
  expect(await service.decide(told.id, { outcome: 'register' }, { at: LATER })).toMatchObject({
    state: 'registered',
  });
  expect((await service.enterprisesFor.get(code)).status).toBe('cancelled');
});

test('a code nobody has is a fault of the request', async () => {
  const facts = await service.proven(cancellation({}, 'p1', '91500231MA5U000A5X'));
  await expect(service.submit(facts, { item: 'cancel-enterprise', at: NOW })).rejects.toMatchObject({
    code: 'unknown-enterprise',
  });
});
