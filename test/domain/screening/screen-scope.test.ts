import { expect, test } from 'vitest';
import { screenScope } from '../../../lib/domain/screening/screen-scope.ts';

/** Invented. */
const list = {
  barredWords: [
    { word: '炼金', entry: 'one' },
    { word: '占卜', entry: 'two' },
  ],
  scopeItems: new Map([
    ['炼金设备销售', { approval: 'none' }],
    ['渡船运营', { approval: 'before' }],
    ['灯塔维护', { approval: 'after' }],
  ] as const),
  licences: new Map([['渡船运营', ['ferry-licence']]]),
};

const resultsOf = (...texts: readonly string[]) =>
  screenScope(texts, list).map(({ text, result }) => [text, result]);

test('an item of the catalogue is what the catalogue says of it', () => {
  expect(resultsOf('渡船运营', '灯塔维护', '炼金设备销售')).toEqual([
    ['渡船运营', 'licence-before-registration'],
    ['灯塔维护', 'licence-after-registration'],
    ['炼金设备销售', 'free'],
  ]);
  expect(screenScope(['渡船运营', '灯塔维护'], list).map(({ licensed }) => licensed)).toEqual([
    ['ferry-licence'],
    [],
  ]);
});

test('any other text is prohibited by a word it holds, and else not known', () => {
  expect(resultsOf('炼金', '炼金设备零售', '渡船运营和维护', '炼 金')).toEqual([
    ['炼金', 'prohibited'],
    ['炼金设备零售', 'prohibited'],
    ['渡船运营和维护', 'not-in-our-copy'],
    ['炼 金', 'not-in-our-copy'],
  ]);
  expect(screenScope(['占卜与炼金'], list)[0]?.prohibited).toEqual([
    { word: '炼金', entry: 'one' },
    { word: '占卜', entry: 'two' },
  ]);
});
