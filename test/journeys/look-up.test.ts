import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { citizenNumber, freshPerson, today } from './a-filing.ts';
import { lookUpOf, recordOf, type Subject, subjectOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const publish = async (...given: Parameters<typeof recordOf>) =>
  (await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(...given) })).body;

describe('a look-up', () => {
  const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

  /** An invented code whose check characters are right. */
  function organisationCode(serial: number): string {
    const body = `MA${String(serial).padStart(6, '0')}`;
    const weightOf = (character: string) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character);
    const bodySum = [...body].reduce((sum, one, at) => sum + weightOf(one) * (BODY_WEIGHTS[at] ?? 0), 0);
    const bodyCheck = '0123456789X'.charAt((11 - (bodySum % 11)) % 11);
    const first = `91511602${body}${bodyCheck}`;
    const sum = [...first].reduce((total, one, at) => total + ALPHABET.indexOf(one) * (WEIGHTS[at] ?? 0), 0);
    return first + ALPHABET.charAt((31 - (sum % 31)) % 31);
  }

  test('of 1 000 mixed subjects answers each in its place, in one round trip', async () => {
    const [barred, penalised] = [freshPerson(), organisationCode(900_001)];
    await publish(barred);
    await service.ask(publishRecord, {
      as: 'publisher-sc',
      body: recordOf(barred, {
        class: 'abnormal-list',
        issuedBy: 'reg-511623',
        subject: { kind: 'organisation', code: penalised },
      }),
    });
    const dayOf = (index: number) => new Date(Date.UTC(1960, 0, 1 + index)).toISOString().slice(0, 10);
    const subjects: readonly Subject[] = Array.from({ length: 1000 }, (_, index): Subject => {
      if (index === 7) return subjectOf(barred);
      if (index === 998) return { kind: 'organisation', code: penalised };
      return index % 2 === 0
        ? { kind: 'organisation', code: organisationCode(index) }
        : { kind: 'person', document: { kind: 'citizen-id', number: citizenNumber('500231', dayOf(index)) } };
    });
    const { body } = await service.ask(lookUp, {
      as: 'regulator-cq',
      body: { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [...subjects] },
    });
    expect(body.results.map(({ index }) => index)).toEqual(subjects.map((_, index) => index));
    expect(body.results.every(({ subject }, at) => subject.kind === subjects[at]?.kind)).toBe(true);
    expect(body.coverage.map((coverage) => coverage.subjects)).toEqual(['organisation', 'person']);
    const noted = body.results.filter(({ disclosed }) => disclosed?.entries.length !== 0);
    expect(noted.map(({ index }) => index)).toEqual([7, 998]);
    expect(body.results.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(barred.document.number);
  });

  test('sees the record of either side, with its row and article, and the one it does not bear on as clear', async () => {
    const [barred, other] = [freshPerson(), freshPerson()];
    const record = await publish(barred);
    const { results, rows, coverage } = await lookUpOf(service, [barred, other]);
    expect(results).toMatchObject([
      {
        verdict: 'hit',
        reasons: [],
        measures: [{ row: 'office-bar', records: [{ record: record.id, jurisdiction: 'CQ' }], more: false }],
        disclosed: { entries: [{ record: record.id, class: 'dishonest-debtor' }], more: false },
      },
      { verdict: 'clear', reasons: [], measures: [], disclosed: { entries: [], more: false } },
    ]);
    expect(rows).toMatchObject([{ id: 'office-bar', articles: [{ law: '公司法' }] }]);
    expect(coverage).toMatchObject([{ subjects: 'person', completeUpTo: expect.any(String) }]);
    expect(coverage[0]?.sources.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['cq-dishonest-debtors', 'sc-dishonest-debtors']),
    );
  });

  test('as of a day counts what was true then; as known at an instant, what was known then', async () => {
    const person = freshPerson();
    const before = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const record = await publish(person);
    const verdictOf = async (more: Parameters<typeof lookUpOf>[2]) => {
      const { results, ...rest } = await lookUpOf(service, [person], more);
      return {
        ...rest,
        measures: results[0]?.measures.length,
        disclosed: results[0]?.disclosed?.entries.length,
      };
    };
    expect(await verdictOf({ asOf: record.decidedOn })).toMatchObject({
      asOf: record.decidedOn,
      measures: 1,
      disclosed: 1,
    });
    expect(await verdictOf({ asOf: addDays(record.decidedOn, -1) })).toMatchObject({
      measures: 0,
      disclosed: 0,
    });
    expect(await verdictOf({ knownAt: before })).toMatchObject({
      knownAt: before,
      measures: 0,
      disclosed: 0,
    });
    expect(await verdictOf({ knownAt: record.recordedAt })).toMatchObject({ measures: 1 });
    expect(await verdictOf({ asOf: today() })).toMatchObject({ measures: 1 });
  });

  test('as of a day before the sources began is no false clear', async () => {
    const before = new Date(Date.now() - 86_400_000).toISOString();
    const { results, coverage } = await lookUpOf(service, [freshPerson()], { knownAt: before });
    expect(results).toMatchObject([{ verdict: 'unknown', reasons: ['source-never-started'] }]);
    expect(coverage[0]).not.toHaveProperty('completeUpTo');
  });

  test('asked for twice, a subject is answered twice', async () => {
    const person = freshPerson();
    const { asked, results } = await lookUpOf(service, [person, person]);
    expect(asked).toEqual([
      { index: 0, status: 'answered' },
      { index: 1, status: 'duplicate', duplicateOf: 0 },
    ]);
    expect(results.map(({ index, duplicateOf, verdict }) => [index, duplicateOf, verdict])).toEqual([
      [0, undefined, 'clear'],
      [1, 0, 'clear'],
    ]);
  });

  test('a list with rows that are blank or wrong is answered for all the others, each in its place', async () => {
    const person = freshPerson();
    const { id } = await publish(person);
    const { body } = await service.ask(lookUp, {
      as: 'regulator-sc',
      body: {
        purpose: 'supervision',
        basis: 'risk-based-supervision',
        subjects: [
          { kind: 'organisation', code: '' },
          subjectOf(person),
          { kind: 'person', document: { kind: 'citizen-id', number: '不详' } },
          { kind: 'organisation', code: '91500231MA5U000A57' },
        ],
      },
    });
    expect(body.asked.map(({ status }) => status)).toEqual(['blank', 'answered', 'malformed', 'answered']);
    expect(body.results).toMatchObject([
      {
        index: 1,
        verdict: 'hit',
        history: 'listed',
        listings: [{ list: 'dishonest-debtor', record: id, jurisdiction: 'CQ', issuedBy: 'court-500231' }],
        disclosed: { entries: [{ record: id, repair: { kind: 'from' } }] },
      },
      { index: 3, verdict: 'clear', history: 'never-listed', subject: { codeCheck: 'failed' } },
    ]);
    expect(body.repairConditions).toEqual(['conduct-corrected', 'duties-performed', 'commitment-made']);
  });

  test.each([
    ['/asOf', 'after-today', { asOf: addDays(today(), 2) }],
    ['/knownAt', 'after-now', { knownAt: '2999-01-01T00:00:00.000Z' }],
  ])('%s to come is refused', async (path, code, more) => {
    const refused = await service.refused(lookUp, {
      as: 'regulator-sc',
      body: {
        purpose: 'registration',
        basis: 'registration-review',
        subjects: [subjectOf(freshPerson())],
        ...more,
      },
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', defects: [{ path, code }] },
    });
  });

  test('of 101 subjects as of the past is refused, of 100 answered', async () => {
    const people = Array.from({ length: 101 }, () => freshPerson());
    const asOf = addDays(today(), -1);
    expect((await lookUpOf(service, people.slice(1), { asOf })).results).toHaveLength(100);
    const refused = await service.refused(lookUp, {
      as: 'regulator-sc',
      body: { purpose: 'registration', basis: 'registration-review', subjects: people.map(subjectOf), asOf },
    });
    expect(refused.body.defects).toMatchObject([{ path: '/subjects', code: 'too-big' }]);
  });
});
