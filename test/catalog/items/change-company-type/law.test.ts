import { describe, expect, test } from 'vitest';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const ITEM = 'change-company-type';
const said = (set: Readonly<Record<string, unknown>> = {}, remove: readonly string[] = []) =>
  foundIn(ITEM, set, remove);
const E = '/evidence/enterprise';
const subject = (name: string) => `P:test:${`${name}-`.padEnd(43, 'x')}`;

const shareholder = (person: string, subscribedFen: number, more: object = {}) => ({
  kind: 'person',
  person,
  subscribedFen,
  paidFen: subscribedFen,
  methods: ['net-assets'],
  payBy: '2025-03-10',
  ...more,
});
const organisation = (subscribedFen: number, body: string) => ({
  kind: 'organisation',
  code: body,
  name: '重庆远帆商贸有限公司',
  subscribedFen,
  paidFen: subscribedFen,
  methods: ['net-assets'],
  payBy: '2025-03-10',
});

/** A company limited by shares, established 2025-03-10, that becomes a limited one. */
const saidOfShares = (set: Readonly<Record<string, unknown>> = {}, remove: readonly string[] = []) =>
  said(
    {
      [`${E}/type`]: 'joint-stock-company',
      [`${E}/typeName`]: '股份有限公司',
      '/facts/name/form': '有限责任公司',
      '/facts/materials/4/kind': 'shareholder-register',
      '/facts/into': {
        type: 'limited-company',
        registeredCapitalFen: 100_000_000,
        shareholders: [shareholder('p1', 60_000_000), shareholder('p2', 40_000_000)],
      },
      ...set,
    },
    ['/facts/netAssets', ...remove],
  );

describe('公司法 第十二条第一款, 实施细则 第三十七条第一款: by the conditions of the type to be', () => {
  test('a limited company becomes one by shares, and the other way, on the spot', () => {
    expect(decided(ITEM).admissible).toEqual(['register']);
    expect(saidOfShares()).toEqual([]);
  });
  test.each<[string, string, string[]]>([
    ['partnership', '普通合伙企业', ['enterprise.type defect']],
    ['non-company-legal-person', '全民所有制企业', ['enterprise.type defect']],
    ['joint-stock-company', '股份有限公司', ['type.same defect']],
  ])('of a %s it is none', (type, typeName, findings) =>
    expect(said({ [`${E}/type`]: type, [`${E}/typeName`]: typeName })).toEqual(findings),
  );
});

describe('公司法 第一百零二条第一款、第一百五十九条第一款: who holds shares the register of shareholders tells', () => {
  const [p1, p2, p9] = ['p1', 'p2', 'p9'].map(subject);
  const promoter = (of: string | undefined, subscribedFen?: number) => ({
    subject: of,
    as: 'promoter',
    ...(subscribedFen !== undefined && { subscribedFen }),
  });
  const differ = ['type.shareholders-differ review'];
  test.each<[string, object[], string[]]>([
    ['the same, with the same', [promoter(p1, 60_000_000), promoter(p2, 40_000_000)], []],
    ['what they took is not registered', [promoter(p1), promoter(p2)], []],
    ['a fen less than one took', [promoter(p1, 60_000_001), promoter(p2, 39_999_999)], differ],
    ['one promoter left out', [promoter(p1, 50_000_000), promoter(p2, 40_000_000), promoter(p9, 1)], differ],
    ['one shareholder new', [promoter(p1, 60_000_000)], differ],
    ['another in the place of one', [promoter(p1, 60_000_000), promoter(p9, 40_000_000)], differ],
    [
      'offered to others as well: they hold what the promoters did not take',
      [promoter(p1, 35_000_000)],
      differ,
    ],
    ['none registered', [], differ],
  ])('%s', (_, members, findings) => expect(saidOfShares({ [`${E}/members`]: members })).toEqual(findings));

  test('it is judged, and refused for nothing', () => {
    const { admissible } = decided(
      ITEM,
      {
        [`${E}/type`]: 'joint-stock-company',
        [`${E}/typeName`]: '股份有限公司',
        [`${E}/members`]: [promoter(p1, 100_000_000)],
        '/facts/name/form': '有限责任公司',
        '/facts/materials/4/kind': 'shareholder-register',
        '/facts/into': {
          type: 'limited-company',
          registeredCapitalFen: 100_000_000,
          shareholders: [shareholder('p1', 60_000_000), shareholder('p2', 40_000_000)],
        },
      },
      ['/facts/netAssets'],
    );
    expect(admissible).toEqual(['register', 'return']);
  });
});

test.each<[string, string[]]>([
  ['股份有限公司', []],
  ['股份公司', []],
  ['有限责任公司', ['names.company-form defect']],
  ['有限公司', ['names.company-form defect']],
])('公司法 第七条第二款: a company by shares as %s', (form, findings) =>
  expect(said({ '/facts/name/form': form })).toEqual(findings),
);
test.each<[string, string[]]>([
  ['有限责任公司', []],
  ['有限公司', []],
  ['股份有限公司', ['names.company-form defect']],
  ['股份公司', ['names.company-form defect']],
])('公司法 第七条第一款: a limited company as %s', (form, findings) =>
  expect(saidOfShares({ '/facts/name/form': form })).toEqual(findings),
);

test('企业名称登记管理规定 第十七条: the 字号 of another in the same industry is taken', () => {
  const claim = { name: '子丑县禾岚软件有限公司', industry: 'I65', state: 'registered', holder: 'other' };
  expect(said({ '/evidence/nameClaims/-': { ...claim, since: '2020-01-01' } })).toEqual([
    'names.taken defect',
  ]);
});

describe('公司法 第一百零八条: what is converted is no more than the net assets', () => {
  test.each<[number, number, string[]]>([
    [100_000_000, 100_000_000, []],
    [100_000_001, 100_000_000, []],
    [99_999_999, 100_000_000, ['net-assets.exceeded defect']],
    [0, 100_000_000, ['net-assets.exceeded defect']],
  ])('net assets %d, converted %d', (totalFen, convertedFen, findings) =>
    expect(said({ '/facts/netAssets': { totalFen, convertedFen, asOf: '2026-09-30' } })).toEqual(findings),
  );
  test('they have to be told, of a day that was; the other way they need not', () => {
    expect(said({}, ['/facts/netAssets'])).toEqual(['net-assets.missing defect']);
    expect(said({ '/facts/netAssets/asOf': '2026-11-24' })).toEqual(['net-assets.later defect']);
    expect(said({ '/facts/netAssets/asOf': '2026-11-23' })).toEqual([]);
    expect(saidOfShares()).toEqual([]);
  });
});

describe('公司法 第六十六条第三款、第一百一十六条第三款: two thirds, which count', () => {
  test.each<[number, number, string[]]>([
    [2, 3, []],
    [200, 300, []],
    [199, 300, ['resolution.two-thirds defect']],
    [66, 100, ['resolution.two-thirds defect']],
    [67, 100, []],
    [1, 1, []],
    [0, 1, ['resolution.two-thirds defect']],
    [0, 0, ['resolution.votes defect']],
    [2, 1, ['resolution.votes defect']],
    [666_666_666_666_666, 999_999_999_999_999, []],
    [666_666_666_666_665, 999_999_999_999_999, ['resolution.two-thirds defect']],
  ])('%d of %d', (inFavour, entitled, findings) =>
    expect(said({ '/facts/votes': { inFavour, entitled } })).toEqual(findings),
  );
});

describe('条例 第二十四条第一款: thirty days from the resolution, the last a working day', () => {
  test.each<[string, string, string[]]>([
    ['2026-11-23', '2026-11-23', []],
    ['2026-11-24', '2026-11-23', ['change.decided-later defect']],
    ['2026-10-24', '2026-11-23', []],
    ['2026-10-22', '2026-11-23', []],
    ['2026-10-21', '2026-11-23', ['change.late note']],
    ['2026-10-22', '2026-11-24', ['change.late note']],
  ])('resolved on %s, filed on %s', (decidedOn, on, findings) =>
    expect(said({ '/facts/decidedOn': decidedOn, '/on': on })).toEqual(findings),
  );
});

describe('the conditions of a company by shares', () => {
  const promoter = (shares: number, more: object = {}) => ({
    kind: 'person',
    person: 'p1',
    shares,
    subscribedFen: shares * 100,
    paidFen: shares * 100,
    paidOn: '2026-09-30',
    methods: ['net-assets'],
    domicileInChina: true,
    ...more,
  });
  test.each<[string, object, string[]]>([
    ['paid in full (第九十八条)', {}, []],
    ['a fen unpaid', { paidFen: 59_999_999 }, ['promoters.paid-in-full defect']],
    ['to be paid tomorrow', { paidOn: '2026-11-24' }, ['promoters.paid-later defect']],
    ['one of two in China (第九十二条)', { domicileInChina: false }, []],
    [
      'by labour (第四十八条)',
      { methods: ['labour'] },
      ['capital.forbidden-contribution defect', 'materials.property-transfer-proof defect'],
    ],
    [
      'by more than net assets, not yet transferred',
      { methods: ['net-assets', 'in-kind'] },
      ['materials.property-transfer-proof defect'],
    ],
  ])('%s', (_, more, findings) =>
    expect(said({ '/facts/into/promoters/0': promoter(600_000, more) })).toEqual(findings),
  );
  test('none of two in China', () => {
    expect(
      said({
        '/facts/into/promoters/0/domicileInChina': false,
        '/facts/into/promoters/1/domicileInChina': false,
      }),
    ).toEqual(['promoters.domicile defect']);
  });
  test('all shares are subscribed by promotion (第九十七条第一款), their par value is the capital (第九十六条)', () => {
    expect(said({ '/facts/into/shares/issued': 1_000_001 })).toEqual([
      'capital.par-value defect',
      'establishment.all-subscribed defect',
    ]);
  });
  test('a manager, and no consent of all to have no supervisor (第一百二十六条、第一百三十条)', () => {
    expect(said({}, ['/facts/offices/4'])).toEqual(['officers.manager-missing defect']);
  });
  test('offered to the public: registered by the regulator, capital verified (第一百零一条、第一百五十四条)', () => {
    const publicly = {
      '/facts/into/registeredCapitalFen': 125_000_000,
      '/facts/into/shares/issued': 1_250_000,
      '/facts/into/establishment': {
        by: 'public-offer',
        offeredFrom: '2026-11-10',
        offeredFen: 25_000_000,
        paidFen: 25_000_000,
        paidOn: '2026-11-16',
        subscribers: 90,
        meetingOn: '2026-11-20',
      },
    };
    expect(said(publicly)).toEqual([
      'materials.capital-verification defect',
      'materials.securities-registration defect',
    ]);
  });
});

describe('the conditions of a limited company', () => {
  const fifty = Array.from({ length: 50 }, () => organisation(2_000_000, '91500231MA5U000A5X'));
  test('one to fifty shareholders (第四十二条), and their sum the capital (第四十七条)', () => {
    const all = {
      [`${E}/members`]: [{ subject: subject('p1'), as: 'promoter', subscribedFen: 100_000_000 }],
    };
    expect(saidOfShares({ ...all, '/facts/into/shareholders': [shareholder('p1', 100_000_000)] })).toEqual(
      [],
    );
    expect(saidOfShares({ '/facts/into/shareholders': [] })).toEqual([
      'type.shareholders-differ review',
      'capital.sum-of-subscriptions defect',
      'shareholders.count defect',
    ]);
    expect(saidOfShares({ '/facts/into/shareholders/0/subscribedFen': 60_000_001 })).toEqual([
      'capital.sum-of-subscriptions defect',
    ]);
    const many = (count: number) => [
      ...fifty.slice(0, count - 1).map((one, index) => ({ ...one, code: `9150023100000${1000 + index}A` })),
      shareholder('p1', 100_000_000 - (count - 1) * 2_000_000),
    ];
    const counted = (count: number) =>
      saidOfShares({ '/facts/into/shareholders': many(count) }).filter((one) =>
        one.startsWith('shareholders.count'),
      );
    expect(counted(50)).toEqual([]);
    expect(counted(51)).toEqual(['shareholders.count defect']);
  });
  test.each<[string, number, string[]]>([
    ['2030-03-10', 0, []],
    ['2030-03-11', 0, ['capital.pay-by defect']],
    ['2040-01-01', 60_000_000, []],
    ['2040-01-01', 59_999_999, ['capital.pay-by defect']],
    ['2025-03-10', 60_000_001, ['capital.overpaid defect']],
  ])(
    'what is unpaid is paid within five years of establishment: by %s, %d paid',
    (payBy, paidFen, findings) =>
      expect(
        saidOfShares({
          '/facts/into/shareholders/0/payBy': payBy,
          '/facts/into/shareholders/0/paidFen': paidFen,
        }),
      ).toEqual(findings),
  );
  test.each<[string, string[]]>([
    ['2031-11-23', []],
    ['2031-11-24', ['capital.pay-by defect']],
  ])('第二百二十八条第一款: of an increase within five years of its registration: by %s', (payBy, findings) =>
    expect(
      saidOfShares({
        '/facts/into/registeredCapitalFen': 110_000_000,
        '/facts/into/shareholders/0': shareholder('p1', 70_000_000, { paidFen: 60_000_000, payBy }),
      }),
    ).toEqual(findings),
  );
  test('令784 第二条第一款: of a company of the old law by 2032-06-30', () => {
    const old = (payBy: string) =>
      saidOfShares({
        [`${E}/establishedOn`]: '2015-05-04',
        '/facts/into/shareholders/0/paidFen': 0,
        '/facts/into/shareholders/0/payBy': payBy,
      });
    expect(old('2032-06-30')).toEqual([]);
    expect(old('2032-07-01')).toEqual(['capital.pay-by defect']);
  });
});

describe('no way around what other changes ask', () => {
  test('公司法 第二百二十四条: less capital than is registered', () => {
    const capital = (registeredCapitalFen: number) =>
      saidOfShares({
        '/facts/into/registeredCapitalFen': registeredCapitalFen,
        '/facts/into/shareholders/0': shareholder('p1', registeredCapitalFen - 40_000_000),
      });
    expect(capital(99_999_999)).toEqual(['type.capital-falls defect']);
    expect(capital(100_000_000)).toEqual([]);
    expect(capital(100_000_001)).toEqual([]);
  });
  test('shares that passed with it are judged by what they passed', () => {
    expect(said({}, [`${E}/members/1`])).toEqual(['type.members-differ review']);
    expect(
      said({ [`${E}/members/-`]: { subject: subject('p9'), as: 'shareholder', subscribedFen: 1 } }),
    ).toEqual(['type.members-differ review']);
  });
});

describe('实施细则 第三十三条: a new legal representative signs', () => {
  test.each<[string, string, string[]]>([
    ['p1', 'p1', []],
    ['p1', 'p2', ['applicant.signer defect']],
    ['p2', 'p1', ['applicant.new-head defect']],
    ['p2', 'p2', []],
  ])('%s is to be it, %s signs', (head, signedBy, findings) =>
    expect(said({ '/facts/offices/0/person': head, '/facts/signedBy': signedBy })).toEqual(findings),
  );
});

test('实施细则 第三十一条第二款: branches bear the name of the company, and change theirs within thirty days', () => {
  expect(said({ [`${E}/branches`]: ['91511623MY0000031A'] })).toEqual(['change.branches note']);
});
