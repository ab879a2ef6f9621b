import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { changeRegistrationFacts } from '../../../catalog/items/change-registration/facts.ts';
import { businessScopeShape } from '../../../catalog/items/filed-scope.ts';
import { wordShape } from '../../../catalog/items/filed-shapes.ts';

const read = (text: string) => {
  const { success, data, error } = z.safeParse(wordShape(8), text);
  return success ? data : error?.issues.map(({ code, message }) => (code === 'custom' ? message : code));
};

describe('a word is one line of what can be seen', () => {
  test.each<[string, string, unknown]>([
    ['as it stands', '林 望舒', '林 望舒'],
    ['without the space around it', ' 林望舒\u3000\n', '林望舒'],
    ['as long as it may be, once trimmed', ' 一二三四五六七八 ', '一二三四五六七八'],
    ['one longer', '一二三四五六七八九', ['too_big']],
    ['nothing', '', ['too_small']],
    ['spaces alone', ' \u3000', ['too_small']],
    ['a space of no width inside', '林\u200b望舒', ['unseen-character']],
    ['such a space alone', '\u200b', ['unseen-character']],
    ['a joiner', '林\u200d望舒', ['unseen-character']],
    ['a mark that turns the direction', '创新路\u202e8号', ['unseen-character']],
    ['a second line', '创新路\n8号', ['unseen-character']],
    ['a separator of lines', '创新路\u20288号', ['unseen-character']],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

test('a scope item pasted with space is the item of the catalogue, so that what it needs is asked for', () => {
  expect(businessScopeShape.parse([{ text: '危险化学品生产 ' }])).toEqual([{ text: '危险化学品生产' }]);
});

test('a managing partner is known by the code however it is written, as a partner is', () => {
  const partner = (code: string) => ({
    kind: 'organisation',
    code,
    name: '远帆商贸有限公司',
    representative: 'p1',
  });
  const filed = changeRegistrationFacts.parse({
    enterprise: '91511623MY0000017F',
    signedBy: 'p1',
    decidedOn: '2026-11-20',
    persons: [],
    materials: [],
    changes: {
      managingPartners: { entrusted: true, of: [partner('９１500231ma5u000a5x')] },
      members: { holds: [], leaves: [{ kind: 'organisation', code: '91500231ma5u000a5x', name: '远帆' }] },
    },
  });
  expect(filed.changes.managingPartners?.of).toMatchObject([{ code: '91500231MA5U000A5X' }]);
  expect(filed.changes.members?.leaves).toMatchObject([{ code: '91500231MA5U000A5X' }]);
});
