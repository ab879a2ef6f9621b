import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { filingShape } from '../../lib/contract/filing-shapes.ts';
import type { Filing, FilingState } from '../../lib/domain/registration/filing.ts';
import type { Finding } from '../../lib/domain/standard/finding.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { type PlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';
import { presentFiling, presentFindings } from '../../lib/edge/present-filing.ts';

const NUMBER = '11010519491231002X';
const AT = '2026-11-23T02:00:00.000Z' as Instant;
const day = (text: string): PlainDate => text as PlainDate;
const article = {
  law: '公司法',
  article: '第四十七条',
  validFrom: day('2024-07-01'),
  confidence: 'seen',
} as const;

const aFinding: Finding = {
  rule: 'capital.pay-by',
  effect: 'defect',
  path: '/shareholders/0/payBy',
  values: { years: 5, names: ['甲', '乙'] },
  articles: [article],
  admits: [],
};

const message = () => ({ zh: '{years} 年内缴足：{names}', en: 'paid within {years} years: {names}' });

const aFiling = (state: FilingState): Filing => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  version: 3,
  item: 'establish-company',
  standardVersion: '1.0',
  name: '甲县乙商贸有限公司',
  division: '510001',
  submittedAt: AT,
  submittedOn: day('2026-11-23'),
  submittedBy: 'secret-submitter',
  acceptedBy: { channel: 'online' },
  decidedBy: 'reg-510001',
  filed: { secret: NUMBER },
  persons: [],
  maskedPersons: [{ ref: 'p1', name: '王**', number: '1****************X' }],
  sealedPersons: 'secret-sealed',
  findings: [aFinding],
  admissible: ['return'],
  ...state,
});

const shown = (
  state: FilingState,
  on = '2026-11-23',
  language: 'zh-CN' | 'en' = 'zh-CN',
  proceedings = true,
) => presentFiling(aFiling(state), { message, language, on: day(on), proceedings });

const inReview = {
  state: 'in-review',
  evidence: {
    nameClaims: [],
    standings: 'not-read' as const,
    readOn: plainDate('2026-11-23'),
  },
  due: { dueOn: day('2026-11-26'), provisional: false },
} as const;

test.each([
  ['2026-11-25', false],
  ['2026-11-26', false],
  ['2026-11-27', true],
])('due on the 26th, on %s overdue is %s', (on, overdue) => {
  expect(shown(inReview, on).due).toEqual({ dueOn: '2026-11-26', provisional: false, overdue });
});

test('persons are shown as masked and nothing of them else', () => {
  const filing = shown(inReview);
  expect(filing.persons).toEqual([{ ref: 'p1', name: '王**', number: '1****************X' }]);
  expect(JSON.stringify(filing)).not.toContain(NUMBER);
  expect(JSON.stringify(filing)).not.toContain('secret');
});

test('findings are told in words, in either language', () => {
  const told = (language: 'zh-CN' | 'en') =>
    presentFindings('establish-company', '1.0', [aFinding], { message, language });
  expect(told('zh-CN')).toEqual([{ ...aFinding, text: '5 年内缴足：甲、乙' }]);
  expect(told('en')[0]?.text).toBe('paid within 5 years: 甲, 乙');
});

test('an applicant is told neither which officer has it nor of an extension that is only proposed', () => {
  const proposed = { reason: '需要实地核查', proposedBy: 'secret-officer', proposedAt: AT };
  const approved = { ...proposed, approvedBy: 'secret-head', approvedAt: AT };
  const assignee = { officer: 'officer-7', since: AT };
  const told = (extension: typeof proposed) => {
    const state = { ...inReview, extension, assignee } as FilingState;
    return presentFiling(aFiling(state), { message, language: 'en', on: day('2026-11-23') });
  };
  expect(told(proposed)).not.toHaveProperty('assignee');
  expect(told(proposed)).not.toHaveProperty('extension');
  expect(told(proposed).due).toEqual({ dueOn: '2026-11-26', provisional: false, overdue: false });
  expect(told(approved)).not.toHaveProperty('assignee');
  expect(told(approved).extension).toEqual({ reason: '需要实地核查', proposedAt: AT, approvedAt: AT });
  expect(shown({ ...inReview, extension: proposed, assignee } as FilingState)).toMatchObject({
    assignee,
    extension: { reason: '需要实地核查' },
  });
});

test('who asked for an extension is not told, that it was asked for is', () => {
  const extension = {
    reason: '需要实地核查',
    proposedBy: 'secret-officer',
    proposedAt: AT,
    approvedBy: 'secret-head',
    approvedAt: AT,
  };
  expect(shown({ ...inReview, extension }).extension).toEqual({
    reason: '需要实地核查',
    proposedAt: AT,
    approvedAt: AT,
  });
});

const ruling = { outcome: 'register', by: 'standard', at: AT, on: day('2026-11-23') } as const;
const remedies = [
  { kind: 'lawsuit', body: '人民法院', period: { unit: 'months', count: 6 }, articles: [article] },
] as const;

test.each<[string, FilingState, object]>([
  ['in review', inReview, { state: 'in-review' }],
  [
    'returned',
    { state: 'returned', ruling: { ...ruling, outcome: 'return' } },
    { ruling: { outcome: 'return' } },
  ],
  [
    'refused',
    { state: 'refused', ruling: { ...ruling, outcome: 'refuse', grounds: ['capital.pay-by'], remedies } },
    { ruling: { outcome: 'refuse', grounds: ['capital.pay-by'], remedies } },
  ],
  [
    'registered',
    { state: 'registered', ruling, registration: { code: '91500231MA5U000A5X', version: 1, licence: 1 } },
    {
      registration: {
        code: '91500231MA5U000A5X',
        enterprise: '/v1/enterprises/91500231MA5U000A5X',
        licence: '/v1/enterprises/91500231MA5U000A5X/licence',
      },
    },
  ],
])('%s, it fits what the contract says', (_, state, expected) => {
  const filing = shown(state);
  expect(filing).toMatchObject(expected);
  expect(filing.receipt).toBe('/v1/filings/0f8fad5b-d9cb-469f-a165-70867728950e/receipt');
  expect(z.safeParse(filingShape, filing).error).toBe(undefined);
});

test('only what belongs to its state is told', () => {
  expect(Object.keys(shown(inReview))).not.toContain('ruling');
  expect(Object.keys(shown({ state: 'returned', ruling }))).not.toContain('due');
  expect(Object.keys(shown({ state: 'refused', ruling }))).not.toContain('registration');
});
