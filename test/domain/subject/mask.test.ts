import { expect, test } from 'vitest';
import { maskDocumentNumber, maskPersonName } from '../../../lib/domain/subject/mask.ts';

test.each([
  ['11010519491231002X', '1****************X'],
  ['E1234', 'E***4'],
  ['E123', '****'],
  ['', ''],
])('the number %j is shown as %j', (number, shown) => {
  expect(maskDocumentNumber(number)).toBe(shown);
});

test.each([
  ['王小明', '王**'],
  ['王明', '王**'],
  ['欧阳明月', '欧**'],
  ['阿卜杜拉·买买提', '阿**'],
  ['𠮷田', '𠮷**'],
  [' 王小明 ', '王**'],
  ['王', '**'],
  ['', '**'],
])('the name %j is shown as %j', (name, shown) => {
  expect(maskPersonName(name)).toBe(shown);
});
