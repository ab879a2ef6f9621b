import * as z from 'zod/mini';
import { windowKinds } from '../domain/fairness/contribution.ts';
import { route } from './route.ts';
import { idShape } from './shapes.ts';

const monthShape = z
  .string()
  .check(z.maxLength(7), z.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/))
  .register(z.globalRegistry, {
    id: 'Month',
    description: 'A calendar month in China Standard Time, YYYY-MM.',
    example: '2026-11',
  });

const countShape = z
  .union([
    z.int().check(z.minimum(0)),
    z.strictObject({ fewerThan: z.int() }),
    z.strictObject({ atLeast: z.int() }),
  ])
  .register(z.globalRegistry, {
    id: 'ToldCount',
    description:
      'A count; above zero and below the threshold it is told as `fewerThan` that, as it would tell of single filings. A sum whose difference would give such a count away is told as `atLeast`.',
  });

const durationShape = z
  .strictObject({ over: z.int(), upTo: z.exactOptional(z.int()) })
  .register(z.globalRegistry, {
    id: 'DurationBucket',
    description:
      'The fixed bucket in which a time lies, in working hours: more than `over` (at the least, 0 counts too) and up to `upTo`; nothing is interpolated. Without `upTo` it is the last.',
  });

const timeOfDayShape = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/));

const detailsShape = z.strictObject({
  courses: z.strictObject({
    open: countShape,
    registeredAtOnce: countShape,
    registeredByOfficer: countShape,
    returnedAtOnce: countShape,
    returnedByOfficer: countShape,
    refused: countShape,
    withdrawn: countShape,
  }),
  firstTimeRightPercent: z.exactOptional(z.int().check(z.minimum(0), z.maximum(100))),
  timeToDecision: z.exactOptional(z.strictObject({ median: durationShape, p90: durationShape })),
  late: countShape,
  extended: countShape,
  refusalsByGround: z.array(z.strictObject({ rule: idShape, count: countShape })),
  departures: z.array(z.strictObject({ code: idShape, count: countShape })),
});

const rowShape = z
  .strictObject({
    item: idShape,
    accepting: z.string().check(z.maxLength(16)),
    window: z.enum(windowKinds),
    deciding: z.string().check(z.maxLength(8)),
    filed: countShape,
    details: z.exactOptional(detailsShape),
  })
  .register(z.globalRegistry, {
    id: 'FairnessRow',
    description:
      'How filings of one item fared that were handed in on one side (or `online`) and decided on one side. `courses`: what became of them, each under one; `refusalsByGround`: by the rules refusals rest on; `departures`: decisions outside the standard, by reason; `timeToDecision`: from submission to an officer’s decision, what the standard decides at once apart; `firstTimeRightPercent`: of decided filings that mend no other, registered, to the next five. `details` are left out where fewer than the threshold were filed.',
  });

export const readFairness = route({
  id: 'readFairness',
  method: 'GET',
  path: '/fairness',
  surface: 'fairness',
  access: 'public',
  summary: {
    zh: '同事同标：同一事项按受理地、办理地和窗口类别统计的件数、时长、一次办成率、不予登记理由和偏离标准的决定',
    en: 'The same item by where it is handed in and decided: counts, times, first-time-right, refusals by ground, departures',
  },
  query: z.strictObject({ item: z.exactOptional(idShape), period: z.exactOptional(monthShape) }),
  responses: {
    200: z
      .strictObject({
        period: monthShape,
        fewest: z.int(),
        workingHours: z.array(z.strictObject({ from: timeOfDayShape, to: timeOfDayShape })),
        rows: z.array(rowShape),
      })
      .register(z.globalRegistry, {
        id: 'Fairness',
        description:
          'Filings submitted in one month, as they stand a moment ago. `fewest` is the smallest count above zero that is told; `workingHours` are those of a working day by which times are measured.',
      }),
  },
  errors: ['unknown-item'],
});
