import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireNoPart } from '../../lib/acts/filing-rights.ts';
import { byAllLinks } from '../../lib/acts/known-by-links.ts';
import { createPublishRecord } from '../../lib/acts/publish-record.ts';
import { createReadRegister } from '../../lib/acts/read-register.ts';
import { createRekeyPerson } from '../../lib/acts/rekey-persons.ts';
import type { FiledPerson } from '../../lib/domain/standard/item.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { aMaterial, citizenNumber } from '../support/a-filing.ts';
import { aCaller, aDebtorRecord, NOW } from '../support/credit-service.ts';
import { type Stage, stages } from '../support/hashing-keys.ts';
import {
  aDoubtfulFiling,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeAll(async () => {
  service = await startRegistrationService();
});
afterAll(() => service.stop());

const instance = (stage: Stage) => service.newInstance(undefined, { personalData: stages[stage] } as never);

let records = 0;
async function publish(stage: Stage, { document }: Pick<FiledPerson, 'document'>): Promise<void> {
  records += 1;
  const act = createPublishRecord({ ...service, personalData: stages[stage] });
  const documentNumber = `（2026）渝0231执虚构${records}号`;
  const record = aDebtorRecord({ subject: { kind: 'person', document }, documentNumber });
  await act(aCaller('credit-500000'), record, { tell: () => ({ status: 201, body: {} }) }, NOW);
}

/** A package whose people nobody else's is named by. */
let people = 100;
function ofStrangers<F extends { readonly persons: readonly FiledPerson[] }>(facts: F): F {
  return {
    ...facts,
    persons: facts.persons.map((person) => {
      people += 1;
      const number = citizenNumber('511623', '1985-01-01', String(people));
      return { ...person, document: { kind: 'citizen-id', number } };
    }),
  };
}

const link = async ({ document }: Pick<FiledPerson, 'document'>): Promise<string> =>
  createRekeyPerson({ ...service, personalData: stages.turned })({ document });

const isBarred = async (id: string): Promise<boolean> =>
  ((await service.filings.find(id))?.findings ?? []).some(({ rule }) => rule.startsWith('credit.'));
const headOf = ({ persons: [person] }: { readonly persons: readonly FiledPerson[] }): FiledPerson =>
  person ?? expect.fail();

test('a filing that was handed in before, and is decided after, sees what was recorded in between', async () => {
  const facts = ofStrangers(aDoubtfulFiling());
  const { id } = await service.submit(await service.proven(facts), {}, instance('before'));
  await publish('turned', headOf(facts));
  await service.decide(id, { outcome: 'register' }, {}, instance('after'));
  expect(await isBarred(id)).toBe(true);
});

test('one that is handed in with both keys at hand keeps them, and sees what an instance of before still records', async () => {
  const facts = ofStrangers(named('墨岚', aDoubtfulFiling()));
  const { id } = await service.submit(await service.proven(facts), {}, instance('turned'));
  const filing = await service.filings.find(id);
  expect(Object.keys(filing?.otherKeys ?? {}).toSorted()).toEqual(
    filing?.persons.map(({ subject }) => subject).toSorted(),
  );
  await publish('before', headOf(facts));
  await service.decide(id, { outcome: 'register' }, {}, instance('after'));
  expect(await isBarred(id)).toBe(true);
});

test('nobody is registered on the spot who is barred under the former key', async () => {
  const facts = ofStrangers(named('素岚'));
  await publish('before', headOf(facts));
  const told = await service.submit(await service.proven(facts), {}, instance('turned'));
  expect(told.state).toBe('in-review');
});

test('an officer who is named under the other key has to recuse themselves', async () => {
  const facts = ofStrangers(named('赭岚', aDoubtfulFiling()));
  const { id } = await service.submit(await service.proven(facts), {}, instance('before'));
  const [recusalKey, other] = [
    await stages.turned.subjectKeyOf(headOf(facts).document),
    await stages.turned.otherKeyOf(headOf(facts).document),
  ];
  if (other === undefined) return expect.fail();
  const by = registrar('511623', { recusalKey, otherKeys: [other] });
  await expect(service.decide(id, { outcome: 'register' }, { by })).rejects.toMatchObject({
    code: 'concerns-officer',
  });
});

test('an officer who is named under the former key has to recuse themselves when their token tells the next alone', async () => {
  const facts = ofStrangers(named('绛岚', aDoubtfulFiling()));
  const { id } = await service.submit(await service.proven(facts), {}, instance('before'));
  await link(headOf(facts));
  const recusalKey = await stages.after.subjectKeyOf(headOf(facts).document);
  const by = registrar('511623', { recusalKey });
  for (const step of [
    () => service.claim(id, { by }),
    () => service.decide(id, { outcome: 'register' }, { by }),
    () => service.extend(id, { step: 'propose', reason: 'x' }, { by }),
  ])
    await expect(step()).rejects.toMatchObject({ code: 'concerns-officer' });
});

test.each([
  ['turned', '黛岚'],
  ['after', '绀岚'],
] as const)(
  'who has a part in an enterprise under the former key is the same in what is filed about it %s',
  async (stage, name) => {
    const facts = ofStrangers(named(name));
    const told = await service.submit(await service.proven(facts), {}, instance('before'));
    expect(told.state).toBe('registered');
    const code = told.registration?.code ?? '';
    const known = (await service.enterprises.find(code))?.heads[0]?.subject ?? '';
    for (const person of facts.persons) await link(person);
    const change = {
      enterprise: code,
      signedBy: headOf(facts).ref,
      decidedOn: plainDate('2026-11-23'),
      changes: { businessScope: [{ text: '信息技术咨询服务' }] },
      persons: [headOf(facts)],
      materials: [aMaterial('application-form'), aMaterial('change-decision'), aMaterial('amended-articles')],
    };
    const changed = await service.submit(
      await service.proven(change as never),
      { item: 'change-registration' },
      instance(stage),
    );
    expect(changed.state).toBe('registered');
    const filing = await service.filings.find(changed.id);
    expect(filing?.persons.map(({ subject }) => subject)).toEqual([known]);
    expect(Object.keys(filing?.otherKeys ?? {})).toEqual([known]);
    const recusalKey = await stages[stage].subjectKeyOf(headOf(facts).document);
    const read = await createReadRegister({ enterprises: service.enterprises, roles: service.roles })(code);
    const officer = await byAllLinks(registrar('511623', { recusalKey }), service.standings);
    expect(() => requireNoPart(officer, read)).toThrow('concerns-officer');
  },
);
