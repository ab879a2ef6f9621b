import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMaterial } from '../../support/a-filing.ts';
import { aCaller, moment } from '../../support/credit-service.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';
import { establish, LINSHUI } from './a-move.ts';
import { anOrder, rename } from './a-name-order.ts';
import { byOffice, first, second } from './an-inquiry.ts';

const item = 'list-overdue-name-change';
const ENTERED = moment('2026-12-01T02:00:00.000Z');
const LAST = moment('2026-12-25T02:00:00.000Z');
const OVER = moment('2026-12-26T02:00:00.000Z');
let service: RegistrationService;
let code: string;
let order: string;
beforeEach(async () => {
  service = await startRegistrationService();
  ({ code } = await establish(service, LINSHUI));
  ({ id: order } = await byOffice(service, 'order-name-change', anOrder(code), ENTERED));
});
afterEach(() => service.stop());

const aListing = () => ({
  enterprise: code,
  order,
  documentNumber: '邻市监异列〔2026〕7号',
  persons: [],
  materials: [aMaterial('decision')],
});
const submit = (at = OVER) => service.submit(aListing() as never, { item, by: first, at });
const records = async () =>
  (await service.itemsOf('credit')).filter(({ sk }) => String(sk).startsWith('RECORD#'));

test('on the last day it goes back; the day after, another officer lists it, and the record is written with it', async () => {
  expect(await submit(LAST)).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'name-listing.not-overdue' }, { rule: 'ex-officio.decision' }],
  });
  const told = await submit();
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  await expect(
    service.decide(told.id, { outcome: 'register' }, { by: first, at: OVER }),
  ).rejects.toMatchObject({ code: 'concerns-officer' });
  expect(await records()).toEqual([]);
  const listed = await service.decide(told.id, { outcome: 'register' }, { by: second, at: OVER });
  expect(listed.registration?.records).toHaveLength(1);
  expect(await records()).toMatchObject([
    {
      class: 'abnormal-list',
      subject: `O:${code}`,
      issuedBy: 'reg-511623',
      documentNumber: '邻市监异列〔2026〕7号',
      decidedOn: '2026-12-26',
      basis: [{ law: '企业名称登记管理规定', article: '第二十三条第二款' }],
    },
  ]);
  expect((await service.enterprisesFor.get(code)).nameOrders).toMatchObject([
    { filing: order, listedOn: '2026-12-26' },
  ]);
  expect(await submit()).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'name-listing.listed' }, { rule: 'ex-officio.decision' }],
  });
});

test('the listing is a case of its authority, by which it is taken off once the name is changed', async () => {
  const told = await submit();
  await service.decide(told.id, { outcome: 'register' }, { by: second, at: OVER });
  const [file] = (await service.readListings.list(aCaller('reg-511623'), { state: 'listed' }, OVER.on))
    .entries;
  expect(file?.listing).toMatchObject({
    list: 'abnormal-list',
    subject: `O:${code}`,
    steps: [
      { kind: 'proposed', filing: told.id, number: 1 },
      { kind: 'listed', document: { number: '邻市监异列〔2026〕7号' }, on: '2026-12-26', number: 2 },
    ],
  });
  const { id = '' } = file?.listing ?? {};
  await service.allComplete('2026-12-26T01:00:00.000Z', OVER);
  await rename(service, code, '云岫', OVER);
  const removal = {
    kind: 'decision',
    reason: '已完成名称变更登记',
    document: { number: '邻市监异移〔2026〕7号', decidedOn: OVER.on },
    met: ['conduct-corrected'],
  } as const;
  const { answer } = await service.removeListing(
    aCaller('reg-511623'),
    { listing: id, removal },
    {
      caller: 'caller-reg-511623',
      at: OVER.at,
      tell: ({ record }) => ({ status: 200, body: record?.withdrawn }),
    },
    OVER,
  );
  expect(answer.body).toEqual({ kind: 'repaired', on: '2026-12-26' });
  const [removed] = (await service.readListings.list(aCaller('reg-511623'), { state: 'removed' }, OVER.on))
    .entries;
  expect(removed?.listing.id).toBe(id);
});

test('who changed the name while the listing waited is not listed', async () => {
  const { id } = await submit();
  await service.allComplete('2026-12-26T01:00:00.000Z', OVER);
  expect(await rename(service, code, '云岫', OVER)).toMatchObject({ state: 'registered' });
  await expect(service.decide(id, { outcome: 'register' }, { by: second, at: OVER })).rejects.toMatchObject({
    code: 'outcome-not-admissible',
  });
  expect(await records()).toEqual([]);
});
