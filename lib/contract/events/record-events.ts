import * as z from 'zod/mini';
import { recordIdShape } from '../record-id.ts';
import { idShape, plainDateShape } from '../shapes.ts';
import { eventShape } from './envelope.ts';

const ofRecord = {
  record: recordIdShape,
  version: z.int().check(z.minimum(1)),
  class: idShape,
  issuedBy: idShape,
  authorityKind: z.enum(['registration', 'court', 'credit-platform']),
};

const recordShape = z.strictObject({ ...ofRecord, recordedBy: idShape }).register(z.globalRegistry, {
  id: 'RecordStepTold',
  description:
    'That something happened to a record, by its id. Neither whose it is nor what it says: that is a look-up, with a purpose, and logged.',
});

export const recordEvents = [
  eventShape('RecordPublished', recordShape),
  eventShape('RecordCorrected', recordShape),
  eventShape('RecordAnnulled', recordShape),
  eventShape('RepairGranted', recordShape),
  eventShape('RepairRevoked', recordShape),
  eventShape('RecordShielded', recordShape),
  eventShape('RecordUnshielded', recordShape),
] as const;

const endShape = z.strictObject({ ...ofRecord, endedOn: plainDateShape }).register(z.globalRegistry, {
  id: 'DisclosureEndTold',
  description:
    'That the disclosure period of a record has run out by its rule, and on which day first: of one that a decision ended before, that decision alone is told.',
});

export const endEvents = [
  eventShape('DisclosureEnded', endShape, {
    id: /^end:[A-Za-z0-9_-]{1,64}:[0-9]{8}$/,
    subject: /^credit\/records\/[A-Za-z0-9_-]{1,64}$/,
  }),
] as const;
