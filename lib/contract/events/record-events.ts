import * as z from 'zod/mini';
import { recordIdShape } from '../record-id.ts';
import { idShape } from '../shapes.ts';
import { eventShape } from './envelope.ts';

const recordShape = z
  .strictObject({
    record: recordIdShape,
    version: z.int().check(z.minimum(1)),
    class: idShape,
    issuedBy: idShape,
    authorityKind: z.enum(['registration', 'court', 'credit-platform']),
    recordedBy: idShape,
  })
  .register(z.globalRegistry, {
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
