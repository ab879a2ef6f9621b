import { expect, test } from 'vitest';
import { type Dispute, whyNotDisputable } from '../../../lib/domain/credit/dispute.ts';
import { recordStateOf } from '../../../lib/domain/credit/record-state.ts';
import { type Repair, whyNotRepairable } from '../../../lib/domain/credit/repair.ts';
import { aRecord, day, findClass } from '../../support/records.ts';

const MOST = { mostForRecord: 3, mostForSubject: 5 };
const answered = (record: string): Dispute => ({ record, answer: { outcome: 'rejected' } }) as Dispute;
const disputes = (own: number, others: number): readonly Dispute[] => [
  ...Array.from({ length: own }, () => answered('r')),
  ...Array.from({ length: others }, () => answered('another')),
];

test.each([
  [2, 0, undefined],
  [3, 0, 'disputed-too-often'],
  [0, 4, undefined],
  [0, 5, 'too-many-disputes-of-subject'],
  [2, 2, undefined],
  [2, 3, 'too-many-disputes-of-subject'],
  [3, 2, 'disputed-too-often'],
])('disputed %i times, and other records %i times: %s', (own, others, why) => {
  expect(whyNotDisputable('r', disputes(own, others), MOST)).toBe(why);
});

test('what is disputed already is that first', () => {
  const open = { record: 'r' } as Dispute;
  expect(whyNotDisputable('r', [open, ...disputes(0, 9)], MOST)).toBe('disputed-already');
  expect(whyNotDisputable('another', [open], MOST)).toBeUndefined();
});

const refused = (record: string): Repair => ({ record, state: 'refused' }) as Repair;
const state = recordStateOf([aRecord()]) ?? expect.fail();
const why = (repairs: readonly Repair[], on = '2026-09-10') =>
  whyNotRepairable(
    findClass('debtor') ?? expect.fail(),
    { kind: 'after', months: 6, from: 'document' },
    state,
    repairs,
    day(on),
    MOST,
  );
const repairs = (own: number, others: number): readonly Repair[] => [
  ...Array.from({ length: own }, () => refused(aRecord().id)),
  ...Array.from({ length: others }, () => refused('another')),
];

test.each([
  [2, 0, undefined],
  [3, 0, { reason: 'asked-too-often' }],
  [2, 2, undefined],
  [2, 3, { reason: 'too-many-repairs-of-subject' }],
  [3, 2, { reason: 'asked-too-often' }],
])('asked %i times to be repaired, and other records %i times: %j', (own, others, expected) => {
  expect(why(repairs(own, others))).toEqual(expected);
});

test('what is asked before its time is told the day first', () => {
  expect(why(repairs(3, 0), '2026-09-09')).toEqual({ reason: 'too-early', from: '2026-09-10' });
});
