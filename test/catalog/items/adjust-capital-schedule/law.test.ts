import { describe, expect, test } from 'vitest';
import {
  deriveSchedule,
  type FiledSchedule,
} from '../../../../catalog/items/adjust-capital-schedule/facts.ts';
import { standard202502 } from '../../../../catalog/items/adjust-capital-schedule/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import type { Enterprise } from '../../../../lib/domain/registration/enterprise.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson, aStanding, personsOf } from '../../../support/a-filing.ts';
import { enterpriseEvidence } from '../../../support/an-enterprise.ts';

const person = aPerson();
const [{ subject } = { subject: undefined as never }] = personsOf({ persons: [person] });

interface Told {
  readonly on: string;
  readonly payBy: string;
  readonly establishedOn: string;
  readonly stands?: string;
  readonly enterprise?: Partial<Enterprise>;
  readonly facts?: Partial<FiledSchedule>;
}

/** Rules that speak of one shareholder’s term, decided and published on the day it is filed. */
function rulesOf({ on, payBy, establishedOn, stands = '2050-01-01', enterprise = {}, facts = {} }: Told) {
  const day = plainDate(on);
  const filed: FiledSchedule = {
    enterprise: '91511623MY0000017F',
    signedBy: 'p1',
    decidedOn: day,
    publishedOn: day,
    persons: [person],
    schedule: [{ kind: 'person', person: 'p1', payBy: plainDate(payBy) }],
    materials: [aMaterial('application-form'), aMaterial('amended-articles')],
    ...facts,
  };
  const persons = personsOf(filed, { on: day });
  const { findings } = decide(standard202502, {
    facts: deriveSchedule(filed, persons),
    terms: placeTermsOf('511623', day),
    evidence: {
      nameClaims: [],
      standings: persons.map((one) => aStanding(one)),
      enterprise: enterpriseEvidence({
        establishedOn: plainDate(establishedOn),
        heads: [{ subject, name: '林晓岚' }],
        members: [
          {
            subject,
            name: '林晓岚',
            as: 'shareholder',
            subscribedFen: 100_000_000,
            payBy: plainDate(stands),
          },
        ],
        ...enterprise,
      }),
      readOn: day,
    },
    on: day,
  });
  return findings.map(({ rule, effect }) => `${rule} ${effect}`);
}

describe('令784 第二条: limited companies registered by 2024-06-30', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['2024-06-30', '2026-11-23', '2032-06-30', []],
    ['2024-06-30', '2026-11-23', '2032-07-01', ['schedule.still-too-long note']],
    ['2024-06-30', '2027-06-30', '2032-06-30', []],
    ['2024-06-30', '2027-06-30', '2032-07-01', ['schedule.still-too-long note']],
    ['2024-06-30', '2027-07-01', '2032-06-30', []],
    ['2024-06-30', '2027-07-01', '2032-07-01', ['schedule.too-long defect']],
    ['2016-02-29', '2026-11-23', '2032-06-30', []],
    ['2016-02-29', '2027-07-01', '2032-07-01', ['schedule.too-long defect']],
  ])('established %s, filed %s, paid by %s', (establishedOn, on, payBy, rules) =>
    expect(rulesOf({ establishedOn, on, payBy })).toEqual(rules),
  );
  test('no term is lengthened beyond the last day', () => {
    const told = { establishedOn: '2020-01-01', on: '2026-11-23', stands: '2031-01-01' };
    expect(rulesOf({ ...told, payBy: '2032-06-30' })).toEqual([]);
    expect(rulesOf({ ...told, payBy: '2032-07-01' })).toEqual(['schedule.too-long defect']);
  });
});

test('令784 第四条: what was paid is told without a change of the articles, while the old term may still stand', () => {
  const paid = (on: string) =>
    rulesOf({
      establishedOn: '2020-01-01',
      on,
      payBy: '2050-01-01',
      facts: {
        schedule: [{ kind: 'person', person: 'p1', payBy: plainDate('2050-01-01'), paidFen: 1 }],
        materials: [aMaterial('application-form')],
      },
    });
  expect(paid('2027-06-30')).toEqual(['schedule.still-too-long note']);
  expect(paid('2027-07-01')).toEqual(['schedule.too-long defect']);
});

test('a term within what law allows is not abnormal, however old the company is', () => {
  const told = { establishedOn: '1996-01-05', on: '2026-11-23' };
  expect(rulesOf({ ...told, payBy: '2032-06-30' })).toEqual([]);
  expect(rulesOf({ ...told, payBy: '2032-07-01' })).toEqual([
    'schedule.still-too-long note',
    'schedule.abnormal review',
  ]);
});

test('令784 第二条第二款: what is consented to is the original term', () => {
  const consented = (payBy: string) =>
    rulesOf({
      establishedOn: '2020-01-01',
      on: '2028-03-01',
      payBy,
      stands: '2045-12-31',
      facts: {
        consent: { document: '关于同意按原出资期限出资的意见', number: '甲市监〔2026〕1号' },
        materials: (['application-form', 'amended-articles', 'consent-document'] as const).map((kind) =>
          aMaterial(kind),
        ),
      },
    });
  expect(consented('2045-12-31')).toEqual(['schedule.consent review']);
  expect(consented('2046-01-01')).toEqual(['schedule.consent review', 'schedule.beyond-original defect']);
});

describe('公司法 第二百二十八条: five years from the registration of an increase', () => {
  test.each<[string, readonly string[]]>([
    ['2033-02-28', []],
    ['2033-03-01', ['schedule.too-long defect']],
  ])('registered 2028-02-29, paid by %s', (payBy, rules) => {
    const member = { subject, name: '林晓岚', as: 'shareholder' as const, subscribedFen: 100_000_000 };
    expect(
      rulesOf({
        establishedOn: '2024-07-01',
        on: '2028-03-01',
        payBy,
        enterprise: {
          members: [{ ...member, payBy: plainDate('2030-01-01'), increasedOn: plainDate('2028-02-29') }],
        },
      }),
    ).toEqual(rules);
  });
});

describe('公司法 第四十七条: limited companies established later', () => {
  test.each<[string, string, readonly string[]]>([
    ['2024-07-01', '2029-07-01', []],
    ['2024-07-01', '2029-07-02', ['schedule.too-long defect']],
    ['2024-12-31', '2029-12-31', []],
    ['2024-12-31', '2030-01-01', ['schedule.too-long defect']],
    ['2028-02-29', '2033-02-28', []],
    ['2028-02-29', '2033-03-01', ['schedule.too-long defect']],
  ])('established %s, paid by %s', (establishedOn, payBy, rules) =>
    expect(rulesOf({ establishedOn, on: '2028-06-01', payBy })).toEqual(rules),
  );
});

describe('令784 第二条: promoters of companies by shares', () => {
  const stock = { type: 'joint-stock-company', typeName: '股份有限公司' } as const;
  test.each<[string, string, readonly string[]]>([
    ['2024-06-30', '2027-06-30', []],
    ['2024-06-30', '2027-07-01', ['schedule.too-long defect']],
    ['2024-07-01', '2024-07-01', []],
    ['2024-07-01', '2024-07-02', ['schedule.too-long defect']],
  ])('established %s, paid by %s', (establishedOn, payBy, rules) =>
    expect(rulesOf({ establishedOn, on: '2026-11-23', payBy, enterprise: stock })).toEqual(rules),
  );
  test('who has paid in full is bound to no day', () => {
    const paid = (paidFen: number) =>
      rulesOf({
        establishedOn: '2020-01-01',
        on: '2028-01-04',
        payBy: '2029-01-01',
        enterprise: stock,
        facts: { schedule: [{ kind: 'person', person: 'p1', payBy: plainDate('2029-01-01'), paidFen }] },
      });
    expect(paid(100_000_000)).toEqual([]);
    expect(paid(99_999_999)).toEqual(['schedule.too-long defect']);
    expect(paid(100_000_001)).toEqual(['schedule.paid-too-much defect']);
  });
});

describe('令784 第四条: published within twenty working days', () => {
  const published = (decidedOn: string, publishedOn: string) =>
    rulesOf({
      establishedOn: '2020-01-01',
      on: publishedOn,
      payBy: '2032-06-30',
      facts: { decidedOn: plainDate(decidedOn), publishedOn: plainDate(publishedOn) },
    });
  test.each<[string, string]>([
    ['2026-10-26', '2026-11-23'],
    ['2026-09-25', '2026-10-29'],
    ['2026-02-12', '2026-03-18'],
  ])('decided %s, published %s', (decided, day) =>
    expect(published(decided, day).filter((rule) => rule.startsWith('schedule.publish'))).toEqual([]),
  );
  test.each<[string, string]>([
    ['2026-10-26', '2026-11-24'],
    ['2026-09-25', '2026-10-30'],
    ['2026-02-12', '2026-03-19'],
  ])('decided %s, published %s: late', (decided, day) =>
    expect(published(decided, day)).toContain('schedule.publish note'),
  );
});

test('条例 第二十九条: filed within thirty days, which a rest day moves on', () => {
  const filed = (decidedOn: string) =>
    rulesOf({
      establishedOn: '2020-01-01',
      on: '2026-11-23',
      payBy: '2032-06-30',
      facts: { decidedOn: plainDate(decidedOn), publishedOn: plainDate('2026-11-01') },
    });
  expect(filed('2026-10-22')).toEqual([]);
  expect(filed('2026-10-21')).toEqual(['schedule.late note']);
});
