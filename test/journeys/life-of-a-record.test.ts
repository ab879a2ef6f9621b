import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import {
  annulRecord,
  correctRecord,
  disputeRecord,
  getRecord,
  repairRecord,
  shieldRecord,
} from '../../lib/contract/record-steps.ts';
import { addDays, plainDate } from '../../lib/domain/time/plain-date.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { freshPerson, today } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const proof = { title: '缴款凭证', sha256: 'a'.repeat(64) };
const commitment = { title: '信用承诺书', sha256: 'b'.repeat(64) };
const annulment = () => ({
  ground: 'revoked' as const,
  reason: '行政复议撤销原决定',
  document: { number: '渝府复〔2026〕虚构1号', decidedOn: today() },
});
const met = ['conduct-corrected', 'duties-performed', 'commitment-made'] as const;

/** The persona `subject`, who may see and dispute what is about them. */
const debtor = findPersona('subject')?.person ?? expect.fail();
let codes = 0;
const publish = async (...given: Parameters<typeof recordOf>) =>
  (await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(...given) })).body;
const aPenalty = async (decidedOn: string, severity: 'general' | 'serious' = 'general') => {
  codes += 1;
  return publish(freshPerson(), {
    class: 'penalty',
    severity,
    issuedBy: 'reg-500231',
    decidedOn,
    documentNumber: `垫市监处罚〔2026〕虚构${codes}号`,
    subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
  });
};
const disclosedOf = async () => {
  const { body } = await service.ask(lookUp, {
    as: 'regulator-sc',
    body: {
      purpose: 'supervision',
      basis: 'risk-based-supervision',
      subjects: [{ kind: 'organisation', code: '91500231MA5U000A5X' }],
    },
  });
  return body.results[0]?.disclosed?.entries ?? [];
};
const recordsOf = async () => (await disclosedOf()).map(({ record }) => record);

test('its subject and its publisher see a record and its history, nobody else', async () => {
  const { id } = await publish(debtor);
  const told = await service.ask(getRecord, { as: 'subject', params: { id } });
  expect(told.headers.get('etag')).toBe('"1"');
  expect(told.body).toMatchObject({
    id,
    state: 'in-force',
    subject: { kind: 'person' },
    disputed: false,
    repairable: { kind: 'from', conditions: [...met] },
    versions: [{ version: 1, kind: 'published' }],
  });
  expect(JSON.stringify(told.body)).not.toContain(debtor.document.number);
  for (const as of ['publisher-cq', 'court-officer-cq'])
    expect((await service.ask(getRecord, { as, params: { id } })).body).toEqual(told.body);
  for (const as of ['applicant', 'publisher-sc', 'credit-officer-cq'])
    expect(await service.refused(getRecord, { as, params: { id } })).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
});

test('disputed by its subject it is marked on every look-up; the court answers, and corrects it', async () => {
  const person = debtor;
  const { id } = await publish(person);
  const raised = await service.ask(disputeRecord, {
    as: 'subject',
    params: { id },
    body: { action: 'raise', reason: '文书日期有误', proofs: [proof] },
  });
  expect(raised.body).toMatchObject({
    disputed: true,
    disputes: [{ number: 1, state: 'open', jurisdiction: 'CQ', answerBy: { overdue: false } }],
  });
  const markOf = async () =>
    (await lookUpOf(service, [person])).results[0]?.disclosed?.entries.find(({ record }) => record === id)
      ?.disputed;
  expect(await markOf()).toBe(true);
  const answered = await service.ask(disputeRecord, {
    as: 'court-officer-cq',
    params: { id },
    body: {
      action: 'uphold',
      reason: '经核查，文书日期录入有误',
      remedy: {
        kind: 'correction',
        reason: '更正文书日期',
        content: { decidedOn: addDays(today(), -29) },
      },
    },
  });
  expect(answered.body).toMatchObject({
    version: 2,
    disputed: false,
    disputes: [{ state: 'upheld', answer: { authority: 'court-500231', version: 2 } }],
    versions: [{ kind: 'published' }, { kind: 'corrected', decidedOn: addDays(today(), -29) }],
  });
  expect(await markOf()).toBeUndefined();
});

test('an authority of the other side disputes for somebody, and is told of its dispute alone', async () => {
  const { id } = await publish(freshPerson());
  const told = await service.ask(disputeRecord, {
    as: 'credit-officer-sc',
    params: { id },
    body: { action: 'raise', reason: '被执行人与本人不是同一人' },
  });
  expect(told.body).toMatchObject({
    disputes: [{ jurisdiction: 'SC', onBehalfBy: 'reg-511623' }],
    versions: [],
    repairs: [],
  });
});

test('repaired: asked for by the platform, decided by the authority that determined it, gone from both sides at once', async () => {
  const { id } = await aPenalty(addDays(today(), -120));
  expect(await recordsOf()).toContain(id);
  const asked = await service.ask(repairRecord, {
    as: 'publisher-cq',
    params: { id },
    body: { action: 'ask', commitment, proofs: [proof] },
  });
  expect(asked.body.repairs).toMatchObject([{ state: 'asked', onBehalfBy: 'credit-500000' }]);
  const grant = { action: 'grant' as const, reason: '已缴清罚款并公开承诺', met: [...met] };
  expect(
    await service.refused(repairRecord, { as: 'publisher-cq', params: { id }, body: grant }),
  ).toMatchObject({ status: 403 });
  const key = { 'idempotency-key': 'grant-1' };
  const granted = await service.ask(repairRecord, {
    as: 'credit-officer-cq',
    params: { id },
    body: grant,
    headers: key,
  });
  expect(granted.body).toMatchObject({ state: 'repaired', repairs: [{ state: 'granted' }] });
  expect(await recordsOf()).not.toContain(id);
  const again = await service.ask(repairRecord, {
    as: 'credit-officer-cq',
    params: { id },
    body: grant,
    headers: key,
  });
  expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', granted.body]);
});

test('a complex repair: its time is extended by the head of the authority, and the subject is told until when', async () => {
  const { id } = await publish(debtor);
  const params = { id };
  await service.ask(repairRecord, {
    as: 'subject',
    params,
    body: { action: 'ask', commitment, proofs: [proof] },
  });
  const court = { as: 'court-officer-cq', params };
  const accepted = await service.ask(repairRecord, { ...court, body: { action: 'accept' } });
  const before = accepted.body.repairs[0]?.decideBy.dueOn ?? '';
  await service.ask(repairRecord, {
    ...court,
    body: { action: 'propose-extension', reason: '需向异地法院核实' },
  });
  const token = await service.forge.accessToken({
    claims: {
      sub: 'head-of-the-court',
      roles: ['head'],
      scope: 'credit-records:read credit-records:object',
      authority: 'court-500231',
    },
  });
  for (const as of ['court-officer-cq', 'subject', 'head-cq'])
    expect(
      (await service.refused(repairRecord, { as, params, body: { action: 'approve-extension' } })).status,
    ).toBe(as === 'head-cq' ? 404 : 403);
  await service.ask(repairRecord, { token, params, body: { action: 'approve-extension' } });
  const told = await service.ask(getRecord, { as: 'subject', params });
  const [repair] = told.body.repairs;
  expect(repair).toMatchObject({ state: 'accepted', extension: { reason: '需向异地法院核实' } });
  expect(addDays(plainDate(repair?.decideBy.dueOn ?? ''), -13) > before).toBe(true);
});

test('before its time nothing is repaired, and the day is told', async () => {
  const decidedOn = addDays(today(), -40);
  const { id } = await aPenalty(decidedOn, 'serious');
  const refused = await service.refused(repairRecord, {
    as: 'credit-officer-cq',
    params: { id },
    body: { action: 'ask', commitment, proofs: [proof] },
  });
  const { body } = await service.ask(getRecord, { as: 'credit-officer-cq', params: { id } });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'repair-not-allowed', values: { reason: 'too-early', from: body.repairable?.from } },
  });
});

test('annulled: out at once, its copies within three working days; by a version that was read', async () => {
  const { id } = await aPenalty(addDays(today(), -10));
  const stale = { as: 'credit-officer-cq', params: { id }, headers: { 'if-match': '"7"' } };
  expect(await service.refused(annulRecord, { ...stale, body: annulment() })).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', values: { current: 1 } },
  });
  const asking = { as: 'credit-officer-cq', params: { id }, headers: { 'if-match': '"1"' } };
  const { body } = await service.ask(annulRecord, { ...asking, body: annulment() });
  expect(body).toMatchObject({ state: 'annulled', version: 2, outOfPublicationBy: { overdue: false } });
  expect((body.outOfPublicationBy?.dueOn ?? '') > addDays(today(), 2)).toBe(true);
  expect(await recordsOf()).not.toContain(id);
  const late = await service.refused(correctRecord, {
    as: 'credit-officer-cq',
    params: { id },
    body: { reason: '更正', content: { validTo: addDays(today(), 30) } },
  });
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'record-step-not-allowed', values: { reason: 'annulled' } },
  });
});

test('shielded in a reorganisation, and seen again when that is lifted', async () => {
  const { id } = await aPenalty(addDays(today(), -9));
  const document = { number: '（2026）渝03破虚构2号', decidedOn: addDays(today(), -2) };
  const shielded = await service.ask(shieldRecord, {
    as: 'publisher-cq',
    params: { id },
    body: { action: 'shield', from: today(), until: addDays(today(), 180), document },
  });
  expect(shielded.body).toMatchObject({ state: 'shielded', shieldedUntil: addDays(today(), 180) });
  expect(await recordsOf()).not.toContain(id);
  const body = { action: 'lift', reason: '重整程序终止' } as const;
  expect((await service.ask(shieldRecord, { as: 'publisher-cq', params: { id }, body })).body.state).toBe(
    'in-force',
  );
  expect(await recordsOf()).toContain(id);
});

test.each([
  ['a citizen number in a reason', { action: 'raise', reason: '本人50023119900307000X无此事' }, '/reason'],
  ['no reason', { action: 'raise', reason: '' }, '/reason'],
  [
    'a digest that is none',
    { action: 'raise', reason: '有误', proofs: [{ title: '凭证', sha256: 'x' }] },
    '/proofs/0/sha256',
  ],
  ['another action', { action: 'delete' }, '/action'],
])('%s is refused', async (_, body, path) => {
  const { id } = await publish(debtor);
  const refused = await service.refused(disputeRecord, { as: 'subject', params: { id }, body });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request', defects: [{ path }] } });
});
