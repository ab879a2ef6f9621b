import * as z from 'zod/mini';
import { filingIdShape } from '../filing-shapes.ts';
import { idShape, plainDateShape } from '../shapes.ts';
import { eventShape } from './envelope.ts';

const states = ['returned', 'refused', 'in-review', 'withdrawn', 'registered'] as const;
const count = z.int().check(z.minimum(1));

const stepFields = {
  filing: filingIdShape,
  version: count,
  item: idShape,
  standardVersion: idShape,
  division: z.string().check(z.regex(/^[0-9]{6}$/)),
  state: z.enum(states),
  acceptedBy: z.discriminatedUnion('channel', [
    z.strictObject({ channel: z.literal('online') }),
    z.strictObject({ channel: z.literal('window'), authority: idShape }),
  ]),
  decidedBy: idShape,
  byStandard: z.boolean(),
  corrects: z.exactOptional(filingIdShape),
  due: z.exactOptional(z.strictObject({ dueOn: plainDateShape, provisional: z.boolean() })),
  outcome: z.exactOptional(z.enum(['register', 'return', 'refuse'])),
};

const stepShape = z.strictObject(stepFields).register(z.globalRegistry, {
  id: 'FilingStepTold',
  description:
    'A step of a filing: which, on what, where it was handed in and by whom it is decided. Nothing of who filed it or whom it names.',
});

const registrationShape = z
  .strictObject({
    ...stepFields,
    registration: z.strictObject({
      enterprise: z.exactOptional(z.string().check(z.maxLength(18))),
      enterpriseVersion: z.exactOptional(count),
      licence: z.exactOptional(count),
      reservedUntil: z.exactOptional(plainDateShape),
    }),
  })
  .register(z.globalRegistry, {
    id: 'RegistrationTold',
    description:
      'A registration, record filing or name held: with the code of the enterprise, which can be read by anybody from then on.',
  });

export const filingEvents = [
  eventShape('FilingReturned', stepShape),
  eventShape('FilingAccepted', stepShape),
  eventShape('FilingRegistered', registrationShape),
  eventShape('FilingRefused', stepShape),
  eventShape('FilingWithdrawn', stepShape),
  eventShape('FilingClaimed', stepShape),
  eventShape('FilingHandedOver', stepShape),
  eventShape('ExtensionProposed', stepShape),
  eventShape('ExtensionApproved', stepShape),
  eventShape('ExtensionDeclined', stepShape),
] as const;
