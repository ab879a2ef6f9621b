import * as z from 'zod/mini';
import { disputeResults } from '../../../lib/domain/registration/name-dispute.ts';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { decisionShape, filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const materialKinds = ['ruling', 'mediation-record', 'record', 'other'] as const;

export const closeNameDisputeFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    dispute: filingIdShape,
    result: z.enum(disputeResults),
    ruling: z.optional(decisionShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'CloseNameDisputeFacts',
    description:
      'What an officer files to end a dispute about a name (企业名称争议处理终结, 企业名称登记管理规定 第二十一条). `dispute`: the filing that asked for it. `result`: the parties agreed by mediation, whoever asked takes it back, the name was changed, a court has it, or the authority ruled that the name does not infringe, or does; of the last two `ruling` is the document (行政裁决书). A name that infringes is stopped by `order-name-change` once the ruling is received. `persons` is empty.',
  });

export type FiledEnd = z.output<typeof closeNameDisputeFacts>;
export type MaterialKind = (typeof materialKinds)[number];
export interface EndFacts extends FactsOf<FiledEnd> {}

export const deriveEnd = (filed: FiledEnd, persons: readonly PersonFacts[]): EndFacts =>
  factsOf(filed, persons);
