import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import {
  aCaller,
  aDebtorRecord,
  aGrant,
  anAnnulment,
  aRepairRequest,
  type CreditService,
  moment,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const officer = aCaller('reg-500231');
const mine = aCaller(undefined, { id: 'the-subject', roles: ['subject'], subjectKey: anOrganisation });
const aPenalty = (overrides: Partial<RecordToPublish> = {}): RecordToPublish =>
  aDebtorRecord({
    class: 'penalty',
    severity: 'serious',
    subject: organisation,
    issuedBy: 'reg-500231',
    documentNumber: '垫市监处罚〔2026〕虚构8号',
    decidedOn: day('2026-05-11'),
    ...overrides,
  });
const general = { severity: 'general', decidedOn: day('2026-08-23') } as const;
const supervised = async (more = {}, at = NOW) => {
  const asked = {
    purpose: 'supervision',
    basis: 'risk-based-supervision',
    subjects: [organisation],
    ...more,
  };
  const { results } = await service.newLookUp()(aCaller('reg-511623'), asked, at);
  return results[0]?.standing;
};
const notRepairable = (reason: string, from?: string) => ({
  code: 'repair-not-allowed',
  values: { reason, ...(from !== undefined && { from }) },
});

test('a granted repair ends publication and measures at once, and is told of no past day either', async () => {
  await service.publish(aPenalty({ decidedOn: day('2025-09-01') }));
  await service.publish(aPenalty({ ordinal: 2, severity: 'serious', decidedOn: day('2026-04-01') }));
  const { id: general } = await service.publish(
    aPenalty({ ordinal: 3, severity: 'general', decidedOn: day('2026-04-01') }),
  );
  await service.repair(general, mine);
  const file = await service.repair(general, officer, aGrant);
  expect(file.state.withdrawn).toEqual({ kind: 'repaired', on: '2026-11-23' });
  expect(file.repairs).toMatchObject([
    { state: 'granted', decision: { outcome: 'granted', by: 'caller-reg-500231', authority: 'reg-500231' } },
  ]);
  const now = await supervised();
  expect(now?.view?.disclosed.entries.length).toBe(2);
  expect(now?.view?.disclosed.entries.map(({ record }) => record)).not.toContain(general);
  const past = { asOf: day('2026-11-01') };
  expect((await supervised(past))?.view?.disclosed.entries.length).toBe(2);
  const audited = await supervised({ ...past, purpose: 'audit', basis: 'audit-inquiry' });
  expect(audited?.view?.disclosed.entries.length).toBe(3);
});

test.each([
  ['2026-08-24', 'too-early', '2026-11-24'],
  ['2026-08-23', undefined, undefined],
])('a general penalty of %s may be repaired after three months: %s', async (decidedOn, reason, from) => {
  const { id } = await service.publish(aPenalty({ severity: 'general', decidedOn: day(decidedOn) }));
  const asking = service.repair(id, mine);
  if (reason === undefined) expect((await asking).repairs.length).toBe(1);
  else await expect(asking).rejects.toMatchObject(notRepairable(reason, from));
});

test('a serious one of this May only after a year', async () => {
  const { id } = await service.publish(aPenalty());
  await expect(service.repair(id, mine)).rejects.toMatchObject(notRepairable('too-early', '2027-05-11'));
});

test('before Order 36 what revoked a licence is never repaired', async () => {
  const revoked = { kinds: ['business-licence-revoked'] } as const;
  const { id } = await service.publish(aPenalty({ decidedOn: day('2026-03-01'), penalty: revoked }));
  await expect(service.repair(id, mine)).rejects.toMatchObject(notRepairable('never'));
  const fine = { kinds: ['fine'], fineFen: 10_000_000 } as const;
  const other = await service.publish(aPenalty({ ordinal: 2, decidedOn: day('2026-03-01'), penalty: fine }));
  expect((await service.repair(other.id, mine)).repairs.length).toBe(1);
  const food = { ...fine, field: 'food' } as const;
  const third = await service.publish(aPenalty({ ordinal: 3, decidedOn: day('2026-03-01'), penalty: food }));
  await expect(service.repair(third.id, mine)).rejects.toMatchObject(
    notRepairable('too-early', '2027-03-01'),
  );
});

test('what is minor and was never published can be repaired at once, and is repaired', async () => {
  const minor = aPenalty({ severity: 'minor', decidedOn: day('2026-11-20') });
  const { id } = await service.publish(minor);
  const asked = await service.repair(id, mine);
  expect(asked.repairs).toMatchObject([{ state: 'asked' }]);
  const { state } = await service.repair(id, officer, aGrant);
  expect(state.withdrawn).toEqual({ kind: 'repaired', on: '2026-11-23' });
});

test('a bar by law is never repaired, an honour needs none, and what has ended by itself neither', async () => {
  const honour = await service.publish(
    aPenalty({ class: 'honour', severity: undefined, issuedBy: 'credit-500000' } as never),
  );
  await expect(service.repair(honour.id, mine)).rejects.toMatchObject(notRepairable('needless'));
  const ended = await service.publish(
    aPenalty({ ordinal: 2, severity: 'general', decidedOn: day('2026-04-01'), validTo: day('2026-11-23') }),
  );
  await expect(service.repair(ended.id, mine)).rejects.toMatchObject(notRepairable('ended'));
});

test('nobody decides what he asked for himself, nor the platform for the authority', async () => {
  const { id } = await service.publish(aPenalty(general));
  await service.repair(id, officer);
  await expect(service.repair(id, officer, aGrant)).rejects.toMatchObject({ code: 'concerns-officer' });
  await expect(service.repair(id, aCaller('credit-500000'), aGrant)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(service.repair(id, mine, aGrant)).rejects.toMatchObject({ code: 'forbidden' });
  const colleague = aCaller('reg-500231', { id: 'colleague' });
  expect((await service.repair(id, colleague, aGrant)).state.withdrawn?.kind).toBe('repaired');
});

test('without all conditions it is not granted; refused with reasons it may be asked for again', async () => {
  const { id } = await service.publish(aPenalty(general));
  await service.repair(id, mine);
  await expect(
    service.repair(id, officer, { action: 'grant', reason: '可', met: ['commitment-made'] }),
  ).rejects.toMatchObject({
    code: 'repair-not-allowed',
    values: { reason: 'conditions-not-met', unmet: ['conduct-corrected', 'duties-performed'] },
  });
  const refuse = { action: 'refuse', reason: '罚款尚未缴清', unmet: ['duties-performed'] } as const;
  expect((await service.repair(id, officer, refuse)).repairs).toMatchObject([
    { state: 'refused', decision: { reason: '罚款尚未缴清', unmet: ['duties-performed'] } },
  ]);
  expect((await supervised())?.view?.disclosed.entries.length).toBe(1);
  expect((await service.repair(id, mine)).repairs.map(({ number, state }) => [number, state])).toEqual([
    [1, 'refused'],
    [2, 'asked'],
  ]);
});

test('limits in working days are told: three to accept, ten from there to decide', async () => {
  const { id } = await service.publish(aPenalty(general));
  const asked = await service.repair(id, mine);
  expect(asked.repairs).toMatchObject([
    { acceptBy: { dueOn: '2026-11-26' }, decideBy: { dueOn: '2026-12-10' } },
  ]);
  const accepted = await service.repair(
    id,
    officer,
    { action: 'accept' },
    moment('2026-11-24T02:00:00.000Z'),
  );
  expect(accepted.repairs).toMatchObject([{ state: 'accepted', decideBy: { dueOn: '2026-12-08' } }]);
  await expect(service.repair(id, mine)).rejects.toMatchObject(notRepairable('pending'));
});

test('a repair by false materials is taken back, the record stands again and nothing is repaired for three years', async () => {
  const { id } = await service.publish(aPenalty(general));
  await service.repair(id, mine);
  await service.repair(id, officer, aGrant);
  const later = moment('2026-11-30T02:00:00.000Z');
  const revoke = { action: 'revoke', ground: 'false-materials', reason: '缴款凭证系伪造' } as const;
  const file = await service.repair(id, officer, revoke, later);
  expect(file.repairs).toMatchObject([{ state: 'revoked', barredUntil: '2029-11-30' }]);
  expect((await supervised({}, later))?.view?.disclosed.entries.map(({ record }) => record)).toEqual([id]);
  await expect(service.repair(id, mine, aRepairRequest, later)).rejects.toMatchObject(
    notRepairable('barred', '2029-11-30'),
  );
  const audit = { purpose: 'audit', basis: 'audit-inquiry', asOf: day('2026-11-25') };
  expect((await supervised(audit, later))?.view?.disclosed.entries).toEqual([]);
});

test('repaired records stay repaired when they are published again; annulled ones end what was asked', async () => {
  const { id } = await service.publish(aPenalty(general));
  await service.repair(id, mine);
  await service.repair(id, officer, aGrant);
  expect((await service.publish(aPenalty(general))).outcome).toBe('already-held');
  expect((await supervised())?.view?.disclosed.entries).toEqual([]);
  const second = await service.publish(aPenalty({ ...general, ordinal: 2 }));
  await service.repair(second.id, mine);
  const file = await service.annul(second.id, officer, anAnnulment);
  expect(file.repairs.find(({ record }) => record === second.id)?.state).toBe('moot');
});

test('a shield hides a record until its day, which is judged when it is read', async () => {
  const { id } = await service.publish(aPenalty());
  const document = { number: '（2026）渝03破虚构1号', decidedOn: day('2026-11-18') };
  const shield = { action: 'shield', from: day('2026-11-20'), until: day('2026-12-01'), document } as const;
  await service.shield(id, officer, shield);
  const entries = async (at = NOW, more = {}) =>
    (await supervised(more, at))?.view?.disclosed.entries.map(({ record }) => record);
  expect(await entries()).toEqual([]);
  expect((await supervised())?.view?.discipline).toEqual([]);
  expect(await entries(moment('2026-11-30T15:59:59.999Z'))).toEqual([]);
  expect(await entries(moment('2026-11-30T16:00:00.000Z'))).toEqual([id]);
  expect(await entries(NOW, { asOf: day('2026-11-19') })).toEqual([id]);
  await expect(service.shield(id, officer, shield)).rejects.toMatchObject({ values: { reason: 'shielded' } });
  const after = moment('2026-12-02T00:00:00.000Z');
  const other = await service.publish(aPenalty({ ordinal: 2 }), 'reg-500231', after);
  expect((await entries(after))?.toSorted()).toEqual([id, other.id].toSorted());
  const { half } = await service.standings.getForUpdate(anOrganisation, 'CQ');
  expect(half.rightUntil).toBeUndefined();
});

test('a shield without an end holds until it is lifted, and people are not shielded', async () => {
  const { id } = await service.publish(aPenalty());
  const document = { number: '（2026）渝03破虚构1号', decidedOn: day('2026-11-18') };
  await service.shield(id, officer, { action: 'shield', from: day('2026-11-20'), document });
  expect((await supervised({}, moment('2027-11-30T16:00:00.000Z')))?.view?.disclosed.entries).toEqual([]);
  const lifted = await service.shield(id, officer, { action: 'lift', reason: '重整程序终止' });
  expect(lifted.versions.map((version) => version.happened.kind)).toEqual([
    'published',
    'shielded',
    'unshielded',
  ]);
  expect((await supervised())?.view?.disclosed.entries.length).toBe(1);
  await expect(service.shield(id, officer, { action: 'lift', reason: '再次' })).rejects.toMatchObject({
    values: { reason: 'not-shielded' },
  });
  const debtor = await service.publish(aDebtorRecord());
  await expect(
    service.shield(debtor.id, aCaller('court-500231'), {
      action: 'shield',
      from: day('2026-11-20'),
      document,
    }),
  ).rejects.toMatchObject({ values: { reason: 'not-of-a-debtor-enterprise' } });
});
