import { describe, expect, test } from 'vitest';
import type { Filing, FilingState } from '../../../lib/domain/registration/filing.ts';
import { type Stepping, stepOf } from '../../../lib/domain/registration/filing-step.ts';
import type { Finding } from '../../../lib/domain/standard/finding.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { momentOf } from '../../../lib/domain/time/instant.ts';
import { anEnterprise } from '../../support/an-enterprise.ts';
import { day } from '../../support/records.ts';

const moment = momentOf(new Date('2026-11-27T02:00:00.000Z'));
const finding = (effect: Finding['effect']): Finding => ({
  rule: `a.${effect}`,
  effect,
  path: '',
  values: {},
  articles: [],
  admits: [],
});
const inReview = (dueOn: string, approvedAt?: string): FilingState => ({
  state: 'in-review',
  due: { dueOn: day(dueOn), provisional: false },
  evidence: { nameClaims: [], standings: 'not-read', readOn: day('2026-11-23') },
  ...(approvedAt !== undefined && {
    extension: {
      reason: '案情复杂',
      proposedBy: 'officer',
      proposedAt: moment.at,
      approvedBy: 'head',
      approvedAt: moment.at,
    },
  }),
});
const ruled: FilingState = {
  state: 'refused',
  ruling: {
    outcome: 'refuse',
    by: 'officer',
    at: moment.at,
    on: moment.on,
    reason: '被列为失信被执行人的张某',
    grounds: ['credit.office-bar'],
    departure: { code: 'court-order', reason: '执行裁判，涉及张某' },
  },
};
const registered = (code?: string): FilingState => ({
  state: 'registered',
  ruling: { outcome: 'register', by: 'officer', at: moment.at, on: moment.on },
  registration: { ...(code !== undefined && { code }) },
});
const aFiling = (state: FilingState, overrides: Partial<Filing> = {}): Filing =>
  ({
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    version: 2,
    item: 'establish-company',
    standardVersion: '1.0',
    name: '张某商贸行',
    division: '510001',
    submittedAt: '2026-11-23T02:00:00.000Z',
    submittedOn: '2026-11-23',
    submittedBy: 'applicant',
    acceptedBy: { channel: 'online' },
    decidedBy: 'reg-510001',
    filed: { secret: 1 },
    persons: [],
    maskedPersons: [{ ref: 'p1', name: '张*', number: '1****************X' }],
    sealedPersons: 'sealed',
    findings: [finding('defect'), finding('review'), finding('review'), finding('note')],
    admissible: ['return'],
    ...overrides,
    ...state,
  }) as Filing;
const step = (filing: Filing, stepping: Partial<Stepping> = {}) =>
  stepOf(filing, { type: 'FilingRefused', by: 'officer', ...stepping }, moment);

test('tells what a filing is after the step, and nothing that anybody wrote or is called', () => {
  const told = step(aFiling(ruled));
  expect(told).toEqual({
    type: 'FilingRefused',
    at: '2026-11-27T02:00:00.000Z',
    on: '2026-11-27',
    by: 'officer',
    filing: '0f8fad5b-d9cb-469f-a165-70867728950e',
    version: 2,
    item: 'establish-company',
    standardVersion: '1.0',
    division: '510001',
    state: 'refused',
    submittedAt: '2026-11-23T02:00:00.000Z',
    submittedOn: '2026-11-23',
    submittedBy: 'applicant',
    acceptedBy: { channel: 'online' },
    decidedBy: 'reg-510001',
    defects: 1,
    toJudge: 2,
    ruling: {
      outcome: 'refuse',
      by: 'officer',
      at: '2026-11-27T02:00:00.000Z',
      on: '2026-11-27',
      grounds: ['credit.office-bar'],
      departure: 'court-order',
    },
  });
  expect(JSON.stringify(told)).not.toContain('张');
});

test('a ruling that is late says so, and by how many working days', () => {
  const late: FilingState =
    ruled.state === 'refused' ? { ...ruled, ruling: { ...ruled.ruling, late: true, overdueDays: 2 } } : ruled;
  expect(step(aFiling(late)).ruling).toMatchObject({ late: true, overdueDays: 2 });
});

test('an extension is told from its approval on, also once it is decided', () => {
  const approved = aFiling(inReview('2026-12-01', '2026-11-26T02:00:00.000Z'));
  expect(step(approved, { type: 'ExtensionApproved' }).extended).toBe(true);
  expect(step(aFiling(ruled), { before: approved }).extended).toBe(true);
  expect(step(aFiling(inReview('2026-11-27'))).extended).toBe(undefined);
});

test('what it corrects, and the enterprise it made, where it names none', () => {
  expect(step(aFiling(ruled, { corrects: 'f0' })).corrects).toBe('f0');
  expect(step(aFiling(registered('91511623MY0000017F'))).enterprise).toBe('91511623MY0000017F');
});

describe('whom it concerns', () => {
  const enterprise = anEnterprise();
  const { code } = enterprise;
  const byOffice = { enterprise: code, exOfficio: true as const };
  const chief = `P:test:${'p1-'.padEnd(43, 'x')}`;

  test('a step by office that is done: the enterprise and who stands for it', () => {
    expect(step(aFiling(registered(code), byOffice), { enterprise }).concerned).toEqual([`O:${code}`, chief]);
  });

  test('an organisation at the head, and who represents it there', () => {
    const representative = { subject: 'P:test:r' as SubjectKey, name: '林晓岚' };
    const heads = [{ subject: 'O:91511623MY0000117T' as SubjectKey, name: '某某公司', representative }];
    expect(
      step(aFiling(registered(code), byOffice), { enterprise: { ...enterprise, heads } }).concerned,
    ).toEqual([`O:${code}`, 'O:91511623MY0000117T', 'P:test:r']);
  });

  test.each([
    ['still waits', aFiling(inReview('2026-11-27'), byOffice)],
    ['was refused', aFiling(ruled, byOffice)],
    ['was filed by somebody', aFiling(registered(code), { enterprise: code })],
    ['is about another enterprise', aFiling(registered(), { ...byOffice, enterprise: '91511623MY0000117T' })],
  ])('nobody, where it %s', (_, filing) => {
    expect(step(filing, { enterprise }).concerned).toBe(undefined);
  });
});
