import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishIndividualBusinessFacts,
  type FiledIndividualBusiness,
} from '../../../../catalog/items/establish-individual-business/facts.ts';
import { establishIndividualBusiness } from '../../../../catalog/items/establish-individual-business/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-individual-business/standard.ts';
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
import { anIndividualBusiness, aSpouse } from '../../../support/an-individual-business.ts';

function decided(overrides: Partial<FiledIndividualBusiness>, on: PlainDate = FILED_ON) {
  const filed = anIndividualBusiness(overrides);
  const persons = personsOf(filed, { on });
  return decide(standard202502, {
    facts: establishIndividualBusiness.derive(filed, persons),
    terms: placeTermsOf(filed.placeOfBusiness.division, on),
    evidence: { nameClaims: [], standings: persons.map((one) => aStanding(one)), readOn: on },
    on,
  });
}
const said = (overrides: Partial<FiledIndividualBusiness>, on?: PlainDate) =>
  decided(overrides, on).findings.map(({ rule, effect }) => `${rule} ${effect}`);
const { name } = anIndividualBusiness();
const named = (changes: object) => ({ name: { ...name, ...changes } as FiledIndividualBusiness['name'] });

test('the builder gives what the schema accepts and the standard finds nothing in', () => {
  expect(z.parse(establishIndividualBusinessFacts, anIndividualBusiness())).toEqual(anIndividualBusiness());
  expect(decided({})).toEqual({ findings: [], admissible: ['register'] });
});

describe('实施细则 第六条第七项: a name is registered only if one is used', () => {
  test('none is asked for, and none is claimed', () => {
    expect(said({ name: undefined })).toEqual([]);
    expect(
      establishIndividualBusiness.claimedName?.(anIndividualBusiness({ name: undefined })),
    ).toBeUndefined();
  });
  test('one that is used is claimed', () => {
    expect(establishIndividualBusiness.claimedName?.(anIndividualBusiness())).toEqual({
      tradeName: '禾岚',
      name: '邻水县禾岚餐饮店',
      industry: 'H62',
    });
  });
});

describe('企业名称登记管理规定 by reference (第二十五条)', () => {
  test.each(['店', '馆', '部', '行', '中心', '工作室', '经营部', '厂'])('%s is a form', (form) =>
    expect(said(named({ form }))).toEqual([]),
  );
  test.each(['有限公司', '公司', '企业', '集团', '农民专业合作社', '合伙企业'])(
    '%s is that of another type',
    (form) => expect(said(named({ form }))).toContain('names.form-of-others defect'),
  );
  test.each(['店（普通合伙）', '店（有限合伙）', '店（特殊普通合伙）', '店（个人独资）'])(
    '%s tells the liability of another type',
    (form) => expect(said(named({ form }))).toEqual(['names.form-of-others defect']),
  );
  test('another word is judged', () =>
    expect(said(named({ form: '小栈' }))).toEqual(['names.form-word review']));
  test('the operator may give the trade name', () =>
    expect(said(named({ tradeName: '林晓岚' }))).toEqual([]));
  test('every rule on names tells that it holds by reference', () => {
    const rules = standard202502.rules.filter(({ id }) => id.startsWith('names.'));
    expect(rules.length).toBeGreaterThan(20);
    for (const { articles } of rules)
      expect(articles.map(({ law, article }) => law + article)).toContain('企业名称登记管理规定第二十五条');
  });
});

describe('促进个体工商户发展条例 第六条, 实施细则 第七条第七项: one person or a family', () => {
  const persons = [...anIndividualBusiness().persons, aSpouse()];
  test.each<[string, Partial<FiledIndividualBusiness>, string[]]>([
    ['one person', { composition: 'personal' }, []],
    ['a family of two', { composition: 'family', familyMembers: ['p2'], persons }, []],
    ['the operator told again', { composition: 'family', familyMembers: ['p1', 'p2'], persons }, []],
    ['nobody of the family', { composition: 'family' }, ['family.members-missing defect']],
    [
      'the operator alone',
      { composition: 'family', familyMembers: ['p1'] },
      ['family.members-missing defect'],
    ],
    ['one person who names the operator alone', { familyMembers: ['p1'] }, []],
    ['one person with a family', { familyMembers: ['p2'], persons }, ['family.of-one-person defect']],
    [
      'a member twice',
      { composition: 'family', familyMembers: ['p2', 'p2'], persons },
      ['family.named-twice defect'],
    ],
  ])('%s', (_name, overrides, expected) => expect(said(overrides)).toEqual(expected));
});

describe('促进个体工商户发展条例 第二条、第三十七条: citizens', () => {
  const operator = (kind: FiledIndividualBusiness['persons'][number]['document']['kind']) => ({
    persons: [
      aPerson({
        document: { kind, number: 'H12345678' },
        bornOn: plainDate('1990-03-07'),
        residence: '四川省广安市邻水县鼎屏镇人民路 14 号',
      }),
    ],
    materials: [...anIndividualBusiness().materials, aMaterial('foreign-identity-documents')],
  });
  test('a foreigner may not', () => {
    expect(said(operator('foreign-permanent-residence'))).toEqual(['operator.not-a-citizen defect']);
    expect(decided(operator('foreign-permanent-residence')).admissible).toEqual(['return']);
  });
  test.each(['hk-macao-permit', 'taiwan-permit', 'passport'] as const)('%s is judged', (kind) => {
    expect(said(operator(kind))).toEqual(['operator.citizenship review']);
    expect(decided(operator(kind)).admissible).toEqual(['register', 'return', 'refuse']);
  });
});

describe('民法典 第十八条: the age of the operator', () => {
  const born = (bornOn: string): Partial<FiledIndividualBusiness> => ({
    persons: [
      aPerson({
        document: { kind: 'citizen-id', number: citizenNumber('511623', bornOn, '421') },
        residence: '四川省广安市邻水县鼎屏镇人民路 14 号',
      }),
    ],
  });
  test.each<[string, string, string, string[]]>([
    ['the day before sixteen', '2010-11-24', '2026-11-23', ['operator.under-sixteen defect']],
    ['sixteen', '2010-11-23', '2026-11-23', ['operator.sixteen-or-seventeen review']],
    ['the day before eighteen', '2008-11-24', '2026-11-23', ['operator.sixteen-or-seventeen review']],
    ['eighteen', '2008-11-23', '2026-11-23', []],
    [
      'eighteen of 29 February, the day before',
      '2008-02-29',
      '2026-02-27',
      ['operator.sixteen-or-seventeen review'],
    ],
    ['eighteen of 29 February', '2008-02-29', '2026-02-28', []],
  ])('%s', (_name, bornOn, on, expected) => expect(said(born(bornOn), plainDate(on))).toEqual(expected));
});

describe('条例 第八条第二款第四项、第十一条第二款: where', () => {
  const { placeOfBusiness } = anIndividualBusiness();
  test.each<[string, Partial<FiledIndividualBusiness['placeOfBusiness']>, string[]]>([
    ['street and number', {}, []],
    ['a number alone', { detail: '12' }, ['address.detail defect']],
    ['a platform', { premises: 'network', platform: '云集市', detail: 'shop/1' }, ['place.network review']],
    ['a platform nobody names', { premises: 'network' }, ['place.platform defect', 'place.network review']],
    ['premises with a platform', { platform: '云集市' }, ['place.platform defect']],
  ])('%s', (_name, changes, expected) =>
    expect(said({ placeOfBusiness: { ...placeOfBusiness, ...changes } })).toEqual(expected),
  );
  test('the operator’s residence is registered too', () =>
    expect(said({ persons: [aPerson()] })).toEqual(['operator.residence defect']));
});

test('条例 第九条第六项: of the family the names are filed, and no document is handed in', () => {
  const spouse = aPerson({
    ref: 'p2',
    name: '周启明',
    document: { kind: 'passport', number: 'E12345678' },
    bornOn: plainDate('1985-11-20'),
  });
  const persons = [...anIndividualBusiness().persons, spouse];
  expect(said({ composition: 'family', familyMembers: ['p2'], persons })).toEqual([]);
  expect(said({ liaison: 'p2', persons })).toEqual(['materials.foreign-identity-documents defect']);
});

test('no articles of association, no capital, no beneficial owner, no office is asked for', () => {
  expect(standard202502.materials.map(({ id }) => id)).toEqual([
    'application-form',
    'address-document',
    'foreign-identity-documents',
    'approval-documents',
    'agent-authorisation',
    'notarised-identity',
    'citizen-identity',
  ]);
  const groups = new Set(standard202502.rules.map(({ id }) => id.split('.')[0]));
  for (const group of ['capital', 'beneficial-owners', 'officers', 'term'])
    expect(groups).not.toContain(group);
  expect(standard202502.rules.map(({ id }) => id)).not.toContain('credit.office-bar');
});
