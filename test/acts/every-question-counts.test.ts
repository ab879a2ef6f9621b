import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createIssueStatement } from '../../lib/acts/issue-statement.ts';
import { createLookUpDetails } from '../../lib/acts/look-up-details.ts';
import { createSearchNames } from '../../lib/acts/search-names.ts';
import { createWatchSubjects } from '../../lib/acts/watch-subjects.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { createEnterpriseNameStore } from '../../lib/store/enterprise-name-store.ts';
import { aCaller, NOW, person } from '../support/credit-service.ts';
import {
  aRegisteredCompany,
  besideIt,
  INDIVIDUAL_BUSINESS,
  SUSPENDED,
} from '../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { injectFaults } from '../support/sdk-faults.ts';

const ground = { purpose: 'supervision', basis: 'risk-based-supervision' };

/** The questions beside a look-up, by one caller each, who may look up so many subjects. */
function questionsOf(service: RegistrationService, limit: number) {
  const countLookup = createCountLookup({
    ...service,
    quotaFor: () => ({ hour: limit, day: limit, sharePercent: 80, sequentialPersons: 20 }),
  });
  const deps = { ...service, countLookup };
  const names = createEnterpriseNameStore(service.client, service.names.filings);
  const details = createLookUpDetails(deps);
  const search = createSearchNames({ ...deps, names });
  const issue = createIssueStatement(deps);
  const watches = createWatchSubjects(deps);
  return {
    issue,
    details: (by: Caller) => details(by, { ...ground, subject: person }, NOW),
    'a name of nobody': (by: Caller) => search(by, { ...ground, name: '查无此名实业有限公司' }, NOW),
    'a name of two': (by: Caller) => search(by, { ...ground, name: '青禾' }, NOW),
    statement: (by: Caller) => issue(by, { ...ground, subject: person }, NOW),
    watch: (by: Caller) => watches.begin(by, { ...ground, subject: person }, NOW),
  };
}

let service: RegistrationService;
beforeAll(async () => {
  service = await startRegistrationService();
  const company = await aRegisteredCompany(service);
  const name = { name: '邻水县青禾餐饮店', tradeName: '青禾' };
  await besideIt(service, company, { code: INDIVIDUAL_BUSINESS, ...name });
  await besideIt(service, company, { code: SUSPENDED, ...name });
});
afterAll(() => service.stop());

const loggedBy = async (caller: string) =>
  (await service.itemsOf('lookupLog')).filter(
    ({ pk, caller: by }) => String(pk).startsWith('LOG#') && by === caller,
  ).length;
const countedOf = async (caller: string) =>
  (await service.itemsOf('credit')).find(({ pk }) => pk === `QUOTA#${caller}#2026-11-23`)?.total;
const alarmsOf = async (caller: string) =>
  (await service.alarms.listMonth('2026-11', 'auditor')).entries.flatMap(({ caller: by, kind, count }) =>
    by === caller && kind === 'quota-exceeded' ? [count] : [],
  );

test.each([
  ['details', 1],
  ['a name of nobody', 1],
  ['a name of two', 2],
  ['statement', 1],
  ['watch', 1],
] as const)(
  '%s: a quota of one time is used up the second time, which is logged and told',
  async (question, subjects) => {
    const officer = aCaller('reg-511623', { id: `officer-${question}` });
    const ask = questionsOf(service, subjects)[question];
    await ask(officer);
    expect(await countedOf(officer.id)).toBe(subjects);
    await expect(ask(officer)).rejects.toMatchObject({
      code: 'quota-exceeded',
      values: { period: 'day', limit: subjects, retryAfter: 50_400 },
    });
    expect(await countedOf(officer.id)).toBe(subjects);
    expect(await loggedBy(officer.id)).toBe(2);
    expect(await alarmsOf(officer.id)).toEqual([subjects]);
  },
);

test('a watch over the quota is not kept', async () => {
  const officer = aCaller('credit-510000', { id: 'watcher' });
  await questionsOf(service, 1).details(officer);
  await expect(questionsOf(service, 1).watch(officer)).rejects.toMatchObject({ code: 'quota-exceeded' });
  expect((await createWatchSubjects(service).list(officer)).entries).toEqual([]);
});

test('nobody’s own statement counts, whatever the quota', async () => {
  const subjectKey = await service.personalData.subjectKeyOf({
    kind: 'citizen-id',
    number: '50023119900307000X',
  });
  const themself = aCaller(undefined, { id: 'themself', roles: ['subject'], subjectKey });
  const { issue } = questionsOf(service, 0);
  await issue(themself, { subject: person }, NOW);
  await issue(themself, { subject: person }, NOW);
  expect(await loggedBy('themself')).toBe(2);
  expect(await countedOf('themself')).toBeUndefined();
});

test('where a question cannot be counted it is not answered', async () => {
  const fault = await injectFaults(service.client, ({ name }) =>
    name === 'UpdateItem' ? 'error' : undefined,
  );
  const questions = questionsOf(service, 9);
  for (const question of ['details', 'a name of two', 'statement', 'watch'] as const)
    await expect(questions[question](aCaller('reg-511623', { id: 'unlucky' }))).rejects.toMatchObject({
      code: 'lookup-not-logged',
    });
  await fault.stop();
  expect(await loggedBy('unlucky')).toBe(4);
});
