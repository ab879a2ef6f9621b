import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape } from '../filed-shapes.ts';

export const materialKinds = ['application-form', 'agent-authorisation', 'other'] as const;

/** What an enterprise files to have its licence anew (营业执照补领、换发). */
export const reissueLicenceFacts = z
  .strictObject({
    ...aboutEnterprise,
    reason: z.enum(['lost', 'destroyed', 'damaged']),
    returned: z.optional(z.boolean()),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ReissueLicenceFacts',
    description:
      'A licence issued anew (营业执照补领、换发). `lost` (遗失) and `destroyed` (毁坏): declared void in the publicity system beforehand. `damaged`: still there, and `returned` with this filing.',
  });

export type FiledReissue = z.output<typeof reissueLicenceFacts>;
export interface ReissueFacts extends FactsOf<FiledReissue> {}
export type MaterialKind = (typeof materialKinds)[number];

export const deriveReissue = (filed: FiledReissue, persons: readonly PersonFacts[]): ReissueFacts =>
  factsOf(filed, persons);
