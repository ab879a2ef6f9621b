import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { cloudEventShape } from '../../../lib/contract/events/events.ts';
import { changeOfRecord } from '../../../lib/domain/changes/change-of-record.ts';
import { changeOfStep } from '../../../lib/domain/changes/change-of-step.ts';
import { changeOfTask } from '../../../lib/domain/changes/change-of-task.ts';
import { cloudEventOf } from '../../../lib/domain/changes/cloud-event.ts';
import type { RecordEvent } from '../../../lib/domain/credit/record-event.ts';
import type { MeasureTask } from '../../../lib/domain/measures/task.ts';
import type { FilingEventType } from '../../../lib/domain/registration/filing.ts';
import { aStep } from '../../support/a-step.ts';
import { anOrganisation, aPerson, aRecord, day, instant } from '../../support/records.ts';

const sideOf = () => 'EAST';

const waiting: readonly FilingEventType[] = [
  'FilingReturned',
  'FilingAccepted',
  'FilingRefused',
  'FilingWithdrawn',
  'FilingClaimed',
  'FilingHandedOver',
  'ExtensionProposed',
  'ExtensionApproved',
  'ExtensionDeclined',
];

/** A step that tells all it can of people: who filed, who decided, at which window, whom it concerns. */
const CANARIES = [
  'applicant-canary',
  'officer-canary',
  'win-canary',
  `P:k1:${'c'.repeat(43)}`,
  'ground-canary',
];
const told = {
  by: 'officer-canary',
  submittedBy: 'applicant-canary',
  acceptedBy: { channel: 'window', window: 'win-canary', authority: 'reg-500231' },
  concerned: [`P:k1:${'c'.repeat(43)}` as never],
  enterprise: '91500231MA5U000A5X',
} as const;
const ruling = {
  outcome: 'register',
  by: 'officer-canary',
  at: instant('2026-11-25T02:00:00.000Z'),
  on: day('2026-11-25'),
  grounds: ['ground-canary'],
} as const;

const holdsNone = (event: unknown, secrets: readonly string[]) => {
  const text = JSON.stringify(event);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
};

describe('a step of a filing', () => {
  test.each(waiting)('%s is told by its schema, without anybody in it', (type) => {
    const event = cloudEventOf({ number: 7, change: changeOfStep(aStep({ ...told, type, ruling }), sideOf) });
    expect(z.parse(cloudEventShape, event)).toEqual(event);
    holdsNone(event, [...CANARIES, '91500231MA5U000A5X']);
  });

  test('once registered, the enterprise is named by its code', () => {
    const step = aStep({
      ...told,
      type: 'FilingRegistered',
      version: 3,
      state: 'registered',
      ruling,
      registration: { code: '91500231MA5U000A5X', version: 1, licence: 1, records: ['record-canary'] },
    });
    const event = cloudEventOf({ number: 12, change: changeOfStep(step, sideOf) });
    expect(z.parse(cloudEventShape, event)).toEqual(event);
    holdsNone(event, [...CANARIES, 'record-canary']);
    expect(event).toEqual({
      specversion: '1.0',
      id: 'filing:0f8fad5b-d9cb-469f-a165-70867728950e:3',
      source: 'urn:tongbiao:side:EAST',
      type: 'tongbiao.FilingRegistered.v1',
      subject: 'filings/0f8fad5b-d9cb-469f-a165-70867728950e',
      time: '2026-11-23T02:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:tongbiao:event:FilingRegistered:v1',
      sequence: '000000000012',
      data: {
        filing: '0f8fad5b-d9cb-469f-a165-70867728950e',
        version: 3,
        item: 'establish-company',
        standardVersion: '1.0',
        division: '510001',
        state: 'registered',
        acceptedBy: { channel: 'window', authority: 'reg-500231' },
        decidedBy: 'reg-west',
        byStandard: false,
        due: { dueOn: '2026-11-26', provisional: false },
        outcome: 'register',
        registration: { enterprise: '91500231MA5U000A5X', enterpriseVersion: 1, licence: 1 },
      },
    });
  });
});

const document = { number: 'document-canary', decidedOn: day('2026-04-01') };
const happenings: readonly (readonly [string, RecordEvent])[] = [
  ['RecordPublished', { kind: 'published' }],
  ['RecordCorrected', { kind: 'corrected', reason: 'reason-canary', document }],
  [
    'RecordAnnulled',
    {
      kind: 'annulled',
      on: day('2026-04-01'),
      ground: 'revoked',
      reason: 'reason-canary',
      document,
      outOfPublicationBy: { dueOn: day('2026-04-04'), provisional: false },
    },
  ],
  ['RepairGranted', { kind: 'repaired', on: day('2026-04-01'), repair: 'repair-canary' }],
  [
    'RepairRevoked',
    {
      kind: 'repair-revoked',
      on: day('2026-04-01'),
      repair: 'repair-canary',
      ground: 'false-materials',
      reason: 'reason-canary',
    },
  ],
  ['RecordShielded', { kind: 'shielded', from: day('2026-04-01'), until: 'open' as never, document }],
  ['RecordUnshielded', { kind: 'unshielded', on: day('2026-04-01'), reason: 'reason-canary' }],
];

describe('what happened to a record', () => {
  test.each(happenings)(
    '%s is told by its schema, and neither whose it is nor what it says',
    (type, happened) => {
      for (const subject of [aPerson, anOrganisation]) {
        const record = aRecord({ happened, subject, documentNumber: 'document-canary' });
        const event = cloudEventOf({ number: 1, change: changeOfRecord(record) });
        expect(z.parse(cloudEventShape, event)).toEqual(event);
        expect(event.type).toBe(`tongbiao.${type}.v1`);
        holdsNone(event, ['canary', subject, '91500231MA5U000A5X', 'aaaa', '2026-03-10', '2026-04-01']);
      }
    },
  );
});

const taken = (at: string) => ({ by: 'officer-canary', at: instant(at), on: day(at.slice(0, 10)) });
const due = { dueOn: day('2026-03-20'), provisional: false };
const aTask: MeasureTask = {
  id: 'A'.repeat(22),
  version: 1,
  record: 'B'.repeat(22),
  row: 'restrict-office',
  round: 1,
  beneficial: false,
  subject: aPerson,
  executor: 'reg-east',
  jurisdiction: 'EAST',
  issuedBy: 'court-east',
  edition: '2025',
  articles: [],
  proposal: taken('2026-03-01T01:00:00.000Z'),
  due,
};
const notice = { ...taken('2026-03-02T01:00:00.000Z'), grounds: 'grounds-canary', objectBy: due };
const objection = { ...taken('2026-03-03T01:00:00.000Z'), reason: 'reason-canary', proofs: [] };
const decided = { ...taken('2026-03-04T01:00:00.000Z'), outcome: 'apply', reason: 'reason-canary' } as const;
const execution = { ...taken('2026-03-05T01:00:00.000Z'), how: 'how-canary' };
const feedback = { ...taken('2026-03-06T01:00:00.000Z'), result: 'done', text: 'text-canary' } as const;
const release = { ...taken('2026-03-07T01:00:00.000Z'), cause: 'subject-ended', reason: 'canary' } as const;

describe('a step of a task', () => {
  test.each<readonly [string, string, Partial<MeasureTask>]>([
    ['MeasureProposed', '01', {}],
    ['MeasureNotified', '02', { notice }],
    ['MeasureObjected', '03', { notice, objection }],
    ['MeasureDecided', '04', { notice, decision: decided }],
    ['MeasureNotApplied', '04', { notice, decision: { ...decided, outcome: 'not-applicable' } }],
    ['MeasureExecuted', '05', { notice, decision: decided, execution }],
    ['MeasureFedBack', '06', { notice, decision: decided, execution, feedback }],
    ['MeasureReleased', '07', { notice, decision: decided, execution, feedback, release }],
  ])('%s is told by its schema, and neither whom it is about nor what was said', (type, on, steps) => {
    const event = cloudEventOf({ number: 3, change: changeOfTask({ ...aTask, ...steps }) });
    expect(z.parse(cloudEventShape, event)).toEqual(event);
    expect([event.type, event.time]).toEqual([`tongbiao.${type}.v1`, `2026-03-${on}T01:00:00.000Z`]);
    holdsNone(event, ['canary', aPerson]);
  });
});
