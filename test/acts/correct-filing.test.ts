import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller, moment } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

/** Nobody's real name is proven. */
const returned = (by = applicant) => service.submit(aCompanyFiling(), { by });
const proven = async () => service.proven(aCompanyFiling());

test('a returned filing is filed anew: both name the other, and the clock is a new one', async () => {
  const old = await returned();
  expect(old.state).toBe('returned');
  const later = moment('2026-11-25T02:00:00.000Z');
  const facts = await service.proven(aDoubtfulFiling(), later);
  const told = await service.submit(facts, { corrects: old.id, at: later });
  expect(told).toMatchObject({
    state: 'in-review',
    corrects: old.id,
    submittedOn: '2026-11-25',
    due: { dueOn: '2026-11-30' },
  });
  const kept = await service.filings.find(old.id);
  expect(kept).toMatchObject({ version: 1, state: 'returned', correctedBy: told.id });
  const events = (await service.kept()).filter(({ sk }) => String(sk).startsWith('EVENT#'));
  expect(events.map(({ pk, corrects }) => [pk, corrects]).toSorted()).toEqual(
    [
      [`FILING#${old.id}`, undefined],
      [`FILING#${told.id}`, old.id],
    ].toSorted(),
  );
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({ receipt: { corrects: old.id } });
  expect((await service.read.receipt(applicant, old.id)).filing.correctedBy).toBe(told.id);
});

test.each(['refused', 'withdrawn'] as const)('a filing that was %s, too', async (how) => {
  const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
  if (how === 'withdrawn') await service.withdraw(id);
  else
    await service.decide(id, {
      outcome: 'refuse',
      reason: '可能危害社会公共利益',
      departure: { code: 'public-interest', reason: '可能危害社会公共利益' },
    });
  expect(await service.submit(await proven(), { corrects: id })).toMatchObject({
    state: 'registered',
    corrects: id,
  });
});

test('the window that took it corrects it, by another clerk', async () => {
  const { id } = await returned(registrar('500231'));
  const told = await service.submit(await proven(), {
    corrects: id,
    by: registrar('500231', { id: 'colleague' }),
  });
  expect(told).toMatchObject({ state: 'registered', corrects: id });
});

test('a chain: the newest is corrected, and no other', async () => {
  const first = await returned();
  const second = await service.submit(aCompanyFiling(), { corrects: first.id });
  expect(second).toMatchObject({ state: 'returned', corrects: first.id });
  await expect(service.submit(await proven(), { corrects: first.id })).rejects.toMatchObject({
    code: 'correction-not-allowed',
    values: { reason: 'already-corrected', by: second.id },
  });
  expect((await service.submit(await proven(), { corrects: second.id })).state).toBe('registered');
});

describe('not allowed, and nothing is written', () => {
  const refused = async (corrects: string, reason: string, by = applicant, item?: string) => {
    const before = await service.kept();
    const facts = item === undefined ? await proven() : { enterprise: 'x', persons: [] };
    const filed = { corrects, by, ...(item !== undefined && { item }) };
    await expect(service.submit(facts as never, filed)).rejects.toMatchObject({
      code: 'correction-not-allowed',
      values: { reason },
    });
    expect(await service.kept()).toEqual(before);
  };

  test('one there is none of', () => refused('00000000-0000-4000-8000-000000000000', 'unknown-filing'));

  test('one of another applicant, told as one there is none of', async () =>
    refused(
      (await returned()).id,
      'unknown-filing',
      aCaller(undefined, { id: 'other', roles: ['applicant'] }),
    ));

  test('by an officer who decides it', async () =>
    refused((await returned()).id, 'unknown-filing', registrar('511623')));

  test('one in review', async () =>
    refused((await service.submit(await service.proven(aDoubtfulFiling()))).id, 'not-over'));

  test('one that led to a registration', async () => {
    const { id } = await service.submit(await proven());
    await refused(id, 'not-over');
  });
});

test('a draft that names what it cannot correct is told so before it is filed', async () => {
  const filed = { item: 'establish-company', corrects: '00000000-0000-4000-8000-000000000000' };
  await expect(
    service.acts.check(applicant, { ...filed, facts: aCompanyFiling() }, moment('2026-11-23T02:00:00.000Z')),
  ).rejects.toMatchObject({ code: 'correction-not-allowed', values: { reason: 'unknown-filing' } });
});

test.each([1, 2, 3])(
  'of two corrections at one moment one stands, the other is told which (%d)',
  async () => {
    const { id } = await returned();
    const facts = await service.proven(aDoubtfulFiling());
    const other = { ...facts, name: { ...facts.name, tradeName: '青岚' } };
    const both = await Promise.allSettled([
      service.submit(facts, { corrects: id }),
      service.submit(other, { corrects: id }, service.newInstance()),
    ]);
    const done = both.filter((one) => one.status === 'fulfilled');
    const late = both.filter((one) => one.status === 'rejected');
    expect([done.length, late.length]).toEqual([1, 1]);
    const stands = (await service.filings.find(id))?.correctedBy;
    expect(done[0]?.value.id).toBe(stands);
    expect(late[0]?.reason).toMatchObject({
      code: 'correction-not-allowed',
      values: { reason: 'already-corrected', by: stands },
    });
    const filings = (await service.kept()).filter(({ sk }) => sk === 'FILING');
    expect(filings).toHaveLength(2);
  },
);
