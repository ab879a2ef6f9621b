import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { methodsShape } from '../filed-contribution.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { dayShape, fenShape, filedMaterialShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'amended-articles',
  'consent-document',
  'agent-authorisation',
  'other',
] as const;

export const adjustCapitalScheduleFacts = z
  .strictObject({
    ...aboutEnterprise,
    decidedOn: dayShape,
    schedule: z
      .array(
        investorShape({
          payBy: dayShape,
          paidFen: z.optional(fenShape),
          methods: z.optional(methodsShape),
        }),
      )
      .check(z.maxLength(200)),
    publishedOn: z.optional(dayShape),
    consent: z.optional(z.strictObject({ document: wordShape(120), number: wordShape(60) })),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'AdjustCapitalScheduleFacts',
    description:
      'What a company files to adjust by when its shareholders or promoters pay (调整出资期限, 国务院令784 第二条). `schedule`: those whose term changes, with the new last day to pay; `paidFen` where it is told what was paid. `publishedOn`: the day it was published in the publicity system, if it was (第四条). `consent`: by which the original term stays (第二条第二款).',
  });

export type FiledSchedule = z.output<typeof adjustCapitalScheduleFacts>;
export interface ScheduleFacts extends FactsOf<FiledSchedule> {}
export type MaterialKind = (typeof materialKinds)[number];

export const deriveSchedule = (filed: FiledSchedule, persons: readonly PersonFacts[]): ScheduleFacts =>
  factsOf(filed, persons);
