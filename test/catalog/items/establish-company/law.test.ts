import { describe, expect, test } from 'vitest';
import type { FiledCompany } from '../../../../catalog/items/establish-company/facts.ts';
import { establishCompany } from '../../../../catalog/items/establish-company/item.ts';
import { establishedCompany } from '../../../../catalog/items/establish-company/outcome.ts';
import { standard202502 } from '../../../../catalog/items/establish-company/standard.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { aCompanyCase, aCompanyFiling } from '../../../support/a-company-filing.ts';
import { aPerson, citizenNumber, personsOf } from '../../../support/a-filing.ts';

const { name } = aCompanyFiling();
const named = (changes: Partial<FiledCompany['name']>) => ({ name: { ...name, ...changes } });
const said = (overrides: Partial<FiledCompany>) =>
  decide(standard202502, aCompanyCase(overrides)).findings.map(({ rule, effect }) => `${rule} ${effect}`);

describe('a lawful name is registered on the spot', () => {
  test.each<[string, Partial<FiledCompany['name']>]>([
    ['a county alone', { division: '邻水县' }],
    ['a county in brackets', { division: '邻水', divisionPosition: 'after-trade-name' }],
    ['a county behind city and province', { division: '四川省广安市邻水县' }],
    ['the form in full', { form: '有限责任公司' }],
    ['another industry of its scope', { industry: { word: '软件', class: 'I65' } }],
  ])('%s', (_name, changes) => expect(said(named(changes))).toEqual([]));
  test.each(['F51', 'F52'])('a trader that sells wholesale or retail (%s)', (shown) =>
    expect(
      said({
        ...named({ industry: { word: '国际贸易', class: shown } }),
        businessScope: [{ text: '日用百货销售' }],
      }),
    ).toEqual([]),
  );
});

describe('a name that may be barred is judged', () => {
  test.each<[string, string]>([
    ['联合国际', 'names.doubtful-words'],
    ['消毒品牌', 'names.doubtful-words'],
    ['意大利雅', 'names.doubtful-words'],
    ['星辰集团', 'names.doubtful-words'],
    ['禾岚理财', 'names.financial-words'],
    ['中央花园', 'names.doubtful-words'],
    ['花园中国', 'names.state-word-inside'],
    ['達億', 'names.normative-characters'],
    ['臺灣', 'names.normative-characters'],
    ['长寿', 'names.trade-name-is-short-division'],
    ['达州', 'names.trade-name-is-short-division'],
    ['杭州', 'names.trade-name-is-short-division'],
  ])('%s', (tradeName, rule) => expect(said(named({ tradeName }))).toEqual([`${rule} review`]));
  test.each<[string, string]>([
    ['人民法院', 'names.forbidden-words'],
    ['达州市', 'names.trade-name-is-division'],
    ['杭州市', 'names.trade-name-is-division'],
    ['重庆', 'names.trade-name-is-division'],
  ])('%s is returned', (tradeName, rule) => expect(said(named({ tradeName }))).toEqual([`${rule} defect`]));
});

const organisation = (code: string): Partial<FiledCompany> => ({
  shareholders: [
    ...aCompanyFiling().shareholders.slice(0, 1),
    {
      kind: 'organisation',
      code,
      name: '重庆远帆商贸有限公司',
      subscribedFen: 40_000_000,
      methods: ['money'],
      payBy: '2031-11-23' as never,
    },
  ],
});

test('a code that was issued with a wrong organisation code inside is judged, one that fails its check returned', () => {
  expect(said(organisation('91500231MA5U000A5X'))).toEqual([]);
  expect(said(organisation('91500112999999990H'))).toEqual(['shareholders.organisation-code-body review']);
  expect(said(organisation('91350211M0000XUF46'))).toEqual(['shareholders.organisation-code defect']);
  expect(said(organisation('9150023'))).toEqual(['shareholders.organisation-code defect']);
});

test('law gives no number of managers, so a second one is judged', () => {
  const { offices } = aCompanyFiling();
  expect(
    said({ offices: [...offices, { person: 'p3', office: 'manager', qualificationDeclared: true }] }),
  ).toEqual(['officers.one-manager review']);
});

test('a child may hold shares', () => {
  const [first, , third] = aCompanyFiling().persons;
  if (first === undefined || third === undefined) throw new Error('the builder names three persons');
  const child = aPerson({
    ref: 'p2',
    document: { kind: 'citizen-id', number: citizenNumber('500231', '2020-11-20', '317') },
  });
  const offices = aCompanyFiling().offices.filter(({ person }) => person !== 'p2');
  const governance = { board: 'sole-director', supervision: 'none-by-consent' } as const;
  const consent = { kind: 'consent-to-no-supervisor', title: '同意书', sha256: 'a'.repeat(64) } as const;
  expect(
    said({
      persons: [first, child, third],
      offices,
      governance,
      materials: [...aCompanyFiling().materials, consent],
    }),
  ).toEqual([]);
});

test('amounts are told in yuan', () => {
  const { findings } = decide(standard202502, aCompanyCase({ registeredCapitalFen: 99_999_905 }));
  expect(findings.map(({ values }) => values)).toEqual([
    { capitalFen: 99_999_905, subscribedFen: 100_000_000, capital: '999999.05', subscribed: '1000000' },
  ]);
});

test.each([
  ['鼎屏镇人民路 12 号', '四川省广安市邻水县鼎屏镇人民路 12 号'],
  ['邻水县鼎屏镇人民路 12 号', '四川省广安市邻水县鼎屏镇人民路 12 号'],
  ['广安市邻水县鼎屏镇人民路 12 号', '四川省广安市邻水县鼎屏镇人民路 12 号'],
  ['四川省邻水县鼎屏镇人民路 12 号', '四川省广安市邻水县鼎屏镇人民路 12 号'],
  ['四川省广安市邻水县鼎屏镇人民路 12 号', '四川省广安市邻水县鼎屏镇人民路 12 号'],
  ['鼎屏镇邻水县路 12 号', '四川省广安市邻水县鼎屏镇邻水县路 12 号'],
])('the address %s is registered with its place named once', (detail, address) => {
  const filed = aCompanyFiling({ address: { ...aCompanyFiling().address, detail } });
  const facts = establishCompany.derive(filed, personsOf(filed));
  expect(establishedCompany(filed, facts, '四川省广安市邻水县').address).toBe(address);
});

test('the paragraph that sends an applicant elsewhere is cited as one', () => {
  const rule = standard202502.rules.find(({ id }) => id === 'shareholders.foreign-investor');
  expect(rule?.articles.map(({ article }) => article)).toEqual([
    '第四条第三款',
    '第十八条第四款',
    '第二十四条',
  ]);
});

describe('条例 第九条第八项: of beneficial owners information is filed, and no document handed in', () => {
  const passport = { kind: 'passport', number: 'X1234567' } as const;
  const foreigner = aPerson({ ref: 'p9', document: passport, bornOn: '1970-01-01' as never });
  const { persons, offices } = aCompanyFiling();
  test('who is a beneficial owner alone', () => {
    expect(
      said({
        persons: [...persons, foreigner],
        beneficialOwners: { kind: 'persons', persons: ['p1', 'p2', 'p9'] },
      }),
    ).toEqual([]);
  });
  test('who holds an office', () => {
    const office = { person: 'p9', office: 'deputy-manager', qualificationDeclared: true } as const;
    expect(said({ persons: [...persons, foreigner], offices: [...offices, office] })).toEqual([
      'materials.foreign-identity-documents defect',
    ]);
  });
});

describe('公司法 第一百七十三条第二款: the board of a company the State owns alone', () => {
  const shares = { kind: 'organisation' as const, methods: ['money' as const], payBy: '2031-11-23' as never };
  const organ = { ...shares, code: '11500231MA5U000A56', name: '某某国有资产监督管理局' };
  const company = { ...shares, code: '91500231MA5U000A5X', name: '重庆远帆商贸有限公司' };
  test.each([
    ['an organ of the State', [{ ...organ, subscribedFen: 100_000_000 }], ['wholly-state-owned review']],
    ['a company', [{ ...company, subscribedFen: 100_000_000 }], []],
    [
      'both',
      [
        { ...organ, subscribedFen: 60_000_000 },
        { ...company, subscribedFen: 40_000_000 },
      ],
      [],
    ],
  ])('%s', (_, shareholders, expected) => {
    const governance = said({ shareholders }).filter((rule) => rule.startsWith('governance.'));
    expect(governance).toEqual(expected.map((rule) => `governance.${rule}`));
  });
});
