import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aRegisteredCompany, aStep } from '../support/registered-company.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const CONCERNS = { code: 'concerns-officer' };
const keyOf = async (id: string, ref: string) => {
  const subject = (await service.filings.find(id))?.persons.find((one) => one.ref === ref)?.subject;
  if (subject === undefined) throw new Error(`Nobody is ${ref}`);
  return subject;
};
/** Whatever an officer and the head can do to a filing in review. */
const steps = (id: string, officer: Caller, chief: Caller) => ({
  claim: () => service.claim(id, { by: officer }),
  decide: () => service.decide(id, { outcome: 'register' }, { by: officer }),
  propose: () => service.extend(id, { step: 'propose', reason: 'x' }, { by: officer }),
  decline: () => service.extend(id, { step: 'decline' }, { by: chief }),
  approve: () => service.extend(id, { step: 'approve' }, { by: chief }),
});
async function refusedAll(id: string, who: Partial<Caller>) {
  const all = steps(id, registrar('511623', who), head('511623', who));
  await expect(all.claim()).rejects.toMatchObject(CONCERNS);
  await expect(all.decide()).rejects.toMatchObject(CONCERNS);
  await expect(all.propose()).rejects.toMatchObject(CONCERNS);
  await service.extend(id, { step: 'propose', reason: 'x' }, { by: registrar('511623', { id: 'honest' }) });
  await expect(all.approve()).rejects.toMatchObject(CONCERNS);
  await expect(all.decline()).rejects.toMatchObject(CONCERNS);
  expect((await service.filings.find(id))?.version).toBe(2);
}

describe('refused at every step', () => {
  test.each(aCompanyFiling().persons.map(({ ref }) => ref))('who is named as %s', async (ref) => {
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    await refusedAll(id, { recusalKey: await keyOf(id, ref) });
  });

  test('the applicant, though under another account than the one it was filed by', async () => {
    const key = await service.personalData.subjectKeyOf({ kind: 'passport', number: 'E00000001' });
    const by = { ...applicant, recusalKey: key };
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()), { by });
    await refusedAll(id, { id: 'officer-account', recusalKey: key });
  });

  test('the applicant under the same account', async () => {
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    await refusedAll(id, { id: applicant.id });
  });

  test('who has a part in the enterprise, though the filing does not name them', async () => {
    const code = await aRegisteredCompany(service);
    const company = await service.enterprisesFor.get(code);
    const part = company.roles.find(({ role }) => role === 'supervisor')?.subject;
    if (part === undefined) throw new Error('The company has a supervisor');
    const facts = {
      ...aStep(code, ['application-form', 'change-decision', 'amended-articles']),
      decidedOn: '2026-11-20',
      changes: {
        name: {
          division: '邻水县',
          tradeName: '青岚',
          industry: { word: '云创', class: 'M75' },
          form: '有限公司',
        },
      },
    };
    const told = await service.submit(await service.proven(facts), { item: 'change-registration' });
    expect(told.state).toBe('in-review');
    expect((await service.filings.find(told.id))?.persons.map(({ subject }) => subject)).not.toContain(part);
    await refusedAll(told.id, { recusalKey: part });
  });
});

describe('a hand-over', () => {
  const officer = registrar('511623');
  const to = { to: 'officer', officer: 'colleague' } as const;
  const another = async (who: Partial<Caller>) => {
    const facts = aDoubtfulFiling();
    const other = { ...facts, name: { ...facts.name, tradeName: '青岚' } };
    const persons = other.persons.map((person) => ({ ...person }));
    const { id } = await service.submit(await service.proven({ ...other, persons }), {
      by: { ...applicant, id: 'somebody' },
    });
    return { id, colleague: registrar('511623', { id: 'colleague', ...who }) };
  };

  test('not to one who filed it', async () => {
    const { id: known, colleague } = await another({});
    await service.claim(known, { by: colleague });
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()), {
      by: { ...applicant, id: 'colleague' },
    });
    await service.claim(id, { by: officer });
    await expect(service.handOver(id, to)).rejects.toMatchObject(CONCERNS);
  });

  test('not to one whose token told before that it is they who are named', async () => {
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    const recusalKey = await keyOf(id, 'p1');
    await service.writeAll([
      service.officers.seen('reg-511623', { id: 'colleague', recusalKey }, '2026-11-20' as never),
    ]);
    await service.claim(id, { by: officer });
    await expect(service.handOver(id, to)).rejects.toMatchObject(CONCERNS);
    expect((await service.filings.find(id)) as object).toMatchObject({
      version: 2,
      assignee: { officer: 'registrar-511623' },
    });
  });

  test('nor to one whose token told so before, and who has acted since by one that does not say', async () => {
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    const recusalKey = await keyOf(id, 'p1');
    const seen = (more: { readonly recusalKey?: typeof recusalKey }) =>
      service.writeAll([
        service.officers.seen('reg-511623', { id: 'colleague', ...more }, '2026-11-20' as never),
      ]);
    await seen({ recusalKey });
    await seen({});
    expect(await service.officers.find('reg-511623', 'colleague')).toEqual({ id: 'colleague', recusalKey });
    await service.claim(id, { by: officer });
    await expect(service.handOver(id, to)).rejects.toMatchObject(CONCERNS);
  });

  test('nor does a head choose who decides what names them; they give it back', async () => {
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    const { id: known, colleague } = await another({});
    await service.claim(known, { by: colleague });
    const chief = head('511623', { recusalKey: await keyOf(id, 'p1') });
    await service.claim(id, { by: officer });
    await expect(service.handOver(id, to, { by: chief })).rejects.toMatchObject(CONCERNS);
    expect(await service.handOver(id, { to: 'queue' }, { by: chief })).not.toHaveProperty('assignee');
  });
});
