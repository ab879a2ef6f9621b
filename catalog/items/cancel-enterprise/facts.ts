import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape } from '../filed-shapes.ts';
import { licenceReturnShape } from '../filed-winding-up.ts';

export const materialKinds = [
  'application-form',
  'dissolution-document',
  'liquidation-report',
  'tax-clearance',
  'court-appointment',
  'court-ruling',
  'partners-decision',
  'approval-document',
  'agent-authorisation',
  'other',
] as const;

/** Why it ends (条例 第三十一条第一款); which of them a type knows says `causes.ts`. */
export const causes = [
  'term-ended',
  'articles-cause',
  'resolution',
  'merger-or-division',
  'revoked-or-closed',
  'court-dissolution',
  'bankruptcy',
  'partners-too-few',
  'purpose-settled',
  'owner-died',
  'permit-ended',
  'other-by-law',
] as const;

const liquidationShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('own'),
    formedOn: dayShape,
    notifiedOn: z.optional(dayShape),
    allNotified: z.optional(z.boolean()),
    announced: z.optional(
      z.discriminatedUnion('in', [
        z.strictObject({ in: z.literal('system') }),
        z.strictObject({ in: z.literal('newspaper'), on: dayShape }),
      ]),
    ),
    endedOn: dayShape,
  }),
  z.strictObject({ kind: z.literal('court'), endedOn: dayShape }),
  z.strictObject({ kind: z.literal('bankruptcy'), endedOn: dayShape }),
  z.strictObject({ kind: z.literal('none'), decidedOn: dayShape }),
]);

export const cancelEnterpriseFacts = z
  .strictObject({
    ...aboutEnterprise,
    signsAs: z.enum(['head', 'liquidation-head', 'court-appointed', 'successor', 'parent']),
    cause: z.enum(causes),
    liquidation: liquidationShape,
    needsApproval: z.boolean(),
    licence: licenceReturnShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'CancelEnterpriseFacts',
    description:
      'What is filed to cancel an enterprise (注销登记). `formedOn` is the day the liquidation group was formed (the liquidators were named; a sole proprietor began); `endedOn` the day the liquidation ended, or of the court’s ruling that ended it; `decidedOn` the day of the decision where none is to be liquidated.',
  });

export type FiledCancellation = z.output<typeof cancelEnterpriseFacts>;
export interface CancellationFacts extends FactsOf<FiledCancellation> {}

export const deriveCancellation = (
  filed: FiledCancellation,
  persons: readonly PersonFacts[],
): CancellationFacts => factsOf(filed, persons);
