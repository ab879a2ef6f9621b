import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishSoleProprietorshipFacts,
  type FiledSoleProprietorship,
} from '../../../../catalog/items/establish-sole-proprietorship/facts.ts';
import { establishSoleProprietorship } from '../../../../catalog/items/establish-sole-proprietorship/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-sole-proprietorship/standard.ts';
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
import { aSoleProprietorship } from '../../../support/a-sole-proprietorship.ts';

function decided(overrides: Partial<FiledSoleProprietorship>, on: PlainDate = FILED_ON) {
  const filed = aSoleProprietorship(overrides);
  const persons = personsOf(filed, { on });
  return decide(standard202502, {
    facts: establishSoleProprietorship.derive(filed, persons),
    terms: placeTermsOf(filed.address.division, on),
    evidence: { nameClaims: [], standings: persons.map((one) => aStanding(one)), readOn: on },
    on,
  });
}
const said = (overrides: Partial<FiledSoleProprietorship>, on?: PlainDate) =>
  decided(overrides, on).findings.map(({ rule, effect }) => `${rule} ${effect}`);
const { name, persons, materials } = aSoleProprietorship();
const [investor] = persons as [(typeof persons)[number]];
const named = (changes: Partial<typeof name>) => ({ name: { ...name, ...changes } });

test('the builder gives what the schema accepts and the standard finds nothing in', () => {
  expect(z.parse(establishSoleProprietorshipFacts, aSoleProprietorship())).toEqual(aSoleProprietorship());
  expect(decided({})).toEqual({ findings: [], admissible: ['register'] });
});

describe('第十一条: the name fits the liability', () => {
  const others = 'names.form-of-others defect';
  const mark = 'names.sole-proprietorship-mark review';
  const word = 'names.form-word review';
  test.each<[string, readonly string[]]>([
    ['中心（个人独资）', []],
    ['工作室（个人独资）', []],
    ['个人独资企业', []],
    ['厂', [mark]],
    ['有限公司', [mark, others, word]],
    ['有限责任公司', [mark, others, word]],
    ['公司（个人独资）', [others, word]],
    ['股份公司（个人独资）', [others, word]],
    ['合伙企业（个人独资）', [others]],
    ['中心（普通合伙）', [mark, others]],
    ['中心（有限合伙）', [mark, others]],
  ])('%s', (form, expected) => expect(said(named({ form }))).toEqual(expected));
  test('what else in it tells of another liability is judged: 第十五条 of the name provisions may allow it', () => {
    const elsewhere = 'names.form-of-others-elsewhere review';
    expect(said(named({ tradeName: '禾岚公司' }))).toEqual([elsewhere]);
    expect(said(named({ tradeName: '禾岚有限' }))).toEqual(['names.doubtful-words review']);
    expect(said(named({ tradeName: '禾岚合伙' }))).toEqual(['names.doubtful-words review']);
    expect(said(named({ industry: { word: '管理公司', class: 'L72' } }))).toEqual([
      'names.industry-word review',
      elsewhere,
    ]);
  });
  test('the name fits the business, too', () => {
    expect(said(named({ industry: { word: '餐饮', class: 'H62' } }))).toEqual([
      'names.industry-not-main-business review',
    ]);
  });
});

describe('第二条, 第八条第一项: one natural person', () => {
  const one = { kind: 'person' as const, person: 'p1', methods: ['money' as const] };
  const second = aPerson({
    ref: 'p2',
    document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '317') },
    residence: '垫江县桂溪街道明月路 3 号',
  });
  test.each<[string, Partial<FiledSoleProprietorship>, readonly string[]]>([
    ['one person', { investors: [one] }, []],
    ['nobody', { investors: [] }, ['investor.one-natural-person defect']],
    [
      'two persons',
      { investors: [one, { ...one, person: 'p2' }], persons: [investor, second] },
      ['investor.one-natural-person defect'],
    ],
    [
      'an organisation',
      {
        investors: [
          {
            kind: 'organisation',
            code: '91500231MA5U000A5X',
            name: '重庆远帆商贸有限公司',
            methods: ['money'],
          },
        ],
      },
      ['investor.one-natural-person defect'],
    ],
  ])('%s', (_, overrides, expected) => expect(said(overrides)).toEqual(expected));
});

describe('第四十七条: not for foreign investors', () => {
  const with_ = (kind: (typeof investor)['document']['kind']) => ({
    persons: [{ ...investor, document: { kind, number: 'E12345678' }, bornOn: plainDate('1990-03-07') }],
    materials: [...materials, aMaterial('foreign-identity-documents')],
  });
  test.each<[(typeof investor)['document']['kind'], readonly string[]]>([
    ['passport', ['investor.foreign defect']],
    ['foreign-permanent-residence', ['investor.foreign defect']],
    ['hk-macao-permit', ['investor.from-other-regions review']],
    ['taiwan-permit', ['investor.from-other-regions review']],
  ])('%s', (kind, expected) => expect(said(with_(kind))).toEqual(expected));
});

describe('what else 第八条, 第十条 and 第十六条 ask', () => {
  const { residence: _residence, ...silent } = investor;
  test.each<[string, Partial<FiledSoleProprietorship>, readonly string[]]>([
    ['nothing contributed', { contributionFen: 0 }, ['capital.positive defect']],
    ['a fen contributed', { contributionFen: 1 }, []],
    ['nobody works in it', { employees: 0 }, ['staff.none defect']],
    ['one works in it', { employees: 1 }, []],
    ['not declared', { notBarredDeclared: false }, ['investor.not-barred-declared defect']],
    ['the residence not told', { persons: [silent] }, ['investor.residence defect']],
    ['the property of the family', { property: 'family' }, []],
    [
      'no place named',
      { address: { division: '511623', detail: '12', premises: 'owned' } },
      ['address.detail defect'],
    ],
    [
      'labour contributed',
      { investors: [{ kind: 'person', person: 'p1', methods: ['labour'] }] },
      ['capital.doubtful-contribution review'],
    ],
    [
      'intellectual property contributed',
      { investors: [{ kind: 'person', person: 'p1', methods: ['intellectual-property'] }] },
      [],
    ],
    ['no application', { materials: materials.slice(1) }, ['materials.application-form defect']],
    ['no document on the place', { materials: materials.slice(0, 1) }, ['materials.address-document defect']],
    ['no liaison', { liaison: undefined }, ['liaison.missing defect']],
  ])('%s', (_, overrides, expected) => expect(said(overrides)).toEqual(expected));
});

describe('who is liable without limit has full capacity', () => {
  const bornOn = (on: string) => ({
    persons: [
      { ...investor, document: { kind: 'citizen-id' as const, number: citizenNumber('511623', on, '421') } },
    ],
  });
  test.each<[string, readonly string[]]>([
    ['2010-11-24', ['investor.under-sixteen defect']],
    ['2010-11-23', ['investor.sixteen-or-seventeen review']],
    ['2008-11-24', ['investor.sixteen-or-seventeen review']],
    ['2008-11-23', []],
  ])('born on %s', (on, expected) => expect(said(bornOn(on))).toEqual(expected));
});

test('第十九条第一款 is where the law takes the investor to have capacity', () => {
  const rule = standard202502.rules.find(({ id }) => id === 'investor.under-sixteen');
  expect(rule?.articles.map(({ law, article }) => `${law} ${article}`)).toEqual([
    '个人独资企业法 第二条',
    '个人独资企业法 第八条第一项',
    '个人独资企业法 第十九条第一款',
    '民法典 第十七条',
    '民法典 第十九条',
  ]);
});

test('实施细则 第十六条第二款: a notarised document in the place of verification is judged', () => {
  const of = (overrides: Partial<FiledSoleProprietorship>) => {
    const filed = aSoleProprietorship(overrides);
    const { findings, admissible } = decide(standard202502, {
      facts: establishSoleProprietorship.derive(filed, personsOf(filed, { on: FILED_ON, proven: 'none' })),
      terms: placeTermsOf(filed.address.division, FILED_ON),
      evidence: { nameClaims: [], standings: [], readOn: FILED_ON },
      on: FILED_ON,
    });
    return [findings.map(({ rule }) => rule), admissible];
  };
  expect(of({})).toEqual([['identity.unproven'], ['return']]);
  expect(of({ materials: [...materials, aMaterial('notarised-identity')] })).toEqual([
    ['identity.notarised'],
    ['register', 'return'],
  ]);
});

test('条例 第九条第八项 names no beneficial owner here, and no ground of company law bars an investor', () => {
  const ids = standard202502.rules.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('beneficial-owners'))).toEqual([]);
  expect(ids).not.toContain('credit.office-bar');
  expect(ids).toContain('credit.registration-bar');
});

test('three working days, which meets the fifteen days of 第十二条; an approval is used within ninety', () => {
  const { limits, filedWithin } = standard202502;
  expect([limits.reviewWorkingDays, limits.extensionWorkingDays]).toEqual([3, 3]);
  expect(filedWithin?.map(({ days }) => days)).toEqual([90]);
});
