import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssueStatement, type IssueStatement } from '../../lib/acts/issue-statement.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import { verifyDocument } from '../../local/verify-document.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  moment,
  NOW,
  person,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { aRegisteredCompany } from '../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { injectFaults } from '../support/sdk-faults.ts';

let service: RegistrationService;
let issue: IssueStatement;
let company: string;
let publish: CreditService['publish'];
beforeAll(async () => {
  service = await startRegistrationService();
  issue = createIssueStatement(service);
  company = await aRegisteredCompany(service);
  publish = service.publish;
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterAll(() => service.stop());

const regulator = aCaller('reg-511623');
const forSupervision = { purpose: 'supervision', basis: 'risk-based-supervision' };
const keys = async () =>
  (await service.receiptSigner.verificationKeys()).map((key) => ({ ...key, signs: 'receipt' as const }));
const marksOf = async (token: string) =>
  (await verifyDocument(token, { keys: await keys(), statusLists: [], now: new Date() })).map(
    ({ mark }) => mark,
  );

test('a statement embeds verdict, coverage, measures and records, and is checked off-line', async () => {
  const { id } = await publish(aDebtorRecord());
  const { statement, token } = await issue(regulator, { subject: person, ...forSupervision }, NOW);
  expect(statement).toMatchObject({
    verdict: 'hit',
    history: 'listed',
    asOf: '2026-11-23',
    askedBy: 'reg-511623',
    subject: { kind: 'person', maskedNumber: '5****************X' },
    measures: [{ row: 'office-bar', records: [id] }, { row: 'cautious-credit' }, { row: 'rating-report' }],
    records: [{ record: id, class: 'dishonest-debtor', issuedBy: 'court-500231' }],
    moreRecords: false,
    completeUpTo: '2026-11-23T01:00:00.000Z',
  });
  expect(await marksOf(token)).toEqual(['✓', '✓', '?']);
  const [header, payload = '', signature] = token.split('.');
  const forged = Buffer.from(
    Buffer.from(payload, 'base64url').toString().replace('"hit"', '"clear"'),
  ).toString('base64url');
  expect(await marksOf(`${header}.${forged}.${signature}`)).toEqual(['✗']);
  expect(Buffer.from(payload, 'base64url').toString()).not.toContain('50023119900307000X');
});

test('it says what was so as of a past day, by what is known now', async () => {
  const asked = { subject: person, ...forSupervision };
  const { statement } = await issue(regulator, { ...asked, asOf: day('2026-05-10') }, NOW);
  expect([statement.asOf, statement.measures, statement.records]).toEqual(['2026-05-10', [], []]);
  await expect(issue(regulator, { ...asked, asOf: day('2026-11-24') }, NOW)).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

test('the subject itself has one, and whoever stands for an organisation; nobody else without a purpose', async () => {
  const { heads } = await service.enterprisesFor.get(company);
  const organisation = { kind: 'organisation', code: company } as const;
  const asks = (subjectKey: string | undefined, roles: readonly 'subject'[] = ['subject']) =>
    issue(
      aCaller(undefined, { id: 'somebody', roles, ...(subjectKey && { subjectKey: subjectKey as never }) }),
      { subject: organisation },
      NOW,
    );
  for (const key of [heads[0]?.subject, organisationKey(company)])
    expect((await asks(key)).statement).toMatchObject({
      purpose: 'own-file',
      verdict: 'clear',
      history: 'never-listed',
      subject: { code: company },
    });
  const other = await service.personalData.subjectKeyOf({ kind: 'passport', number: 'E99999999' });
  for (const key of [other, undefined]) await expect(asks(key)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(issue(regulator, { subject: person }, NOW)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    issue(aCaller('reg-511623', { roles: ['publisher'] }), { subject: person, ...forSupervision }, NOW),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    issue(regulator, { subject: person, purpose: 'own-file', basis: 'access-of-the-person' }, NOW),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('each is logged before it leaves, and none leaves that is not', async () => {
  const { statement } = await issue(regulator, { subject: person, ...forSupervision }, NOW);
  expect((await service.itemsOf('lookupLog')).map(({ id }) => id)).toContain(statement.lookup);
  const fault = await injectFaults(service.client, ({ name }) => (name === 'PutItem' ? 'error' : undefined));
  await expect(
    issue(regulator, { subject: person, ...forSupervision }, moment('2026-11-23T03:00:00.000Z')),
  ).rejects.toMatchObject({ code: 'lookup-not-logged' });
  await fault.stop();
});
