import { describe, expect, test } from 'vitest';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'cancel-enterprise';
const enterprise = '/evidence/enterprise';
const none = { '/facts/liquidation': { kind: 'none', decidedOn: '2026-11-10' } };
const typed = (type: string) => ({ [`${enterprise}/type`]: type });
const said = (set: Record<string, unknown>, remove?: readonly string[]) => foundIn(item, set, remove);

describe('条例 第三十二条, 实施细则 第四十四条, 合伙企业法 第九十条, 个人独资企业法 第三十二条, 企业破产法 第一百二十一条', () => {
  const court = {
    '/facts/materials': ['application-form', 'tax-clearance', 'court-appointment', 'court-ruling'].map(
      (kind) => ({ kind, sha256: 'a'.repeat(64) }),
    ),
  };
  const ends = (kind: string, endedOn: string) => ({ '/facts/liquidation': { kind, endedOn }, ...court });
  const decidedOn = (day: string) => ({ '/facts/liquidation': { kind: 'none', decidedOn: day } });
  const late = ['liquidation.late note'];
  const inTime = (set: Record<string, unknown>) =>
    said(set).filter((found) => found !== 'cancellation.court-liquidators review');
  test.each<[string, string, Record<string, unknown>, string, readonly string[]]>([
    ['30 days', 'limited-company', ends('court', '2026-03-02'), '2026-04-01', []],
    ['31 days', 'limited-company', ends('court', '2026-03-02'), '2026-04-02', late],
    ['30 days over a leap day', 'cooperative', ends('court', '2028-01-31'), '2028-03-01', []],
    ['31 days over a leap day', 'cooperative', ends('court', '2028-01-31'), '2028-03-02', late],
    ['the 30th a holiday', 'limited-company', ends('court', '2026-09-01'), '2026-10-08', []],
    ['the day after the holidays', 'limited-company', ends('court', '2026-09-01'), '2026-10-09', late],
    ['the 30th a make-up day', 'limited-company', ends('court', '2026-01-15'), '2026-02-14', []],
    ['a day after it', 'limited-company', ends('court', '2026-01-15'), '2026-02-15', late],
    ['15 days of a partnership', 'partnership', ends('court', '2026-03-02'), '2026-03-17', []],
    ['16 of a partnership', 'partnership', ends('court', '2026-03-02'), '2026-03-18', late],
    ['15 of a sole proprietorship', 'sole-proprietorship', ends('court', '2026-03-02'), '2026-03-17', []],
    ['16 of a sole proprietorship', 'sole-proprietorship', ends('court', '2026-03-02'), '2026-03-18', late],
    ['30 from the decision', 'individual-business', decidedOn('2026-03-02'), '2026-04-01', []],
    ['31 from the decision', 'individual-business', decidedOn('2026-03-02'), '2026-04-02', late],
    ['30 of a branch', 'branch', decidedOn('2026-03-02'), '2026-04-01', []],
  ])('%s', (_, type, set, on, expected) =>
    expect(inTime({ ...typed(type), ...set, '/on': on })).toEqual(expected),
  );
  const bankrupt = { '/facts/cause': 'bankruptcy', ...ends('bankruptcy', '2026-03-02') };
  test.each([
    ['2026-03-12', []],
    ['2026-03-13', late],
  ])('ten days after a bankruptcy, on %s', (on, expected) =>
    expect(inTime({ ...bankrupt, '/on': on })).toEqual(expected),
  );
});

describe('公司法 第二百二十九条, 合伙企业法 第八十五条 and the like: which causes a type knows', () => {
  const all = [
    'term-ended',
    'articles-cause',
    'resolution',
    'merger-or-division',
    'revoked-or-closed',
    'court-dissolution',
    'bankruptcy',
    'partners-too-few',
    'purpose-settled',
    'owner-died',
    'permit-ended',
  ];
  const company = all.filter(
    (cause) => !['partners-too-few', 'purpose-settled', 'owner-died'].includes(cause),
  );
  test.each<[string, readonly string[]]>([
    ['limited-company', company],
    ['joint-stock-company', company],
    ['non-company-legal-person', company.filter((cause) => cause !== 'court-dissolution')],
    ['sole-proprietorship', ['resolution', 'revoked-or-closed', 'owner-died', 'permit-ended']],
    [
      'partnership',
      [
        'term-ended',
        'articles-cause',
        'resolution',
        'revoked-or-closed',
        'bankruptcy',
        'partners-too-few',
        'purpose-settled',
        'permit-ended',
      ],
    ],
    [
      'cooperative',
      [
        'articles-cause',
        'resolution',
        'merger-or-division',
        'revoked-or-closed',
        'bankruptcy',
        'permit-ended',
      ],
    ],
    ['individual-business', ['resolution', 'revoked-or-closed', 'owner-died', 'permit-ended']],
    ['branch', ['resolution', 'revoked-or-closed', 'permit-ended']],
  ])('%s', (type, expected) => {
    const known = all.filter(
      (cause) => !said({ ...typed(type), '/facts/cause': cause }).includes('cancellation.cause defect'),
    );
    expect(known).toEqual(expected);
  });
});

describe('公司法 第二百三十二条第一款, 实施细则 第四十六条: who is liquidated, and how', () => {
  test.each([
    ['limited-company', 'resolution', ['own', 'court']],
    ['limited-company', 'merger-or-division', ['none']],
    ['limited-company', 'bankruptcy', ['bankruptcy']],
    ['limited-company', 'revoked-or-closed', ['own', 'court']],
    ['partnership', 'resolution', ['own', 'court']],
    ['sole-proprietorship', 'owner-died', ['own', 'court']],
    ['cooperative', 'merger-or-division', ['none']],
    ['individual-business', 'revoked-or-closed', ['none']],
    ['branch', 'resolution', ['none']],
  ])('a %s by %s', (type, cause, expected) => {
    const { findings } = decided(item, {
      ...typed(type),
      '/facts/cause': cause,
      '/facts/liquidation': {
        kind: expected.includes('none') ? 'court' : 'none',
        endedOn: '2026-11-10',
        decidedOn: '2026-11-10',
      },
    });
    expect(findings.find(({ rule }) => rule === 'liquidation.kind')?.values).toEqual({ kinds: expected });
  });
});

describe('实施细则 第四十六条: materials by type and cause', () => {
  const asked = (set: Record<string, unknown>) =>
    said({ '/facts/materials': [], ...set })
      .filter((found) => found.startsWith('materials.'))
      .map((found) => found.replace(/^materials\.| defect$/g, ''));
  const four = ['application-form', 'dissolution-document', 'liquidation-report', 'tax-clearance'];
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a company', {}, four],
    ['a partnership', typed('partnership'), four],
    [
      'an individual business',
      { ...typed('individual-business'), ...none },
      ['application-form', 'tax-clearance'],
    ],
    [
      'a merger',
      { '/facts/cause': 'merger-or-division', ...none },
      ['application-form', 'dissolution-document', 'tax-clearance'],
    ],
    ['a branch of a company', { ...typed('branch'), ...none }, four],
    [
      'a branch of a partnership',
      { ...typed('branch'), ...none, [`${enterprise}/typeName`]: '普通合伙企业分支机构' },
      [...four, 'partners-decision'],
    ],
    [
      'a bankruptcy',
      { '/facts/cause': 'bankruptcy', '/facts/liquidation': { kind: 'bankruptcy', endedOn: '2026-11-20' } },
      ['application-form', 'tax-clearance', 'court-appointment', 'court-ruling'],
    ],
    ['one that needs approval', { '/facts/needsApproval': true }, [...four, 'approval-document']],
  ])('%s', (_, set, expected) => expect(asked(set)).toEqual(expected));
});

describe('公司法 第二百三十五条: thirty days from being notified, forty-five from the notice, before it ends', () => {
  const told = (on: string, endedOn: string) => ({
    '/facts/liquidation': {
      kind: 'own',
      formedOn: '2026-03-02',
      notifiedOn: '2026-03-09',
      announced: { in: 'newspaper', on },
      endedOn,
    },
    '/evidence/enterprise/notices/0/publishedOn': '2026-03-06',
    '/on': '2026-06-01',
  });
  test.each([
    ['2026-03-03', '2026-04-17', ['liquidation.claims-open defect']],
    ['2026-03-03', '2026-04-18', []],
    ['2026-03-02', '2026-04-16', ['liquidation.claims-open defect']],
    ['2026-03-02', '2026-04-17', []],
  ])('announced on %s, ended on %s', (on, endedOn, expected) =>
    expect(said(told(on, endedOn)).filter((found) => !found.endsWith(' note'))).toEqual(expected),
  );
});

test.each(['licence-revoked', 'ordered-to-close', 'establishment-revoked'])(
  'an enterprise that is %s still stands, and is cancelled in the ordinary way',
  (status) =>
    expect(said({ [`${enterprise}/status`]: status, '/facts/cause': 'revoked-or-closed' })).toEqual([]),
);

describe('实施细则 第二十一条第一款: after the forty-five days of a merger’s notice, and then not late', () => {
  const merged = (endsOn: string) => ({
    '/facts/cause': 'merger-or-division',
    '/facts/liquidation': { kind: 'none', decidedOn: '2026-03-02' },
    '/facts/materials': ['application-form', 'dissolution-document', 'tax-clearance'].map((kind) => ({
      kind,
      sha256: 'a'.repeat(64),
    })),
    [`${enterprise}/notices`]: [
      { id: 'n1', kind: 'merger-or-division', publishedOn: '2026-03-06', endsOn, objections: 0 },
    ],
  });
  test.each([
    ['2026-04-20', ['cancellation.merger-notice-runs defect']],
    ['2026-04-21', []],
  ])('on %s, where it ends on 2026-04-20', (on, expected) =>
    expect(said({ ...merged('2026-04-20'), '/on': on })).toEqual(expected),
  );
});

test('条例 第三十四条: a liquidation by court that its own head tells of is seen by an officer', () => {
  const court = {
    '/facts/cause': 'court-dissolution',
    '/facts/liquidation': { kind: 'court', endedOn: '2026-11-10' },
    '/facts/materials': ['application-form', 'tax-clearance', 'court-appointment', 'court-ruling'].map(
      (kind) => ({ kind, sha256: 'a'.repeat(64) }),
    ),
  };
  expect(said(court)).toEqual(['cancellation.court-liquidators review']);
});
