import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishCooperativeFacts,
  type FiledCooperative,
} from '../../../../catalog/items/establish-cooperative/facts.ts';
import { establishCooperative } from '../../../../catalog/items/establish-cooperative/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-cooperative/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import {
  aCooperative,
  aFounder,
  aMember,
  anOrganisation,
  aUnion,
  COOPERATIVE_CODES,
  ENTERPRISE_CODES,
  ofMembers,
} from '../../../support/a-cooperative.ts';
import { aMaterial, aPerson, aStanding, FILED_ON, personsOf } from '../../../support/a-filing.ts';

function decidedOn(filed: FiledCooperative) {
  const persons = personsOf(filed);
  return decide(standard202502, {
    facts: establishCooperative.derive(filed, persons),
    terms: placeTermsOf(filed.address.division, FILED_ON),
    evidence: { nameClaims: [], standings: persons.map((one) => aStanding(one)), readOn: FILED_ON },
    on: FILED_ON,
  });
}
const told = (filed: FiledCooperative) =>
  decidedOn(filed).findings.map(({ rule, effect }) => `${rule} ${effect}`);
const said = (overrides: Partial<FiledCooperative>) => told(aCooperative(overrides));

/** So many farmers, other citizens and organisations. */
const composed = (farmers: number, others: number, organisations: number) => {
  const persons = Array.from({ length: farmers + others }, (_, at) =>
    aMember(at + 1, { farmer: at < farmers }),
  );
  return ofMembers([
    ...persons,
    ...ENTERPRISE_CODES.slice(0, organisations).map((code) => anOrganisation(code)),
  ]);
};
const [enterprise = '', second = ''] = ENTERPRISE_CODES;
const five = aCooperative().members;

test('the builders give what the schema accepts and the standard finds nothing in', () => {
  for (const filed of [aCooperative(), aUnion()]) {
    expect(z.parse(establishCooperativeFacts, filed)).toEqual(filed);
    expect(decidedOn(filed)).toEqual({ findings: [], admissible: ['register'] });
  }
});

describe('农民专业合作社法 第十二条第一项、第二十条: five members, eighty per cent farmers, few organisations', () => {
  test.each<[number, number, number, string[]]>([
    [4, 0, 0, ['members.too-few defect']],
    [5, 0, 0, []],
    [4, 1, 0, []],
    [3, 2, 0, ['members.farmers defect']],
    [4, 0, 1, []],
    [3, 1, 1, ['members.farmers defect']],
    [5, 1, 0, []],
    [4, 2, 0, ['members.farmers defect']],
    [7, 2, 0, ['members.farmers defect']],
    [8, 2, 0, []],
    [7, 3, 0, ['members.farmers defect']],
    [16, 4, 0, []],
    [15, 5, 0, ['members.farmers defect']],
    [19, 0, 1, []],
    [18, 0, 2, ['members.organisations defect']],
    [20, 0, 1, []],
    [19, 0, 2, ['members.organisations defect']],
    [37, 0, 2, ['members.organisations defect']],
    [38, 0, 2, []],
    [37, 0, 3, ['members.organisations defect']],
    [56, 0, 3, ['members.organisations defect']],
    [57, 0, 3, []],
  ])('%i farmers, %i others, %i organisations', (farmers, others, organisations, expected) =>
    expect(said(composed(farmers, others, organisations))).toEqual(expected),
  );
  test('who is named twice counts once', () =>
    expect(
      said({
        ...ofMembers([...five.slice(0, 4), aMember(4)]),
        founding: { ...aCooperative().founding, attended: 4, adoptedBy: 4 },
        persons: [1, 2, 3, 4].map((number) => aFounder(number)),
      }),
    ).toEqual(['members.named-twice defect', 'members.too-few defect']));
});

describe('第十九条: who may be a member', () => {
  const withOne = (overrides: Parameters<typeof anOrganisation>[1]) =>
    said(ofMembers([...five, anOrganisation(enterprise, overrides)]));
  test.each<[string, Parameters<typeof anOrganisation>[1], string[]]>([
    ['an enterprise', {}, []],
    ['an institution', { body: 'public-institution' }, []],
    ['a social organisation', { body: 'social-organisation' }, []],
    ['one that manages public affairs', { managesPublicAffairs: true }, ['members.public-affairs defect']],
    ['one of another business', { relatedBusiness: false }, ['members.unrelated-business defect']],
    ['a co-operative', { body: 'cooperative' }, ['members.cooperative-as-member review']],
    [
      'a co-operative by its code, filed as an enterprise',
      { code: '93500112MA5U00003H' },
      ['members.cooperative-as-member review'],
    ],
    [
      'a State organ by its code, filed as an institution',
      { code: '11500112MA5U000030', body: 'public-institution' },
      ['members.state-organ review'],
    ],
    ['an institution by its code', { code: '12500112MA5U00003W', body: 'public-institution' }, []],
  ])('%s', (_name, overrides, expected) => expect(withOne(overrides)).toEqual(expected));

  const last = (person: FiledCooperative['persons'][number]) => ({
    persons: [...aCooperative().persons.slice(0, 4), person],
  });
  test.each<[string, string[]]>([
    ['2018-11-24', ['members.under-eight defect']],
    ['2018-11-23', ['members.under-eighteen review']],
    ['2010-11-23', ['members.under-eighteen review']],
    ['2008-11-24', ['members.under-eighteen review']],
    ['2008-11-23', []],
  ])('a citizen born on %s', (bornOn, expected) => expect(said(last(aFounder(5, bornOn)))).toEqual(expected));

  test.each([
    ['foreign-permanent-residence', 'members.not-a-citizen defect'],
    ['passport', 'members.citizenship review'],
    ['hk-macao-permit', 'members.citizenship review'],
    ['taiwan-permit', 'members.citizenship review'],
  ] as const)('a member by %s', (kind, expected) =>
    expect(
      said({
        ...last(
          aPerson({ ref: 'p5', document: { kind, number: 'H12345678' }, bornOn: plainDate('1990-03-07') }),
        ),
        materials: [...aCooperative().materials, aMaterial('foreign-identity-documents')],
      }),
    ).toEqual([expected]),
  );
});

describe('第十三条, 条例 第十三条第二款: with what', () => {
  const withMethods = (...methods: FiledCooperative['members'][number]['methods']) =>
    said({ members: [aMember(1, { methods }), ...five.slice(1)] });
  test.each(['money', 'in-kind', 'intellectual-property', 'land-management-right', 'forest-right'] as const)(
    '%s',
    (method) => expect(withMethods(method)).toEqual([]),
  );
  test.each(['labour', 'credit', 'personal-name', 'goodwill', 'franchise', 'encumbered'] as const)(
    'not %s',
    (method) => expect(withMethods('money', method)).toEqual(['capital.forbidden-contribution defect']),
  );
  test('no claim on the co-operative or a member is set off; another is judged', () => {
    expect(withMethods('claim-on-cooperative-or-member')).toEqual(['capital.claim-set-off defect']);
    expect(withMethods('claim')).toEqual(['capital.conditional-contribution review']);
  });
  test('the contribution is the sum, to the fen, and more than nothing', () => {
    expect(said({ contributionFen: 10_000_001 })).toEqual(['capital.sum-of-subscriptions defect']);
    expect(said({ contributionFen: 9_999_999 })).toEqual(['capital.sum-of-subscriptions defect']);
    const nothing = five.map((_, at) => aMember(at + 1, { subscribedFen: 0, methods: [] }));
    expect(said(ofMembers(nothing))).toEqual(['capital.positive defect']);
    const one = [aMember(1, { subscribedFen: 1 }), ...nothing.slice(1)];
    expect(said(ofMembers(one))).toEqual([]);
  });
});

describe('第十四条: the founding assembly', () => {
  const { founding } = aCooperative();
  test.each<[string, Partial<FiledCooperative['founding']>, string[]]>([
    ['one absent', { attended: 4 }, ['founding.attendance defect']],
    ['one too many', { attended: 6 }, ['founding.attendance defect']],
    ['one against', { adoptedBy: 4 }, ['founding.unanimous defect']],
    ['today', { heldOn: plainDate('2026-11-23') }, []],
    ['tomorrow', { heldOn: plainDate('2026-11-24') }, ['founding.not-held-yet defect']],
  ])('%s', (_name, changes, expected) =>
    expect(said({ founding: { ...founding, ...changes } })).toEqual(expected),
  );
});

describe('第三十三条、第三十七条、第三十八条: its offices', () => {
  const { offices } = aCooperative();
  type Office = FiledCooperative['offices'][number];
  const office = (person: string, kind: Office['office'], rest: Partial<Office> = {}): Office => ({
    person,
    office: kind,
    qualificationDeclared: true,
    ...rest,
  });
  const withMore = (...more: readonly Office[]) => said({ offices: [...offices, ...more] });
  test.each<[string, readonly Office[], string[]]>([
    ['a director', [office('p3', 'director')], []],
    ['the chair as manager', [office('p1', 'manager')], []],
    ['a second chair', [office('p3', 'chair')], ['offices.one-chair defect']],
    ['a board beside the executive supervisor', [office('p3', 'supervisor')], ['offices.supervision defect']],
    [
      'the supervisor as director',
      [office('p2', 'director')],
      ['offices.supervisor-holds-other-office defect'],
    ],
    [
      'the supervisor as accountant',
      [office('p2', 'accountant')],
      ['offices.supervisor-holds-other-office defect'],
    ],
    [
      'not declared',
      [office('p3', 'director', { qualificationDeclared: false })],
      ['offices.qualification-declared defect'],
    ],
    ['twice', [office('p2', 'executive-supervisor')], ['offices.office-named-twice defect']],
  ])('%s', (_name, more, expected) => expect(withMore(...more)).toEqual(expected));
  test('no board of directors and no supervisor has to be', () =>
    expect(said({ offices: offices.filter((one) => one.office !== 'executive-supervisor') })).toEqual([]));
  test('whoever is elected is a member; a manager need not be', () => {
    const persons = [...aCooperative().persons, aFounder(6)];
    const held = (kind: Office['office']) => said({ persons, offices: [...offices, office('p6', kind)] });
    expect(held('director')).toEqual(['offices.not-a-member defect']);
    expect(held('manager')).toEqual([]);
    expect(held('accountant')).toEqual([]);
  });
  test('a delegate of an organisation that is a member is judged', () => {
    const members = ofMembers([...five, anOrganisation(enterprise)]);
    const persons = [...aCooperative().persons, aFounder(6)];
    const sentBy = (code: string) =>
      said({ ...members, persons, offices: [...offices, office('p6', 'director', { delegatedBy: code })] });
    expect(sentBy(enterprise)).toEqual(['offices.delegate review']);
    expect(sentBy(second)).toEqual(['offices.not-a-member defect']);
  });
});

describe('第七章: a union', () => {
  const union = aUnion();
  test('of two is none', () => expect(told(aUnion(2))).toEqual(['members.union-too-few defect']));
  test('is of co-operatives alone', () => {
    const members = ofMembers([...union.members, anOrganisation(enterprise)]);
    expect(told(aUnion(3, { ...members, persons: union.persons }))).toEqual([
      'members.union-of-others defect',
    ]);
  });
  test('第五十六条第一款: whose business is another’s is one all the same', () => {
    const members = ofMembers(union.members.map((member) => ({ ...member, relatedBusiness: false })));
    expect(told(aUnion(3, { ...members, persons: union.persons }))).toEqual([]);
  });
  test('whose code is not one of co-operatives is judged', () => {
    const members = ofMembers([
      ...union.members.slice(0, 2),
      anOrganisation(enterprise, { body: 'cooperative' }),
    ]);
    expect(told(aUnion(3, { ...members, persons: union.persons }))).toEqual(['members.union-code review']);
  });
  test('第五十九条第二款: chair and directors are sent by members', () => {
    const unsent = union.offices.map(({ delegatedBy: _by, ...office }) => office);
    expect(told(aUnion(3, { offices: unsent }))).toEqual([
      'offices.union-delegates defect',
      'offices.union-delegates defect',
    ]);
  });
  test('bears another name', () => {
    expect(told(aUnion(3, { name: aCooperative().name }))).toEqual(['names.form-of-kind defect']);
    expect(said({ name: union.name })).toEqual(['names.form-of-kind defect']);
    expect(COOPERATIVE_CODES).toHaveLength(3);
  });
});

describe('第三条: its business', () => {
  const { industry: _industry, ...name } = aCooperative().name;
  const doing = (...texts: readonly string[]) =>
    said({
      name: { ...name, declares: ['multi-industry'] },
      businessScope: texts.map((text) => ({ text })),
    }).filter((finding) => finding.startsWith('scope.'));
  test.each<[string[], string[]]>([
    [['水果种植'], []],
    [['农副产品销售'], []],
    [['农业机械服务'], []],
    [['软件开发', '水果种植'], []],
    [['软件开发'], ['scope.not-of-a-cooperative review']],
    [['企业管理', '物业管理'], ['scope.not-of-a-cooperative review']],
  ])('%j', (texts, expected) => expect(doing(...texts)).toEqual(expected));
});

test('实施细则 第十六条: members, the chair, the liaison and the agent are verified, and nobody else', () => {
  const persons = [...aCooperative().persons, aFounder(6)];
  const offices = [
    ...aCooperative().offices,
    { person: 'p6', office: 'manager' as const, qualificationDeclared: true },
  ];
  const filed = aCooperative({ persons, offices });
  const unproven = personsOf(filed, { proven: 'none' });
  const { findings } = decide(standard202502, {
    facts: establishCooperative.derive(filed, unproven),
    terms: placeTermsOf('511623', FILED_ON),
    evidence: { nameClaims: [], standings: 'not-read', readOn: FILED_ON },
    on: FILED_ON,
  });
  expect(findings.map(({ path }) => path)).toEqual([0, 1, 2, 3, 4].map((index) => `/persons/${index}/proof`));
});

test('实施细则 第二十九条: documents of members and directors, and not of a manager', () => {
  const foreign = aPerson({
    ref: 'p6',
    document: { kind: 'passport', number: 'E12345678' },
    bornOn: plainDate('1985-11-20'),
  });
  const held = (office: 'manager' | 'accountant' | 'director') =>
    said({
      persons: [...aCooperative().persons, foreign],
      offices: [...aCooperative().offices, { person: 'p6', office, qualificationDeclared: true }],
    });
  expect(held('manager')).toEqual([]);
  expect(held('accountant')).toEqual([]);
  expect(held('director')).toEqual([
    'offices.not-a-member defect',
    'materials.foreign-identity-documents defect',
  ]);
});

test('it has no bar from office of companies, no beneficial owners and no term', () => {
  const ids = standard202502.rules.map(({ id }) => id);
  expect(ids).not.toContain('credit.office-bar');
  expect(ids.filter((id) => /^(beneficial-owners|term|officers)\./.test(id))).toEqual([]);
});
