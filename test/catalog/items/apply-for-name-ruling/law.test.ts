import { describe, expect, test } from 'vitest';
import { applyForNameRuling } from '../../../../catalog/items/apply-for-name-ruling/item.ts';
import { foundIn, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'apply-for-name-ruling';
const DISPUTES = '/evidence/enterprise/nameDisputes';
const NAME = '子丑县禾岚科技有限公司';

describe('企业认为其他企业名称侵犯本企业名称合法权益 (企业名称登记管理规定 第二十一条第一款)', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['an enterprise', {}, []],
    /* Co-operatives and individual businesses follow by reference (第二十五条). */
    ['a co-operative', { '/facts/claimant/code': '93511623MA62007718' }, []],
    ['a department', { '/facts/claimant/code': '11500228733970274Y' }, ['name-dispute.no-enterprise']],
    ['itself', { '/facts/enterprise': '91500231MA5U000A5X' }, ['name-dispute.own-name']],
    ['of a name it had before', { '/facts/name': '子丑县旧名科技有限公司' }, ['name-dispute.other-name']],
  ])('%s', (_, set, rules) => expect(spoken(ITEM, set)).toEqual([...rules, 'name-dispute.acceptance']));

  test('nothing is accepted on the spot, and it may be refused with reasons', () => {
    expect(foundIn(ITEM)).toEqual(['name-dispute.acceptance review']);
  });
});

describe('可以向人民法院起诉或者请求处理: one or the other', () => {
  test('what was brought to a court is judged', () => {
    expect(foundIn(ITEM, { '/facts/broughtToCourt': true })).toEqual([
      'name-dispute.in-court review',
      'name-dispute.acceptance review',
    ]);
  });
});

test.each<[string, Record<string, unknown>[], string[]]>([
  ['open', [{ acceptedOn: '2026-09-01' }], ['name-dispute.open-already']],
  ['closed', [{ acceptedOn: '2026-09-01', closedOn: '2026-10-09', result: 'withdrawn' }], []],
])('another dispute about the name is %s', (_, disputes, rules) => {
  const told = disputes.map((one) => ({ filing: 'f', name: NAME, ...one }));
  expect(spoken(ITEM, { [DISPUTES]: told })).toEqual([...rules, 'name-dispute.acceptance']);
});

test('accepted, it stands on the enterprise by its filing, with the day of acceptance', () => {
  const change = applyForNameRuling.effect(
    { name: NAME } as never,
    {} as never,
    { filing: '00000000-0000-4000-8000-000000000004', on: '2026-11-23', enterprise: {} } as never,
  );
  expect(change).toMatchObject({
    course: {
      nameDisputes: [
        { filing: '00000000-0000-4000-8000-000000000004', name: NAME, acceptedOn: '2026-11-23' },
      ],
    },
    licence: 'keep',
  });
});
