import { describe, expect, test } from 'vitest';
import {
  isOrganisationCode,
  organisationCheckCharacter,
} from '../../../lib/domain/subject/organisation-code.ts';
import vectors from '../../vectors/uscc-vectors.json' with { type: 'json' };

test.each([
  ['D2143569', 'X'],
  ['20286320', 'X'],
  ['MA62K026', '0'],
  ['M000100Y', '4'],
  ['20470671', '8'],
  ['00865235', '3'],
])('the check character of %s is %s', (stem, check) => {
  expect(organisationCheckCharacter(stem)).toBe(check);
  expect(isOrganisationCode(stem + check)).toBe(true);
});

test.each(vectors.valid)('the body $body of $code is right', ({ body }) => {
  expect(isOrganisationCode(body)).toBe(true);
});

describe('refused', () => {
  test.each([
    'D21435699',
    'd2143569X',
    'D2143569x',
    'D2143569-X',
    'D2143569',
    '',
    '2047067189',
    'Ａ2143569X',
  ])('%j', (code) => {
    expect(isOrganisationCode(code)).toBe(false);
  });

  test('a stem of another form has no check character', () => {
    expect(() => organisationCheckCharacter('D214356')).toThrow(RangeError);
    expect(() => organisationCheckCharacter('D214356-')).toThrow(RangeError);
  });
});
