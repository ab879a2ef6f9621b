import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { getPublicSubject } from '../../lib/contract/credit-public.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { recordSuccession } from '../../lib/contract/credit-successions.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { freshPerson } from './a-filing.ts';
import { recordOf } from './a-record.ts';

const OLD = '500231000000014';
const NEW = '91500231MA5U000A5X';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

test('a code that was replaced is told wherever either code is asked for, with the records of both', async () => {
  const penalty = recordOf(freshPerson(), {
    class: 'penalty',
    severity: 'general',
    issuedBy: 'reg-500231',
    decidedOn: '2026-04-01',
    subject: { kind: 'organisation', code: OLD },
  });
  await service.ask(publishRecord, { as: 'publisher-cq', body: penalty });
  const body = {
    action: 'record',
    former: OLD,
    current: NEW,
    kind: 'replaced',
    document: { number: '渝市监码〔2026〕虚构1号', decidedOn: '2026-10-09' },
  } as const;
  const told = await service.ask(recordSuccession, { as: 'publisher-cq', body });
  expect(told.body).toMatchObject({
    former: OLD,
    current: NEW,
    jurisdiction: 'CQ',
    recordedBy: 'credit-500000',
  });
  const subjects = [OLD, NEW].map((code) => ({ kind: 'organisation', code }) as const);
  const question = { purpose: 'supervision', basis: 'risk-based-supervision', subjects };
  const { results } = (await service.ask(lookUp, { as: 'regulator-sc', body: question })).body;
  expect(results.map(({ otherCodes, disclosed }) => [otherCodes, disclosed?.entries.length])).toEqual([
    [[{ code: NEW, is: 'current', on: '2026-10-09' }], 1],
    [[{ code: OLD, is: 'former', on: '2026-10-09' }], 1],
  ]);
  const shown = (await service.ask(getPublicSubject, { params: { code: NEW } })).body;
  expect(shown.otherCodes).toEqual([{ code: OLD, is: 'former', on: '2026-10-09' }]);
  expect(shown.records.map(({ subject }) => subject)).toMatchObject([{ code: OLD }]);
  expect(await service.refused(recordSuccession, { as: 'court-officer-cq', body })).toMatchObject({
    status: 403,
  });
  expect(
    await service.refused(recordSuccession, { as: 'publisher-cq', body: { ...body, current: OLD } }),
  ).toMatchObject({ status: 400, body: { defects: [{ path: '/current', code: 'same-code' }] } });
});
