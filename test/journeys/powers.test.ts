import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { getEnterprise, getLicence } from '../../lib/contract/licences.ts';
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
const codeOf = ({ registration }: Told): string => registration?.code ?? '';
const named = (tradeName: string) => (facts: AnyFacts) => ({
  ...facts,
  name: { ...(facts.name as object), tradeName },
});
const establish = async (tradeName: string) =>
  codeOf(await registered(service, 'establish-company', { change: named(tradeName) }));
/** By one officer of the authority; `registered` has another decide. */
const byOffice = async (item: string, code: string, change = (facts: AnyFacts) => facts) =>
  registered(service, item, {
    token: await officerOf(service, (await enterprise(code)).registeredBy),
    change: about(code, change),
  });

describe('a company moves to the other side and back', { shuffle: false }, () => {
  let code = '';
  const moved = (division: string, word: string) =>
    about(code, (facts) => ({
      ...facts,
      name: {
        kept: false,
        parts: {
          division: word,
          tradeName: '远山新雨',
          industry: { word: '软件', class: 'I65' },
          form: '有限公司',
        },
      },
      address: { ...(facts.address as object), division },
    }));
  const queueOf = async (authority: string) => {
    const token = await officerOf(service, authority);
    const { body } = await service.ask(listQueue, { token, params: { authority } });
    return body.filings.map(({ enterprise }) => enterprise);
  };

  test('by one application to the authority it moves to; code and history stay, the other side is told', async () => {
    code = await establish('远山新雨');
    const told = await registered(service, 'migrate-enterprise', { change: moved('500231', '垫江县') });
    expect(told).toMatchObject({ decidedBy: 'reg-500231', registration: { code } });
    expect(await enterprise(code)).toMatchObject({
      name: '垫江县远山新雨软件有限公司',
      registeredBy: 'reg-500231',
      establishedOn: '2026-12-01',
      handover: { from: 'reg-511623', to: 'reg-500231', dueOn: '2027-03-01' },
    });
    expect((await service.ask(getLicence, { params: { code } })).body.content).toMatchObject({
      number: 2,
      registeredBy: 'reg-500231',
    });
    expect(await queueOf('reg-511623')).toContain(code);
  });

  test('the authority it left approves nothing, and confirms that the file was handed over', async () => {
    const token = await officerOf(service, 'reg-511623');
    const change = about(code, (facts) => ({ ...facts, handedOverOn: '2026-12-01' }));
    await registered(service, 'confirm-file-handover', { token, change });
    expect((await enterprise(code)).handover).toMatchObject({ doneOn: '2026-12-01' });
    expect(await queueOf('reg-511623')).not.toContain(code);
  });

  test('and back by the same standard', async () => {
    const told = await registered(service, 'migrate-enterprise', { change: moved('511623', '邻水县') });
    expect(told).toMatchObject({ decidedBy: 'reg-511623', registration: { code } });
    expect(await enterprise(code)).toMatchObject({
      registeredBy: 'reg-511623',
      name: '邻水县远山新雨软件有限公司',
    });
  });

  test('an individual business does not move', async () => {
    const one = codeOf(await registered(service, 'establish-individual-business'));
    code = one;
    const told = await file(service, 'migrate-enterprise', { change: moved('500231', '垫江县') });
    expect(told.findings.map(({ rule }) => rule)).toContain('enterprise.type');
  });
});

describe('a registration by fraud', { shuffle: false }, () => {
  let code = '';
  let change: Told;
  let revocation: Told;
  const officer = () => officerOf(service, 'reg-511623');

  test('whoever is affected asks, an officer accepts, and an inquiry is open', async () => {
    code = await establish('听雨闻竹');
    change = await registered(service, 'change-registration', {
      change: about(code, (facts) => ({
        ...facts,
        decidedOn: '2026-11-20',
        persons: facts.persons.slice(0, 1),
        changes: { name: { ...(facts.changes as { name: object }).name, tradeName: '听雨闻松' } },
        materials: facts.materials,
      })),
    });
    const told = await registered(service, 'apply-to-revoke-registration', {
      change: about(code, (facts) => ({ ...facts, concerns: change.id })),
    });
    expect((await enterprise(code)).inquiries).toEqual([{ acceptedOn: '2026-12-01' }]);
    expect(told.state).toBe('registered');
    revocation = told;
  });

  test('the change is revoked by two officers, and what stood before stands again', async () => {
    revocation = await registered(service, 'revoke-registration', {
      token: await officer(),
      change: about(code, (facts) => ({ ...facts, inquiry: revocation.id, concerns: change.id })),
    });
    expect(await enterprise(code)).toMatchObject({
      name: '邻水县听雨闻竹软件有限公司',
      status: 'registered',
    });
    expect(revocation.registration?.records).toHaveLength(1);
  });

  test('the person responsible is barred on both sides: filings that name them go to an officer', async () => {
    for (const [division, word] of [
      ['511623', '邻水县'],
      ['500231', '垫江县'],
    ] as const) {
      const told = await file(service, 'establish-company', {
        change: (facts) => ({
          ...facts,
          name: { ...(facts.name as object), division: word, tradeName: '听雨闻泉' },
          address: { ...(facts.address as object), division },
          persons: facts.persons.map((person) =>
            person.ref === 'supervisor'
              ? { ...person, name: '何知远', document: { kind: 'citizen-id', number: '511602199111020002' } }
              : person,
          ),
        }),
      });
      expect(told.state).toBe('in-review');
      expect(told.findings.map(({ rule }) => rule)).toContain('credit.registration-bar');
    }
  });

  test('found wrong, the revocation is itself undone', async () => {
    await registered(service, 'annul-revocation', {
      token: await officer(),
      change: about(code, (facts) => ({
        ...facts,
        revocation: revocation.id,
        decision: { documentNumber: '邻市监撤〔2026〕1号', decidedOn: '2026-12-01' },
      })),
    });
    expect(await enterprise(code)).toMatchObject({ name: '邻水县听雨闻松软件有限公司' });
  });
});

test('an inquiry by office: opened, suspended and resumed, extended by two officers, announced for 45 days, and closed', async () => {
  const code = await establish('晓风残月');
  const concerns = (await enterprise(code)).version;
  expect(concerns).toBe(1);
  const establishing = await registered(service, 'change-registration', {
    change: about(code, (facts) => ({
      ...facts,
      decidedOn: '2026-11-20',
      persons: facts.persons.slice(0, 1),
      changes: { address: { detail: '创新路9号1幢201室', premises: 'rented' } },
    })),
  });
  const opened = await byOffice('open-inquiry', code, (facts) => ({ ...facts, concerns: establishing.id }));
  const of = (facts: AnyFacts) => ({ ...facts, inquiry: opened.id });
  await byOffice('suspend-inquiry', code, (facts) => ({ ...of(facts), appliedOn: '2026-12-01' }));
  expect((await enterprise(code)).inquiries).toEqual([
    { acceptedOn: '2026-12-01', rests: [{ from: '2026-12-01' }] },
  ]);
  await byOffice('resume-inquiry', code, of);
  await byOffice('extend-inquiry', code, of);
  await byOffice('announce-false-registration', code, of);
  expect(await enterprise(code)).toMatchObject({
    inquiries: [
      {
        acceptedOn: '2026-12-01',
        extendedOn: '2026-12-01',
        rests: [{ from: '2026-12-01', resumedOn: '2026-12-01' }],
      },
    ],
    notices: [{ kind: 'false-registration', endsOn: '2027-01-15' }],
  });
  await byOffice('close-inquiry', code, of);
  expect((await enterprise(code)).inquiries).toMatchObject([{ closedOn: '2026-12-01' }]);
});

describe('a company whose licence is revoked', { shuffle: false }, () => {
  let code = '';
  const penalised = (facts: AnyFacts): AnyFacts => ({
    ...facts,
    violation: { endedOn: '2026-12-01', discoveredOn: '2027-03-01', extendedLimit: false },
    caseOpenedOn: '2027-03-02',
    notifiedOn: '2027-05-06',
    decision: { documentNumber: '邻市监处罚〔2027〕12号', decidedOn: '2027-05-20' },
  });

  test('by two officers; an applicant, or one officer alone, cannot', async () => {
    code = await establish('归云晚渡');
    service = await days.on(plainDate('2027-06-01'));
    const change = about(code, penalised);
    await expect(file(service, 'revoke-licence', { change })).rejects.toThrow('forbidden');
    const token = await officerOf(service, 'reg-511623');
    const handedIn = await file(service, 'revoke-licence', { token, change });
    const own = { token, params: { id: handedIn.id }, body: { action: 'register' as const } };
    expect(await service.refused(decideFiling, own)).toMatchObject({ body: { code: 'concerns-officer' } });
    const told = await byOffice('revoke-licence', code, penalised);
    expect(await enterprise(code)).toMatchObject({ status: 'licence-revoked' });
    expect(told.registration?.records).toHaveLength(2);
    expect((await service.ask(getLicence, { params: { code } })).body.current).toBe(false);
  });

  test('is cancelled by the authority after three full years and sixty days of notice', async () => {
    const early = await officerOf(service, 'reg-511623');
    const change = about(code);
    expect((await file(service, 'announce-compulsory-cancellation', { token: early, change })).state).toBe(
      'returned',
    );
    service = await days.on(plainDate('2030-06-03'));
    await byOffice('announce-compulsory-cancellation', code);
    const notice = (await enterprise(code)).notices.at(-1);
    expect(notice).toMatchObject({ kind: 'compulsory-cancellation', endsOn: '2030-08-02' });
    service = await days.on(plainDate('2030-08-02'));
    const token = await officerOf(service, 'reg-511623');
    expect((await file(service, 'cancel-compulsorily', { token, change: about(code) })).state).toBe(
      'returned',
    );
    service = await days.on(plainDate('2030-08-03'));
    await byOffice('cancel-compulsorily', code);
    expect(await enterprise(code)).toMatchObject({ status: 'cancelled' });
  });
});
