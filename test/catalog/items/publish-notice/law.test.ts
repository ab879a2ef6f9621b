import { describe, expect, test } from 'vitest';
import { publishNotice } from '../../../../catalog/items/publish-notice/item.ts';
import type { Enterprise } from '../../../../lib/domain/registration/enterprise.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { anEnterprise } from '../../../support/an-enterprise.ts';
import { foundIn } from '../../../support/corpus-case.ts';
import { exampleOf } from '../../../support/item-files.ts';

const on = (day: string) => ({ '/on': day, '/evidence/readOn': day });
const said = (set: Record<string, unknown>) =>
  foundIn('publish-notice', { '/facts/materials': [], ...set }, ['/facts/persons/1']);

describe('公司法 第二百二十四条第二款: thirty days from the resolution, a rest day at the end moved on', () => {
  test.each([
    ['2026-03-02', '2026-04-01', []],
    ['2026-03-02', '2026-04-02', ['notice.reduction-late note']],
    ['2026-01-31', '2026-03-02', []],
    ['2026-01-31', '2026-03-03', ['notice.reduction-late note']],
    ['2028-01-31', '2028-03-01', []],
    ['2028-01-31', '2028-03-02', ['notice.reduction-late note']],
    ['2026-09-01', '2026-10-08', []],
    ['2026-09-01', '2026-10-09', ['notice.reduction-late note']],
    ['2026-01-29', '2026-02-28', []],
    ['2026-01-29', '2026-03-01', ['notice.reduction-late note']],
  ])('decided on %s, published on %s', (decidedOn, day, expected) =>
    expect(said({ ...on(day), '/facts/notice': { kind: 'capital-reduction', decidedOn } })).toEqual(expected),
  );
});

describe('公司法 第二百三十五条, 合伙企业法 第八十八条, 农民专业合作社法 第五十条: sixty days from the forming', () => {
  test.each([
    ['limited-company', '2026-11-23', []],
    ['limited-company', '2026-11-24', ['notice.creditors-late note']],
    ['partnership', '2026-11-24', ['notice.creditors-late note']],
    ['cooperative', '2026-11-24', ['notice.creditors-late note']],
    ['non-company-legal-person', '2026-11-24', ['notice.creditors-late note']],
    ['sole-proprietorship', '2026-11-24', []],
  ])('of a %s on %s', (type, day, expected) =>
    expect(
      said({
        ...on(day),
        '/facts/notice': { kind: 'creditors', formedOn: '2026-09-24' },
        '/evidence/enterprise/type': type,
      }),
    ).toEqual(expected),
  );
});

describe('条例 第三十三条, 实施细则 第二十一条、第三十六条、第四十六条: which notice is for whom', () => {
  const notices = {
    'capital-reduction': { kind: 'capital-reduction', decidedOn: '2026-11-20' },
    'merger-or-division': { kind: 'merger-or-division', step: 'division', decidedOn: '2026-11-20' },
    creditors: { kind: 'creditors', formedOn: '2026-11-20' },
    'licence-lost': { kind: 'licence-lost', copies: 'both' },
  };
  const kinds = {
    'limited-company': ['capital-reduction', 'merger-or-division', 'creditors', 'licence-lost'],
    'joint-stock-company': ['capital-reduction', 'merger-or-division', 'creditors', 'licence-lost'],
    'non-company-legal-person': ['creditors', 'licence-lost'],
    'sole-proprietorship': ['creditors', 'licence-lost'],
    partnership: ['creditors', 'licence-lost'],
    cooperative: ['merger-or-division', 'creditors', 'licence-lost'],
    'individual-business': ['licence-lost'],
    branch: ['licence-lost'],
  };
  test.each(Object.entries(kinds))('%s', (type, expected) => {
    const allowed = Object.entries(notices).filter(
      ([, notice]) => said({ '/facts/notice': notice, '/evidence/enterprise/type': type }).length === 0,
    );
    expect(allowed.map(([kind]) => kind)).toEqual(expected);
  });
});

describe('how long a notice runs, the day of publication not counted', () => {
  const published = (notice: unknown, overrides: Partial<Enterprise> = {}) => {
    const { facts } = exampleOf('publish-notice');
    const filed = { ...facts, notice } as unknown as Parameters<typeof publishNotice.effect>[0];
    const change = publishNotice.effect(filed, publishNotice.derive(filed, []), {
      filing: 'f1',
      on: plainDate('2028-02-10'),
      place: '',
      authority: 'reg',
      enterprise: anEnterprise(overrides),
    });
    return change.kind === 'amend' ? change.course?.notices?.at(-1)?.endsOn : undefined;
  };
  test.each<[string, unknown, Partial<Enterprise>, string]>([
    ['20 days of a simple cancellation', { kind: 'simple-cancellation' }, {}, '2028-03-01'],
    ['45 of a reduction of capital', { kind: 'capital-reduction' }, {}, '2028-03-26'],
    ['45 of a merger', { kind: 'merger-or-division' }, {}, '2028-03-26'],
    ['45 for the creditors of a company', { kind: 'creditors' }, {}, '2028-03-26'],
    [
      '60 for those of a sole proprietorship',
      { kind: 'creditors' },
      { type: 'sole-proprietorship' },
      '2028-04-10',
    ],
    ['none of a lost licence', { kind: 'licence-lost' }, {}, '2028-02-10'],
  ])('%s', (_, notice, overrides, endsOn) => expect(published(notice, overrides)).toBe(endsOn));
});

test('the liquidation group is known by the register: its former one is not any more', () => {
  const { facts } = exampleOf('publish-notice');
  const notice = { kind: 'liquidation-group', head: 'p2', members: ['p1', 'p2'] };
  const filed = { ...facts, notice } as unknown as Parameters<typeof publishNotice.effect>[0];
  const person = (ref: string) => ({ ref, subject: `P:test:${ref}` as never, kind: 'citizen-id' as const });
  const persons = ['p1', 'p2'].map((ref) => ({ ...person(ref), valid: true, proven: 'token' as const }));
  const change = publishNotice.effect(filed, publishNotice.derive(filed, persons), {
    filing: 'f1',
    on: plainDate('2026-11-23'),
    place: '',
    authority: 'reg',
    enterprise: anEnterprise({
      roles: [
        { subject: 'P:test:p9' as never, role: 'legal-representative' },
        { subject: 'P:test:p9' as never, role: 'liquidation-head' },
      ],
    }),
  });
  expect(change).toMatchObject({
    licence: 'keep',
    content: {
      roles: [
        { subject: 'P:test:p9', role: 'legal-representative' },
        { subject: 'P:test:p2', role: 'liquidation-head' },
        { subject: 'P:test:p1', role: 'liquidation-member' },
        { subject: 'P:test:p2', role: 'liquidation-member' },
      ],
    },
  });
});

test('a notice that came about while another of its kind was in review keeps that one from being published', () => {
  const notices = [
    { id: 'n1', kind: 'capital-reduction', publishedOn: '2026-11-24', endsOn: '2027-01-08', objections: 0 },
  ];
  const of = (readOn: string) =>
    said({
      '/on': '2026-11-23',
      '/evidence/readOn': readOn,
      '/facts/notice': { kind: 'capital-reduction', decidedOn: '2026-11-20' },
      '/evidence/enterprise/notices': notices,
    });
  expect(of('2026-11-25')).toEqual(['notice.runs-already defect']);
});
