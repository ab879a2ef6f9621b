import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/streams/filings/handlers.ts';
import { createListNotices, type NoticesAsked } from '../../lib/acts/list-notices.ts';
import { prepareLink } from '../../lib/acts/prepare-link.ts';
import { createTellParties } from '../../lib/acts/tell-parties.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { organisationKey, personKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { presentNotice } from '../../lib/edge/present-notice.ts';
import { createInboxStore, type InboxStore } from '../../lib/store/inbox-store.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aMaterial, aPerson } from '../support/a-filing.ts';
import { aDebtorRecord, moment, NOW } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';
import { itemsUnder, streamEventOf, streamedFrom } from '../support/stream-events.ts';
import { aMove, DIANJIANG, establish, LINSHUI, move } from './items/a-move.ts';

let service: RegistrationService;
let inbox: InboxStore;
beforeEach(async () => {
  service = await startRegistrationService();
  inbox = createInboxStore(service.client, service.names.filings);
});
afterEach(() => service.stop());

const pump = async (items?: readonly Record<string, unknown>[]) =>
  createHandler([createTellParties({ inbox })])(streamEventOf(items ?? streamedFrom(await service.kept())));
const list = (by: Caller = applicant, asked: NoticesAsked = {}, at = NOW) =>
  createListNotices({ inbox, standings: service.standings })(by, asked, at);
const texts = async (by?: Caller, language: 'zh-CN' | 'en' = 'zh-CN') =>
  (await list(by)).entries.map((notice) => presentNotice(notice, language).text);
const doubtful = async () => service.submit(await service.proven(aDoubtfulFiling()));

test('accepted, extended and registered: the newest first, each with what it says', async () => {
  const { id } = await doubtful();
  await service.extend(id, { step: 'propose', reason: '案情复杂' });
  await service.extend(
    id,
    { step: 'approve' },
    { by: head('511623'), at: moment('2026-11-24T02:00:00.000Z') },
  );
  await service.decide(id, { outcome: 'register' }, { at: moment('2026-11-25T02:00:00.000Z') });
  expect(await pump()).toEqual({ batchItemFailures: [] });
  const { entries, next } = await list(applicant, {}, moment('2026-11-25T03:00:00.000Z'));
  const common = {
    filing: id,
    item: 'establish-company',
    itemName: { zh: '有限责任公司设立登记', en: expect.any(String) },
    authority: 'reg-511623',
    authorityName: '邻水县市场监督管理局',
  };
  expect(entries).toEqual([
    {
      ...common,
      kind: 'registered',
      at: '2026-11-25T02:00:00.000Z',
      version: 4,
      licence: 1,
      enterprise: expect.stringMatching(/^\w{18}$/),
    },
    { ...common, kind: 'extended', at: '2026-11-24T02:00:00.000Z', version: 3, dueOn: '2026-12-01' },
    { ...common, kind: 'accepted', at: '2026-11-23T02:00:00.000Z', version: 1, dueOn: '2026-11-26' },
  ]);
  expect(next).toBe(undefined);
  expect((await list({ ...applicant, id: 'somebody-else' })).entries).toEqual([]);
});

test('returned with the count of its findings, refused with the ways to have that reviewed', async () => {
  await service.submit(await service.proven({ ...aCompanyFiling(), materials: [], registeredCapitalFen: 1 }));
  const [first] = aCompanyFiling().persons;
  if (first === undefined) throw new Error('The builder names persons');
  await service.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document } }));
  const barred = await service.submit(await service.proven(named('云岫')));
  const refusal = {
    outcome: 'refuse',
    grounds: ['credit.office-bar'],
    reason: '被列为失信被执行人',
  } as const;
  await service.decide(barred.id, refusal, { at: moment('2026-11-24T02:00:00.000Z') });
  await pump();
  const [refused, ...earlier] = (await list(applicant, {}, moment('2026-11-24T03:00:00.000Z'))).entries;
  expect(refused).toMatchObject({
    kind: 'refused',
    remedies: [{ kind: 'reconsideration' }, { kind: 'lawsuit' }],
  });
  expect(earlier.find(({ kind }) => kind === 'returned')?.findings).toBeGreaterThan(1);
  expect((await texts())[0]).toBe(
    '邻水县市场监督管理局对您申请的“有限责任公司设立登记”决定不予登记。可以自知道该决定之日起60日内向邻水县人民政府申请行政复议；可以自知道该决定之日起6个月内向邻水县人民法院提起行政诉讼。',
  );
  expect((await texts(applicant, 'en'))[0]).toContain(
    'You may ask 邻水县人民政府 for reconsideration within 60 days of learning of it.',
  );
  // What an officer wrote stays with the filing.
  expect(JSON.stringify(itemsUnder('INBOX#', await service.kept()))).not.toContain('失信被执行人');
});

test('withdrawn; what officers do among themselves is told to nobody', async () => {
  const { id } = await doubtful();
  await service.claim(id);
  await service.withdraw(id);
  await pump();
  expect((await list()).entries.map(({ kind, version }) => [kind, version])).toEqual([
    ['withdrawn', 3],
    ['accepted', 1],
  ]);
});

describe('a stream that repeats itself', () => {
  const told = async () => itemsUnder('INBOX#', await service.kept());

  test('the same events twice, backwards and one by one: the same notices', async () => {
    const { id } = await doubtful();
    await service.decide(id, { outcome: 'return', reason: '行业表述不规范' });
    const events = streamedFrom(await service.kept());
    expect(events.map(({ sk }) => sk)).toEqual(['EVENT#0001', 'EVENT#0002', 'FILING']);
    await pump(events);
    const once = await told();
    expect(once).toHaveLength(2);
    await pump(events.toReversed());
    for (const event of events) await pump([event]);
    expect(await told()).toEqual(once);
  });

  test('one that could not be written is asked for again, and those behind it are told already', async () => {
    await doubtful();
    await service.submit(await service.proven(named('云岫')));
    const events = streamedFrom(await service.kept()).filter(({ sk }) => sk !== 'FILING');
    const injected = await injectFaults(service.client, (_, number) => (number === 0 ? 'error' : undefined));
    expect(await pump(events)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    await injected.stop();
    expect(await told()).toHaveLength(1);
    expect(await pump(events)).toEqual({ batchItemFailures: [] });
    expect(await told()).toHaveLength(2);
  });

  test('a notice that was written and whose answer was lost is there once', async () => {
    await doubtful();
    const injected = await injectFaults(service.client, (_, number) =>
      number === 0 ? 'lost-answer' : undefined,
    );
    expect(await pump()).toEqual({ batchItemFailures: [] });
    await injected.stop();
    expect(await told()).toHaveLength(1);
  });

  test('an event without what it made, as they were before, is passed over; one that is torn is not', async () => {
    const key = { pk: 'FILING#f', sk: 'EVENT#0001' };
    expect(await pump([{ ...key, type: 'FilingAccepted', at: NOW.at, by: 'standard' }])).toEqual({
      batchItemFailures: [],
    });
    expect(await pump([{ ...key, filing: 'f' }])).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });
});

describe('what is done by office', () => {
  const subjectOf = async (number: string) =>
    service.personalData.subjectKeyOf({ kind: 'citizen-id', number });
  const LATER = moment('2027-06-01T02:00:00.000Z');
  const officer = registrar('511623');

  const revoke = async () => {
    const { code } = await establish(service, LINSHUI);
    const facts = {
      enterprise: code,
      penalty: 'licence-revoked',
      ground: { kind: 'false-materials' },
      violation: { discoveredOn: plainDate('2027-03-01'), extendedLimit: false },
      caseOpenedOn: plainDate('2027-03-08'),
      notifiedOn: plainDate('2027-05-10'),
      hearing: { kind: 'not-requested' },
      decision: { documentNumber: '邻市监处罚〔2027〕12号', decidedOn: plainDate('2027-05-28') },
      responsible: 'p1',
      persons: [aPerson()],
      materials: ['penalty-decision', 'notice-of-penalty', 'collective-decision'].map((id) => aMaterial(id)),
    };
    const { id } = await service.submit(facts as never, { item: 'revoke-licence', by: officer, at: LATER });
    return { code, id };
  };

  test('is told to the enterprise and its head once it is done, and to nobody of them before', async () => {
    const { code, id } = await revoke();
    const [chief] = aCompanyFiling().persons;
    const [theHead, theEnterprise] = [
      { ...applicant, id: 'a-head', subjectKey: await subjectOf(chief?.document.number ?? '') },
      { ...applicant, id: 'a-clerk', subjectKey: organisationKey(code) },
    ];
    await pump();
    expect([await texts(theHead), await texts(theEnterprise)]).toEqual([[], []]);
    expect((await list(officer, {}, LATER)).entries).toMatchObject([{ kind: 'accepted', filing: id }]);
    const other = registrar('511623', { id: 'registrar-511623-b' });
    await service.decide(id, { outcome: 'register' }, { by: other, at: LATER });
    await pump();
    for (const concerned of [theHead, theEnterprise])
      expect((await list(concerned, {}, LATER)).entries).toMatchObject([
        { kind: 'by-office', filing: id, item: 'revoke-licence', enterprise: code, authority: 'reg-511623' },
      ]);
    expect(await texts(theHead)).toEqual([
      `邻水县市场监督管理局依职权对经营主体${code}办理了“吊销营业执照、责令关闭”。`,
    ]);
    // Whoever filed for it earlier, and whoever recuses themselves by a key, has no part in it.
    const { subjectKey } = theHead;
    expect(await texts({ ...applicant, id: 'x', recusalKey: subjectKey })).toEqual([]);
    expect((await list(applicant, {}, LATER)).entries.map(({ kind }) => kind)).toEqual(['registered']);
  });
});

test('whoever moved an enterprise is told that its file has followed', async () => {
  const { code } = await establish(service, LINSHUI);
  const moved = await move(service, aMove(code, DIANJIANG));
  const at = moment('2026-12-01T02:00:00.000Z');
  await service.submit(
    {
      enterprise: code,
      handedOverOn: plainDate('2026-12-01'),
      persons: [],
      materials: [{ kind: 'file-list', title: '移交清单', sha256: 'a'.repeat(64) }],
    } as never,
    { item: 'confirm-file-handover', by: registrar('511623'), at },
  );
  await pump();
  await pump();
  expect((await list(applicant, {}, at)).entries.map(({ kind, at }) => [kind, at])).toEqual([
    ['file-handed-over', '2026-12-01T02:00:00.000Z'],
    ['registered', '2026-11-23T02:00:00.000Z'],
    ['registered', '2026-11-23T02:00:00.000Z'],
  ]);
  expect((await list(applicant, {}, at)).entries[0]).toMatchObject({
    filing: moved.id,
    item: 'migrate-enterprise',
    authority: 'reg-511623',
    enterprise: code,
  });
});

describe('an inbox', () => {
  const subjectKey = organisationKey('91511623MY0000017F');
  const caller = { ...applicant, subjectKey };
  const at = (minute: number) => `2026-11-23T01:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
  const add = (owner: string, minute: number) =>
    inbox.add(
      {
        owner,
        notice: {
          kind: 'accepted',
          at: at(minute),
          filing: '0f8fad5b-d9cb-469f-a165-70867728950e',
          version: 1,
          item: 'establish-company',
          authority: 'reg-511623',
        },
      },
      4_000_000_000,
    );

  test('pages of both inboxes follow one another without gap; a cursor serves only its own list', async () => {
    for (let minute = 0; minute < 45; minute += 1)
      await add(minute % 3 === 0 ? subjectKey : applicant.id, minute);
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(caller, { cursor });
      seen.push(...page.entries.map((entry) => entry.at));
      sizes.push(page.entries.length);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(sizes).toEqual([20, 20, 5]);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => at(44 - index)));
    const { next } = await list(caller);
    await expect(list(applicant, { cursor: next })).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(list(caller, { cursor: next, since: at(1) })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  test('told under a former key, they are found by the key of now, and by nobody whom nothing links', async () => {
    const [former, next] = [personKey('former', 'a'.repeat(43)), personKey('next', 'b'.repeat(43))];
    const byNow = { ...applicant, subjectKey: next };
    for (let minute = 0; minute < 30; minute += 1) await add(minute % 2 === 0 ? former : next, minute);
    expect((await list(byNow)).entries).toHaveLength(15);
    await service.writeAll(await prepareLink(former, { key: next, is: 'current' }, 'SC', service));
    const first = await list(byNow);
    const second = await list(byNow, { cursor: first.next });
    expect([...first.entries, ...second.entries].map((entry) => entry.at)).toEqual(
      Array.from({ length: 30 }, (_, index) => at(29 - index)),
    );
    expect((await list({ ...applicant, recusalKey: next })).entries).toEqual([]);
    const halves = await injectFaults(service.client, ({ input }) =>
      input.TableName === service.names.credit ? 'error' : undefined,
    );
    await expect(list(byNow)).rejects.toThrow('injected error');
    expect((await list(applicant)).entries).toEqual([]);
    await halves.stop();
  });

  test('costs one step where no other key is linked, and no read of halves where the token names nobody', async () => {
    const calls = recordCalls(service.client);
    await list(applicant);
    expect(calls.calls.map(({ name, begunAfter }) => [name, begunAfter])).toEqual([['Query', 0]]);
    calls.reset();
    await list({ ...applicant, subjectKey: personKey('next', 'c'.repeat(43)) });
    expect(calls.calls.map(({ begunAfter }) => begunAfter)).toEqual([0, 0, 0]);
    calls.stop();
  });

  test('since an instant, that one included; exactly one page has no next', async () => {
    for (let minute = 0; minute < 20; minute += 1) await add(applicant.id, minute);
    const page = await list(applicant);
    expect([page.entries.length, page.next]).toEqual([20, undefined]);
    expect((await list(applicant, { since: at(18) })).entries.map((entry) => entry.at)).toEqual([
      at(19),
      at(18),
    ]);
    expect((await list(applicant, { since: at(20) })).entries).toEqual([]);
  });

  test('is kept two years, whether or not the table has dropped it by then', async () => {
    await add(applicant.id, 0);
    expect((await list(applicant, {}, moment('2028-11-22T01:00:00.000Z'))).entries).toHaveLength(1);
    expect((await list(applicant, {}, moment('2028-11-22T01:00:00.001Z'))).entries).toEqual([]);
  });

  test('what the stream writes expires after 730 days', async () => {
    await doubtful();
    await pump();
    const [notice] = itemsUnder('INBOX#', await service.kept());
    expect(notice?.expiresAt).toBe(1_858_471_200);
  });
});
