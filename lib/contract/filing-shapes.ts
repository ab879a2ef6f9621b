import * as z from 'zod/mini';
import { recordIdShape } from './record-id.ts';
import {
  articleShape,
  bilingualShape,
  idShape,
  instantShape,
  plainDateShape,
  shortTextShape,
} from './shapes.ts';

export const outcomeShape = z.enum(['register', 'return', 'refuse']);

export const filingIdShape = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

/** One thing a rule says, with its text in the language asked for. */
export const findingShape = z
  .strictObject({
    rule: idShape,
    effect: z.enum(['defect', 'review', 'note']),
    path: z.string(),
    text: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    articles: z.array(articleShape),
    admits: z.array(outcomeShape),
  })
  .register(z.globalRegistry, {
    id: 'Finding',
    description:
      'One thing the standard says about a filing (审查意见): the rule, where in the filed facts it applies (JSON pointer), its text and articles. A `defect` is mended by the applicant; a `review` is judged by an officer; a `note` is only told.',
  });

export const remedyShape = z.strictObject({
  kind: z.enum(['reconsideration', 'lawsuit']),
  body: z.string(),
  period: z.strictObject({ unit: z.enum(['days', 'months']), count: z.int() }),
  articles: z.array(articleShape),
});

const rulingShape = z
  .strictObject({
    outcome: outcomeShape,
    by: z.string(),
    at: instantShape,
    on: plainDateShape,
    reason: z.optional(shortTextShape),
    grounds: z.optional(z.array(idShape)),
    remedies: z.optional(z.array(remedyShape)),
    departure: z.optional(z.strictObject({ code: idShape, reason: shortTextShape })),
    late: z.optional(z.literal(true)),
    overdueDays: z.optional(z.int()),
  })
  .register(z.globalRegistry, {
    id: 'Ruling',
    description:
      'What was decided, by the standard itself (`by: standard`) or by an officer; a refusal names its grounds and the legal remedies. `departure` is a step outside the standard; `late` one after the due day, with the working days that had passed.',
  });

const withdrawalShape = z
  .strictObject({
    by: z.string(),
    at: instantShape,
    on: plainDateShape,
    reason: z.optional(shortTextShape),
  })
  .register(z.globalRegistry, {
    id: 'Withdrawal',
    description:
      'That whoever filed it, or the window that took it, took a filing back before it was decided.',
  });

/** Why an authority decides. */
export const routingShape = z
  .strictObject({
    authority: idShape,
    because: idShape,
    text: bilingualShape,
    articles: z.array(articleShape),
    platform: z.optional(z.strictObject({ id: idShape, name: z.string() })),
  })
  .register(z.globalRegistry, {
    id: 'Routing',
    description:
      'Why this authority decides: the rule of the routing table that fits, in words, with its articles, and the cooperation platform whose power it is, where it is one’s. Where it was handed in is no reason.',
  });

const acceptedByShape = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('online') }),
  z.strictObject({ channel: z.literal('window'), window: idShape, authority: idShape }),
]);

const courseMeasureShape = z
  .strictObject({
    row: idShape,
    records: z.array(recordIdShape).check(z.maxLength(3)),
    effect: z.enum(['review', 'told']),
    path: z.string(),
    why: z.strictObject({ zh: z.string(), en: z.string() }),
    articles: z.array(articleShape),
  })
  .register(z.globalRegistry, {
    id: 'CourseMeasure',
    description:
      'A measure or incentive that changed the course of a filing: the row of the list, the records it rests on, what it did (`review`: an officer judges instead of the standard alone; `told`: it was taken into account and changes nothing else), why, and by which articles. All of it is in the receipt.',
  });

/** A filing as its parties see it. */
export const filingShape = z
  .strictObject({
    id: filingIdShape,
    version: z.int(),
    item: idShape,
    standardVersion: z.string(),
    name: z.optional(z.string()),
    enterprise: z.optional(z.string()),
    division: z.string(),
    state: z.enum(['returned', 'in-review', 'registered', 'refused', 'withdrawn']),
    submittedAt: instantShape,
    submittedOn: plainDateShape,
    acceptedBy: acceptedByShape,
    decidedBy: idShape,
    routing: z.optional(routingShape),
    corrects: z.optional(filingIdShape),
    correctedBy: z.optional(filingIdShape),
    persons: z.array(z.strictObject({ ref: idShape, name: z.string(), number: z.string() })),
    findings: z.array(findingShape),
    measures: z.optional(z.array(courseMeasureShape)),
    admissible: z.array(outcomeShape),
    due: z.optional(
      z.strictObject({ dueOn: plainDateShape, provisional: z.boolean(), overdue: z.boolean() }),
    ),
    extension: z.optional(
      z.strictObject({
        reason: shortTextShape,
        proposedAt: instantShape,
        approvedAt: z.optional(instantShape),
      }),
    ),
    assignee: z.optional(z.strictObject({ officer: z.string(), since: instantShape })),
    ruling: z.optional(rulingShape),
    withdrawal: z.optional(withdrawalShape),
    followUp: z.optional(
      z.strictObject({
        materials: z.array(idShape),
        dueOn: plainDateShape,
        provisional: z.boolean(),
        at: z.string(),
      }),
    ),
    registration: z.optional(
      z.strictObject({
        code: z.optional(z.string()),
        enterprise: z.optional(z.string()),
        licence: z.optional(z.string()),
        version: z.optional(z.int()),
        reservedUntil: z.optional(plainDateShape),
        records: z.optional(z.array(z.string())),
      }),
    ),
    receipt: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'Filing',
    description:
      'One submitted package (办件) and where it stands. Persons are masked; `acceptedBy` is where it was handed in, `decidedBy` the authority that decides; `routing` says why that authority; `corrects` and `correctedBy` link a filing with the one that was filed for it anew; `assignee` is the officer who has claimed it, which officers and auditors alone are told, as they are of an extension that is only proposed; `followUp` says which materials were promised with it, by when they have to come, and where to hand them in; `registration` tells what came of it: the enterprise, its new licence, a name held until a day (exclusive), credit records that follow by law.',
  });
