import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import type { Investor } from './filed-investor.ts';
import { officeShape } from './filed-offices.ts';
import { dayShape, fenShape, filedPersonShape } from './filed-shapes.ts';

/** What is filed of a company limited by shares, whether it is established or another enterprise becomes one. */

/** 类别股 of 公司法 第一百四十四条第一款, item by item. */
export const classRights = [
  'profit-or-assets',
  'voting',
  'restricted-transfer',
  'state-council-other',
] as const;

/** Two hundred promoters may establish a company (公司法 第九十二条); a rule tells more than those. */
export const MOST_PROMOTERS = 220;
/** Without residences, which nobody registers here, so many are kept in one item of a table. */
const MOST_PERSONS = 260;
const MOST_OFFICES = 60;

/** A number of shares, such that a hundredfold of it is still exact. */
const countShape = z.int().check(z.minimum(0), z.maximum(10_000_000_000_000));

/** What a promoter subscribes and has paid for it (股款). */
export const promoterTerms = {
  shares: countShape,
  subscribedFen: fenShape,
  paidFen: fenShape,
  paidOn: dayShape,
  domicileInChina: z.boolean(),
};

/** The shares that are not the promoters': what is due and paid for them, from the first day of the offer to the last payment. */
const offer = {
  offeredFrom: dayShape,
  offeredFen: fenShape,
  paidFen: fenShape,
  paidOn: dayShape,
  subscribers: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  meetingOn: z.optional(dayShape),
};

const sharesIssued = {
  issued: countShape,
  classes: z.optional(
    z.array(z.strictObject({ rights: z.enum(classRights), shares: countShape })).check(z.maxLength(10)),
  ),
};

export const shareIssueShape = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('promotion'), meetingOn: z.optional(dayShape) }),
    z.strictObject({ by: z.literal('specific-offer'), ...offer }),
    z.strictObject({ by: z.literal('public-offer'), ...offer }),
  ])
  .register(z.globalRegistry, {
    description:
      'By promotion (发起设立), or by an offer of the other shares to specific persons or to the public (募集设立). `offeredFen` is what is due for all shares offered, `paidOn` the day the last of it was paid, `meetingOn` the day the inaugural meeting (成立大会) ended.',
  });

export const sharesShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('par-value'), parFen: fenShape, ...sharesIssued }),
    z.strictObject({ kind: z.literal('no-par-value'), ...sharesIssued }),
  ])
  .register(z.globalRegistry, {
    description:
      'All shares issued at establishment (公司设立时应发行的股份), with or without par value, and how many of them are of a class (类别股).',
  });

export const jointStockOfficesShape = z
  .array(
    z
      .strictObject({ ...officeShape.shape, independenceDeclared: z.optional(z.boolean()) })
      .register(z.globalRegistry, {
        description:
          '`independenceDeclared`: a member of the audit committee declares to hold no office in the company but that of a director, and to have no relation to it that may affect independent judgement (公司法 第一百二十一条第二款).',
      }),
  )
  .check(z.maxLength(MOST_OFFICES));

export const manyPersonsShape = z
  .array(z.omit(filedPersonShape, { residence: true }))
  .check(z.maxLength(MOST_PERSONS));

export type Promoter = Investor & Frozen<z.output<z.ZodMiniObject<typeof promoterTerms>>>;
export type ShareIssue = Frozen<z.output<typeof shareIssueShape>>;
export type Shares = Frozen<z.output<typeof sharesShape>>;
