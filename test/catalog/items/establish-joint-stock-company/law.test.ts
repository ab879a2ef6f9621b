import { describe, expect, test } from 'vitest';
import { casesOf } from '../../../../catalog/corpus.ts';
import type { JointStockCompanyFacts } from '../../../../catalog/items/establish-joint-stock-company/facts.ts';
import { standard202502 } from '../../../../catalog/items/establish-joint-stock-company/standard.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { corpusOf } from '../../../support/item-files.ts';

/** What the standard says of the corpus's clear case with places of it set: rule and effect. */
function said(set: Readonly<Record<string, unknown>>, on = '2026-11-23'): readonly string[] {
  const { base } = corpusOf('establish-joint-stock-company');
  const facts = Object.fromEntries(Object.entries(set).map(([place, value]) => [`/facts${place}`, value]));
  const changed = { name: 'changed', set: { ...facts, '/on': on }, findings: [], admissible: [] };
  const [built] = casesOf<JointStockCompanyFacts>({ base, cases: [changed] });
  if (built === undefined) throw new Error('One case was given');
  return decide(standard202502, built.examined).findings.map(({ rule, effect }) => `${rule} ${effect}`);
}

const promoter = (person: string, shares: number, fen = shares * 100) => ({
  kind: 'person',
  person,
  shares,
  subscribedFen: fen,
  paidFen: fen,
  paidOn: '2026-08-03',
  methods: ['money'],
  domicileInChina: true,
});
const offer = (overrides: object = {}, shares = 350_000) => ({
  '/promoters': [promoter('p1', shares - 150_000), promoter('p2', 150_000)],
  '/beneficialOwners/persons': ['p1', 'p2'],
  '/establishment': {
    by: 'specific-offer',
    offeredFrom: '2026-08-04',
    offeredFen: (1_000_000 - shares) * 100,
    paidFen: (1_000_000 - shares) * 100,
    paidOn: '2026-08-21',
    subscribers: 3,
    meetingOn: '2026-09-18',
    ...overrides,
  },
});

describe('公司法 第九十一条、第九十七条: who subscribes what', () => {
  test.each([
    ['by promotion all', { '/promoters': [promoter('p1', 600_000), promoter('p2', 400_000)] }, []],
    [
      'by promotion one share short',
      { '/promoters': [promoter('p1', 600_000), promoter('p2', 399_999)] },
      ['establishment.all-subscribed defect'],
    ],
    ['by an offer 35 per cent', offer(), []],
    ['by an offer a share less', offer({}, 349_999), ['establishment.promoters-part defect']],
    ['by an offer all but one', offer({}, 999_999), []],
    ['by an offer all', offer({}, 1_000_000), ['establishment.nothing-offered defect']],
  ])('%s', (_, set, expected) => {
    expect(said(set, '2026-09-18')).toEqual(expected);
  });

  test('35 per cent of a number it does not divide', () => {
    const set = (shares: number) => ({
      ...offer({ offeredFen: (1_001 - shares) * 100, paidFen: (1_001 - shares) * 100 }),
      '/promoters': [promoter('p1', shares - 1), promoter('p2', 1)],
      '/shares/issued': 1_001,
      '/registeredCapitalFen': 100_100,
    });
    expect(said(set(351), '2026-09-18')).toEqual([]);
    expect(said(set(350), '2026-09-18')).toEqual(['establishment.promoters-part defect']);
  });
});

describe('第一百零三条: the meeting within thirty days of the paying up', () => {
  /* 2026-08-21 and thirty days is 2026-09-20, a Sunday that is worked; a day earlier gives the Saturday before it. */
  test.each([
    ['2026-08-21', '2026-09-20', []],
    ['2026-08-21', '2026-09-21', ['establishment.meeting-late review']],
    ['2026-08-20', '2026-09-20', []],
    ['2026-08-20', '2026-09-21', ['establishment.meeting-late review']],
    ['2026-08-19', '2026-09-18', []],
    ['2026-08-19', '2026-09-19', ['establishment.meeting-late review']],
    /* The thirtieth day is 1 October; the first day that is worked after it is the 8th. */
    ['2026-09-01', '2026-10-08', []],
    ['2026-09-01', '2026-10-09', ['establishment.meeting-late review']],
    ['2026-09-18', '2026-09-18', []],
    ['2026-09-18', '2026-09-17', ['establishment.meeting-before-paid defect']],
  ])('paid up on %s, held on %s', (paidOn, meetingOn, expected) => {
    expect(said(offer({ paidOn, meetingOn }), '2026-10-10')).toEqual(expected);
  });

  test('the last to pay may be a promoter, who then was offered before', () => {
    const set = offer({ meetingOn: '2026-10-09' });
    const [first, second] = set['/promoters'];
    expect(
      said({ ...set, '/promoters': [first, { ...second, paidOn: '2026-09-10' }] }, '2026-10-10'),
    ).toEqual(['establishment.offered-before-paid review']);
  });
});

describe('第一百零六条: applied for within thirty days of the meeting', () => {
  test.each([
    ['2026-08-21', '2026-09-20', []],
    ['2026-08-21', '2026-09-21', ['establishment.filed-late note']],
    ['2026-09-01', '2026-10-08', []],
    ['2026-09-01', '2026-10-09', ['establishment.filed-late note']],
    ['2026-10-08', '2026-10-08', []],
    ['2026-10-08', '2026-10-07', ['establishment.meeting-later defect']],
  ])('meeting on %s, filed on %s', (meetingOn, on, expected) => {
    const promoters = [promoter('p1', 600_000), promoter('p2', 400_000)];
    expect(said({ '/promoters': promoters, '/establishment/meetingOn': meetingOn }, on)).toEqual(expected);
  });
});

describe('第九十二条: promoters', () => {
  const organisations = (count: number, domestic: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...promoter('p1', Math.floor(1_000_000 / count)),
      kind: 'organisation',
      code: `X${index}`,
      name: '某某有限公司',
      domicileInChina: index < domestic,
    }));
  const counted = (count: number, domestic: number) =>
    said({ '/promoters': organisations(count, domestic), '/shares/issued': 1_000_000 }).filter((rule) =>
      /count|domicile/.test(rule),
    );
  test.each([
    [1, 1, []],
    [1, 0, ['promoters.domicile defect']],
    [2, 1, []],
    [3, 1, ['promoters.domicile defect']],
    [3, 2, []],
    [200, 100, []],
    [200, 99, ['promoters.domicile defect']],
    [201, 101, ['promoters.count defect']],
    [0, 0, ['promoters.count defect']],
  ])('%i, %i of them with a domicile in China', (count, domestic, expected) => {
    expect(counted(count, domestic)).toEqual(expected);
  });
});

describe('第九十八条: paid in full before the company is established', () => {
  test.each([
    [{ '/promoters/0/paidFen': 59_999_999 }, ['promoters.paid-in-full defect']],
    [{ '/promoters/0/paidFen': 60_000_000 }, []],
    [{ '/promoters/0/paidOn': '2026-11-23' }, []],
    [{ '/promoters/0/paidOn': '2026-11-24' }, ['promoters.paid-later defect']],
    [{ '/promoters/0/methods': ['in-kind'] }, ['materials.property-transfer-proof defect']],
    [{ '/promoters/0/methods': ['money', 'equity'] }, ['materials.property-transfer-proof defect']],
    [
      { '/promoters/0/methods': ['data'] },
      ['capital.conditional-contribution review', 'materials.property-transfer-proof defect'],
    ],
    [
      { '/promoters/0/methods': ['goodwill'] },
      ['capital.forbidden-contribution defect', 'materials.property-transfer-proof defect'],
    ],
  ])('%j', (set, expected) => {
    expect(said(set)).toEqual(expected);
  });
});

describe('第一百零一条: a proof of capital verification for an offer to the public alone', () => {
  test.each([
    ['specific-offer', []],
    ['public-offer', ['materials.capital-verification defect', 'materials.securities-registration defect']],
  ])('%s', (by, expected) => {
    expect(said(offer({ by }), '2026-09-18')).toEqual(expected);
  });
});

describe('第一百四十二条、第一百四十八条: par value, or half of the proceeds', () => {
  const noPar = { '/shares': { kind: 'no-par-value', issued: 1_000_000 } };
  test.each([
    [{ '/registeredCapitalFen': 99_999_999 }, ['capital.par-value defect']],
    [{ ...noPar, '/registeredCapitalFen': 49_999_999 }, ['capital.no-par-value-half defect']],
    [{ ...noPar, '/registeredCapitalFen': 50_000_000 }, []],
    [{ ...noPar, '/registeredCapitalFen': 100_000_001 }, ['capital.more-than-proceeds defect']],
    [{ '/promoters': [promoter('p1', 600_000, 120_000_000), promoter('p2', 400_000, 80_000_000)] }, []],
    [
      { '/promoters': [promoter('p1', 600_000, 120_000_000), promoter('p2', 400_000, 81_000_000)] },
      ['shares.one-price defect'],
    ],
    [
      { '/promoters': [promoter('p1', 600_000, 59_999_999), promoter('p2', 400_000)] },
      ['shares.below-par defect'],
    ],
  ])('%j', (set, expected) => {
    expect(said(set)).toEqual(expected);
  });
});

describe('第一百二十条至第一百三十三条: organs', () => {
  test.each([
    [{ '/governance/supervision': 'none-by-consent' }, 'governance.supervision-required defect'],
    [{ '/offices/4/office': 'deputy-manager' }, 'officers.manager-missing defect'],
    [{ '/offices/2/office': 'other-senior-manager' }, 'governance.board-size defect'],
    [{ '/offices/7/employeeRepresentative': false }, 'governance.supervisory-board-members defect'],
    [{ '/offices/5/office': 'supervisor' }, 'governance.supervisory-board-chair defect'],
  ])('%j', (set, expected) => {
    expect(said(set)).toContain(expected);
  });
  test('the manager may be a director, and no supervisor is', () => {
    expect(said({ '/offices/4/person': 'p2' })).toEqual([]);
    expect(said({ '/offices/4/person': 'p5' })).toEqual(['governance.supervisor-holds-other-office defect']);
  });
});

test('promoters are sent to 第四十八条 by 第九十八条第二款', () => {
  const rule = standard202502.rules.find(({ id }) => id === 'capital.forbidden-contribution');
  expect(rule?.articles.map(({ article }) => article)).toEqual([
    '第十三条第二款',
    '第九十八条第二款',
    '第四十八条第一款',
  ]);
});

describe('第一百二十一条第二款: an audit committee, and more than half of it independent', () => {
  const committee = (size: number, independent: number) => {
    const persons = ['p1', 'p2', 'p3', 'p4'];
    const declared = { qualificationDeclared: true };
    return said({
      '/governance/supervision': 'audit-committee',
      '/offices': [
        { person: 'p1', office: 'legal-representative', ...declared },
        { person: 'p1', office: 'board-chair', ...declared },
        ...['p2', 'p3', 'p4'].map((person) => ({ person, office: 'director', ...declared })),
        { person: 'p5', office: 'manager', ...declared },
        { person: 'p6', office: 'liaison', qualificationDeclared: false },
        ...persons.slice(0, size).map((person, index) => ({
          person,
          office: 'audit-committee-member',
          independenceDeclared: index < independent,
          ...declared,
        })),
      ],
    });
  };
  test.each([
    [2, 2, ['governance.audit-committee-size defect']],
    [3, 2, []],
    [3, 1, ['governance.audit-committee-independence defect']],
    [4, 3, []],
    [4, 2, ['governance.audit-committee-independence defect']],
  ])('%i members, %i of them independent', (size, independent, expected) => {
    expect(committee(size, independent)).toEqual(expected);
  });
});
