import { expect, test } from 'vitest';
import { enterpriseTypes } from '../../../../lib/domain/registration/enterprise-type.ts';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'record-department-objection';

test('it is never registered without another officer', () =>
  expect(decided(item)).toMatchObject({
    findings: [{ rule: 'department.confirm', effect: 'review' }],
    admissible: ['register', 'return'],
  }));

test('条例 第三十三条第三款: only of individual businesses', () =>
  expect(
    enterpriseTypes.filter(
      (type) => !foundIn(item, { '/evidence/enterprise/type': type }).includes('enterprise.type defect'),
    ),
  ).toEqual(['individual-business']));

test.each([
  ['2026-11-22', ['department.confirm review']],
  ['2026-11-23', ['department.confirm review']],
  ['2026-11-24', ['department.day-to-come defect', 'department.confirm review']],
])('objected to on %s, recorded on 2026-11-23', (objectedOn, expected) =>
  expect(foundIn(item, { '/facts/objectedOn': objectedOn })).toEqual(expected),
);
