import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishPartnershipFacts,
  type FiledPartnership,
} from '../../../../catalog/items/establish-partnership/facts.ts';
import { establishPartnership } from '../../../../catalog/items/establish-partnership/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-partnership/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { type PlainDate, plainDate } from '../../../../lib/domain/time/plain-date.ts';
import {
  aMaterial,
  aPerson,
  aStanding,
  citizenNumber,
  FILED_ON,
  personsOf,
} from '../../../support/a-filing.ts';
import {
  aLimitedPartnership,
  anOrganisation,
  aPartner,
  aPartnershipFiling,
  partner3,
} from '../../../support/a-partnership-filing.ts';

function decided(filed: FiledPartnership, on: PlainDate = FILED_ON) {
  const persons = personsOf(filed, { on });
  return decide(standard202502, {
    facts: establishPartnership.derive(filed, persons),
    terms: placeTermsOf(filed.principalPlace.division, on),
    evidence: { nameClaims: [], standings: persons.map((one) => aStanding(one)), readOn: on },
    on,
  });
}
const said = (filed: FiledPartnership, on?: PlainDate) =>
  decided(filed, on).findings.map(({ rule, effect }) => `${rule} ${effect}`);
const { name, persons, materials } = aPartnershipFiling();
const [first, second] = persons as [(typeof persons)[number], (typeof persons)[number]];
const withForm = (form: string) => ({ name: { ...name, form } });

test('the builders give what the schema accepts and the standard finds nothing in', () => {
  for (const filed of [aPartnershipFiling(), aLimitedPartnership()]) {
    expect(z.parse(establishPartnershipFacts, filed)).toEqual(filed);
    expect(decided(filed)).toEqual({ findings: [], admissible: ['register'] });
  }
});

describe('第十五条, 第五十六条, 第六十二条: the mark in the name', () => {
  const general = 'names.general-partnership-mark defect';
  const special = 'names.special-partnership-mark defect';
  const limited = 'names.limited-partnership-mark defect';
  test.each<[FiledPartnership['form'], string, readonly string[]]>([
    ['general', '合伙企业（普通合伙）', []],
    ['general', '普通合伙企业', []],
    ['general', '合伙企业', [general]],
    ['general', '中心（特殊普通合伙）', [general]],
    ['general', '中心（有限合伙）', [general]],
    ['general', '中心（个人独资）', [general]],
    ['special-general', '事务所（特殊普通合伙）', []],
    ['special-general', '事务所（普通合伙）', [special]],
    ['special-general', '事务所', [special]],
    ['limited', '合伙企业（有限合伙）', []],
    ['limited', '有限合伙企业', []],
    ['limited', '合伙企业（普通合伙）', [limited]],
    ['limited', '合伙企业', [limited]],
    ['limited', '普通合伙企业（有限合伙）', [limited]],
  ])('%s: %s', (form, word, expected) => {
    const base = form === 'limited' ? aLimitedPartnership : aPartnershipFiling;
    const filed = base({
      form,
      ...withForm(word),
      ...(form === 'special-general' && {
        professionalService: { service: '资产评估', qualificationsRequired: false },
      }),
    });
    expect(said(filed).filter((one) => one !== 'profession.service review')).toEqual(expected);
  });
  test.each([
    ['公司（普通合伙）', ['names.form-of-others defect', 'names.form-word review']],
    ['有限责任公司（普通合伙）', ['names.form-of-others defect', 'names.form-word review']],
    ['联合体（普通合伙）', ['names.form-word review']],
    ['中心(普通合伙)', ['names.form-characters defect', 'names.form-word review']],
    ['（普通合伙）中心', ['names.form-characters defect']],
    ['（普通合伙）', ['names.form-word review']],
    ['（普通合伙', ['names.form-characters defect', 'names.form-word review']],
  ])('another form: %s', (form, expected) =>
    expect(said(aPartnershipFiling(withForm(form)))).toEqual(expected),
  );
  test.each<[Partial<FiledPartnership['name']>, readonly string[]]>([
    [{ tradeName: '禾岚公司' }, ['names.form-of-others-elsewhere review']],
    [
      { industry: { word: '公司管理', class: 'L72' } },
      ['names.industry-word review', 'names.form-of-others-elsewhere review'],
    ],
    [{ tradeName: '禾岚合伙' }, ['names.doubtful-words review']],
  ])('第十一条第八项, 第十五条 of the name provisions: %j is judged', (changes, expected) =>
    expect(said(aPartnershipFiling({ name: { ...name, ...changes } }))).toEqual(expected),
  );
  test('the whole name holds the mark, and is claimed with it', () => {
    expect(establishPartnership.claimedName?.(aLimitedPartnership())?.name).toBe(
      '邻水县禾岚企业管理咨询合伙企业（有限合伙）',
    );
    const bracketed = aLimitedPartnership();
    expect(
      establishPartnership.claimedName?.({
        ...bracketed,
        name: { ...bracketed.name, division: '邻水', divisionPosition: 'before-form' },
      })?.name,
    ).toBe('禾岚企业管理咨询（邻水）合伙企业（有限合伙）');
  });
});

const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aPerson({
      ref: `p${index + 1}`,
      document: { kind: 'citizen-id', number: citizenNumber('511623', '1990-03-07', String(100 + index)) },
      residence: '邻水县鼎屏镇人民路 14 号',
    }),
  );

describe('第十四条第一项, 第六十一条第一款: how many partners', () => {
  const of = (form: 'general' | 'limited', count: number) => {
    const base = form === 'limited' ? aLimitedPartnership : aPartnershipFiling;
    const others = form === 'limited' ? { liability: 'limited' as const, manages: false } : {};
    return base({
      persons: people(count),
      partners: people(count).map(({ ref }, index) => aPartner(ref, index === 0 ? {} : others)),
      contributionFen: 50_000_000 * count,
      beneficialOwners: { kind: 'persons', persons: ['p1', 'p2'].slice(0, count) },
    });
  };
  test.each<['general' | 'limited', number, readonly string[]]>([
    ['general', 1, ['partners.count defect']],
    ['general', 2, []],
    ['general', 51, []],
    ['general', 100, []],
    ['limited', 1, ['partners.count-of-limited defect', 'partners.limited-partner-missing defect']],
    ['limited', 2, []],
    ['limited', 50, []],
    ['limited', 51, ['partners.count-of-limited defect']],
  ])('%s, %i', (form, count, expected) => {
    const found = said(of(form, count));
    expect(found.filter((one) => !one.startsWith('beneficial-owners'))).toEqual(expected);
  });
});

describe('第二条, 第六十一条第二款, 第七十五条: liability fits the form', () => {
  test.each<[string, FiledPartnership, readonly string[]]>([
    [
      'a limited partner in a general partnership',
      aPartnershipFiling({
        partners: [aPartner('p1'), aPartner('p2', { liability: 'limited', manages: false })],
      }),
      ['partners.liability defect'],
    ],
    [
      'general partners alone in a limited one',
      aLimitedPartnership({ partners: [aPartner('p1'), aPartner('p2')] }),
      ['partners.limited-partner-missing defect'],
    ],
    [
      'limited partners alone',
      aLimitedPartnership({
        partners: ['p1', 'p2'].map((ref) => aPartner(ref, { liability: 'limited', manages: false })),
      }),
      ['partners.general-partner-missing defect', 'managers.none defect'],
    ],
  ])('%s', (_, filed, expected) => expect(said(filed)).toEqual(expected));
});

/** `p3` acts for a company that manages beside `p1`; both are liable without limit. */
const withCompany = (overrides: Parameters<typeof anOrganisation>[0] = {}) => ({
  partners: [aPartner('p1'), anOrganisation(overrides)],
  persons: [first, partner3],
  beneficialOwners: { kind: 'persons' as const, persons: ['p1'] },
  materials: [...materials, aMaterial('representative-authorisation')],
});

describe('第三条: who may not be a general partner', () => {
  test.each<[string, readonly string[]]>([
    ['wholly-state-owned-company', ['partners.barred-as-general defect']],
    ['state-owned-enterprise', ['partners.barred-as-general defect']],
    ['listed-company', ['partners.barred-as-general defect']],
    ['public-benefit-institution', ['partners.barred-as-general defect']],
    ['public-benefit-society', ['partners.barred-as-general defect']],
    ['other', []],
  ])('%s', (nature, expected) => {
    expect(said(aPartnershipFiling(withCompany({ nature: nature as 'other' })))).toEqual(expected);
    const limited = anOrganisation({ nature: nature as 'other', liability: 'limited', manages: false });
    const { representative: _none, ...silent } = limited as typeof limited & { representative?: string };
    expect(
      said(
        aLimitedPartnership({
          partners: [aPartner('p1'), silent],
          persons: [first],
          beneficialOwners: { kind: 'persons', persons: ['p1'] },
        }),
      ),
    ).toEqual([]);
  });
  test('a code of an institution or a society is judged', () => {
    expect(said(aPartnershipFiling(withCompany({ code: '12511623MB0000174J' })))).toEqual([
      'partners.nature-by-code review',
    ]);
  });
});

describe('第十四条第一项: full capacity', () => {
  const bornOn = (on: string) => ({
    persons: [
      first,
      { ...second, document: { kind: 'citizen-id' as const, number: citizenNumber('500231', on, '317') } },
    ],
  });
  test.each<[string, readonly string[]]>([
    ['2010-11-24', ['partners.under-sixteen defect']],
    ['2010-11-23', ['partners.sixteen-or-seventeen review']],
    ['2008-11-24', ['partners.sixteen-or-seventeen review']],
    ['2008-11-23', []],
  ])('a general partner born on %s', (on, expected) =>
    expect(said(aPartnershipFiling(bornOn(on)))).toEqual(expected),
  );
  test.each<[string, readonly string[]]>([
    ['2020-01-01', ['partners.limited-partner-capacity review']],
    ['2008-11-24', ['partners.limited-partner-capacity review']],
    ['2008-11-23', []],
  ])('a limited partner born on %s is judged: law leaves it open', (on, expected) =>
    expect(said(aLimitedPartnership(bornOn(on)))).toEqual(expected),
  );
  test.each<[string, readonly string[]]>([
    ['2026-02-27', ['partners.sixteen-or-seventeen review']],
    ['2026-02-28', []],
  ])('born on 29 February 2008, eighteen on the last of February: %s', (on, expected) =>
    expect(said(aPartnershipFiling(bornOn('2008-02-29')), plainDate(on))).toEqual(expected),
  );
});

describe('第十六条, 第六十四条: contributions', () => {
  const labour = (overrides: Parameters<typeof aPartner>[1]) => [
    aPartner('p1'),
    aPartner('p2', { methods: ['labour'], ...overrides }),
  ];
  test.each<[string, FiledPartnership, readonly string[]]>([
    [
      'labour of a general partner, its valuation agreed',
      aPartnershipFiling({ partners: labour({}), labourValuationAgreed: true }),
      [],
    ],
    [
      'labour of a general partner, its valuation not agreed',
      aPartnershipFiling({ partners: labour({}) }),
      ['partners.labour-valuation defect'],
    ],
    [
      'labour of a general partner of a limited partnership',
      aLimitedPartnership({
        partners: [
          aPartner('p1', { methods: ['labour'] }),
          aPartner('p2', { liability: 'limited', manages: false }),
        ],
        labourValuationAgreed: true,
      }),
      [],
    ],
    [
      'labour of a limited partner',
      aLimitedPartnership({
        partners: labour({ liability: 'limited', manages: false }),
        labourValuationAgreed: true,
      }),
      ['partners.limited-partner-labour defect'],
    ],
    [
      'one fen too much',
      aPartnershipFiling({ contributionFen: 100_000_001 }),
      ['capital.sum-of-subscriptions defect'],
    ],
    [
      'one fen too little',
      aPartnershipFiling({ contributionFen: 99_999_999 }),
      ['capital.sum-of-subscriptions defect'],
    ],
    [
      'goodwill is judged, and not forbidden as to shareholders',
      aPartnershipFiling({ partners: [aPartner('p1', { methods: ['goodwill'] }), aPartner('p2')] }),
      ['capital.doubtful-contribution review'],
    ],
  ])('%s', (_, filed, expected) => expect(said(filed)).toEqual(expected));
});

describe('第二十六条, 第六十七条, 实施细则 第十一条: who manages', () => {
  const one = [aPartner('p1'), aPartner('p2', { manages: false })];
  const entrustment = [...materials, aMaterial('entrustment')];
  test.each<[string, FiledPartnership, readonly string[]]>([
    ['nobody entrusted, all manage', aPartnershipFiling(), []],
    ['nobody entrusted, one manages', aPartnershipFiling({ partners: one }), ['managers.everyone defect']],
    [
      'one entrusted',
      aPartnershipFiling({ partners: one, managementEntrusted: true, materials: entrustment }),
      [],
    ],
    [
      'one entrusted, the document missing',
      aPartnershipFiling({ partners: one, managementEntrusted: true }),
      ['materials.entrustment defect'],
    ],
    [
      'one entrusted by the agreement, which is handed in: 实施细则 第二十八条第二项 asks for no more',
      aPartnershipFiling({ partners: one, managementEntrusted: true, entrustedBy: 'agreement' }),
      [],
    ],
    [
      'one entrusted by decision of all, the document missing',
      aPartnershipFiling({ partners: one, managementEntrusted: true, entrustedBy: 'decision' }),
      ['materials.entrustment defect'],
    ],
    ['nobody entrusted: limited partners are left out', aLimitedPartnership(), []],
    [
      'a limited partner manages',
      aLimitedPartnership({ partners: [aPartner('p1'), aPartner('p2', { liability: 'limited' })] }),
      ['managers.limited-partner defect'],
    ],
    ['a company manages through somebody', aPartnershipFiling(withCompany()), []],
    [
      'a company manages, the authorisation missing',
      aPartnershipFiling({ ...withCompany(), materials }),
      ['materials.representative-authorisation defect'],
    ],
    [
      'a company manages through nobody',
      aPartnershipFiling({ ...withCompany({ representative: undefined }), persons: [first] }),
      ['managers.representative-missing defect'],
    ],
  ])('%s', (_, filed, expected) => expect(said(filed)).toEqual(expected));
});

describe('条例 第八条第二款第三项: where partners live is registered', () => {
  const { residence: _residence, ...silent } = second;
  test.each<[string, FiledPartnership, readonly string[]]>([
    ['a person', aPartnershipFiling({ persons: [first, silent] }), ['partners.residence defect']],
    [
      'an organisation',
      aPartnershipFiling(withCompany({ residence: undefined })),
      ['partners.organisation-residence defect'],
    ],
  ])('%s', (_, filed, expected) => expect(said(filed)).toEqual(expected));
  test('rules see of it only that it was told', () => {
    const filed = aPartnershipFiling(withCompany());
    const facts = JSON.stringify(establishPartnership.derive(filed, personsOf(filed)));
    expect(facts).toContain('"residenceTold":true');
    expect(facts).not.toContain('远帆路');
    expect(facts).not.toContain('人民路 14 号');
  });
});

test('第五十五条: a professional service is told, and judged', () => {
  const special = (overrides: Partial<FiledPartnership>) =>
    aPartnershipFiling({ form: 'special-general', ...withForm('事务所（特殊普通合伙）'), ...overrides });
  const required = { service: '资产评估', qualificationsRequired: true };
  expect(said(special({}))).toEqual(['profession.missing defect']);
  expect(said(special({ professionalService: required }))).toEqual([
    'profession.service review',
    'materials.professional-qualifications defect',
  ]);
  expect(
    decided(
      special({
        professionalService: required,
        materials: [...materials, aMaterial('professional-qualifications')],
      }),
    ).admissible,
  ).toEqual(['register', 'return', 'refuse']);
});

describe('实施细则 第十六条第二款: who cannot be verified by the real-name system', () => {
  const seen = (overrides: Partial<FiledPartnership>, proven: 'none' | 'in-person') => {
    const filed = aPartnershipFiling(overrides);
    const { findings, admissible } = decide(standard202502, {
      facts: establishPartnership.derive(filed, personsOf(filed, { on: FILED_ON, proven })),
      terms: placeTermsOf(filed.principalPlace.division, FILED_ON),
      evidence: { nameClaims: [], standings: 'not-read', readOn: FILED_ON },
      on: FILED_ON,
    });
    return [[...new Set(findings.map(({ rule }) => rule))], admissible];
  };
  const handedIn = { materials: [...materials, aMaterial('notarised-identity')] };
  test('nothing instead', () => expect(seen({}, 'none')).toEqual([['identity.unproven'], ['return']]));
  test('a notarised document', () =>
    expect(seen(handedIn, 'none')).toEqual([['identity.notarised'], ['register', 'return']]));
  test('in person', () =>
    expect(seen({}, 'in-person')).toEqual([['identity.in-person'], ['register', 'return']]));
});

test('three working days, which meets the twenty days of 第十条; an approval is used within ninety', () => {
  const { limits, filedWithin } = standard202502;
  expect([limits.reviewWorkingDays, limits.extensionWorkingDays]).toEqual([3, 3]);
  expect(filedWithin?.map(({ days }) => days)).toEqual([90]);
});

test('no ground of company law bars a partner', () => {
  expect(standard202502.rules.filter(({ id }) => id === 'credit.office-bar')).toEqual([]);
  expect(
    standard202502.rules.flatMap(({ articles }) => articles).filter(({ law }) => law === '公司法'),
  ).toEqual([]);
});
