import * as z from 'zod/mini';
import { dayShape, fenShape } from './filed-shapes.ts';

/** 公司法 第四十八条 down to `other-assessable`; behind it what 条例 第十三条第二款 forbids to those it names. */
export const contributionMethods = [
  'money',
  'in-kind',
  'intellectual-property',
  'land-use-right',
  'equity',
  'claim',
  'data',
  'virtual-property',
  'other-assessable',
  'labour',
  'credit',
  'personal-name',
  'goodwill',
  'franchise',
  'encumbered',
] as const;

export type ContributionMethod = (typeof contributionMethods)[number];

export const methodsShape = z
  .array(z.enum(contributionMethods))
  .check(z.minLength(1), z.maxLength(contributionMethods.length));

/** The same of an enterprise that becomes a company: its net assets are what the shares or contributions stand for (折股). */
export const convertedMethodsShape = z
  .array(z.enum([...contributionMethods, 'net-assets']))
  .check(z.minLength(1), z.maxLength(contributionMethods.length + 1));

/** The fields of what an investor subscribes, to be spread into the shape of the investor. */
export const subscription = { subscribedFen: fenShape, methods: methodsShape, payBy: dayShape };
