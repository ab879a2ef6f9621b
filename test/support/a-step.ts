import type { Measuring } from '../../lib/domain/fairness/contribution.ts';
import type { FilingStep } from '../../lib/domain/registration/filing-step.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { day } from './records.ts';

const at = (text: string) => text as Instant;

/** A filing handed in on-line on Monday 2026-11-23 at ten in the morning, which waits for an officer. */
export const aStep = (overrides: Partial<FilingStep> = {}): FilingStep => ({
  type: 'FilingAccepted',
  at: at('2026-11-23T02:00:00.000Z'),
  on: day('2026-11-23'),
  by: 'standard',
  filing: '0f8fad5b-d9cb-469f-a165-70867728950e',
  version: 1,
  item: 'establish-company',
  standardVersion: '1.0',
  division: '510001',
  state: 'in-review',
  submittedAt: at('2026-11-23T02:00:00.000Z'),
  submittedOn: day('2026-11-23'),
  submittedBy: 'applicant',
  acceptedBy: { channel: 'online' },
  decidedBy: 'reg-west',
  defects: 0,
  toJudge: 1,
  due: { dueOn: day('2026-11-26'), provisional: false },
  ...overrides,
});

/** Two invented sides, which the first four letters of an authority name. */
export const twoSides: Measuring = {
  sideOf: (authority) => authority.slice('reg-'.length).slice(0, 4),
  calendar: { years: {} },
  hours: { spans: [{ from: '09:00', to: '17:00' }] },
};
