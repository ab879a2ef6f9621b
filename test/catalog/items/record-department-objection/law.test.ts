import { expect, test } from 'vitest';
import { enterpriseTypes } from '../../../../lib/domain/registration/enterprise-type.ts';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'record-department-objection';

test('条例 第三十三条第三款: it counts by being raised, so it waits for no second officer', () =>
  expect(decided(item)).toMatchObject({ findings: [], admissible: ['register'] }));

test('条例 第三十三条第三款: only of individual businesses', () =>
  expect(
    enterpriseTypes.filter(
      (type) => !foundIn(item, { '/evidence/enterprise/type': type }).includes('enterprise.type defect'),
    ),
  ).toEqual(['individual-business']));

test.each([
  ['2026-11-22', []],
  ['2026-11-23', []],
  ['2026-11-24', ['department.day-to-come defect']],
])('objected to on %s, recorded on 2026-11-23', (objectedOn, expected) =>
  expect(foundIn(item, { '/facts/objectedOn': objectedOn })).toEqual(expected),
);
