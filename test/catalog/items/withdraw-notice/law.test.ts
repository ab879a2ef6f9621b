import { expect, test } from 'vitest';
import { withdrawNotice } from '../../../../catalog/items/withdraw-notice/item.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { anEnterprise } from '../../../support/an-enterprise.ts';
import { foundIn } from '../../../support/corpus-case.ts';
import { exampleOf } from '../../../support/item-files.ts';

const kinds = [
  'simple-cancellation',
  'capital-reduction',
  'merger-or-division',
  'liquidation-group',
  'creditors',
];

test.each(kinds)('a notice of kind %s may be taken back, one of another kind not by it', (kind) => {
  const set = (other: string) => ({
    '/facts/notice': kind,
    '/evidence/enterprise/notices': [
      { id: 'n1', kind: other, publishedOn: '2026-11-20', endsOn: '2027-01-04', objections: 0 },
    ],
  });
  expect(foundIn('withdraw-notice', set(kind))).toEqual([]);
  expect(foundIn('withdraw-notice', set('compulsory-cancellation'))).toEqual(['withdrawal.no-notice defect']);
});

test('the latest is taken back, and no other', () => {
  const day = plainDate('2026-11-23');
  const notice = (id: string) => ({
    id,
    kind: 'simple-cancellation' as const,
    publishedOn: day,
    endsOn: day,
    objections: 0,
  });
  const { facts } = exampleOf('withdraw-notice');
  const filed = facts as unknown as Parameters<typeof withdrawNotice.effect>[0];
  const change = withdrawNotice.effect(filed, withdrawNotice.derive(filed, []), {
    filing: 'f1',
    on: day,
    place: '',
    authority: 'reg',
    enterprise: anEnterprise({ notices: [notice('n1'), notice('n2')] }),
  });
  expect(change).toMatchObject({
    licence: 'keep',
    course: { notices: [notice('n1'), { ...notice('n2'), withdrawnOn: '2026-11-23' }] },
  });
});
