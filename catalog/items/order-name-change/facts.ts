import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { decisionShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, filedPersonsShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = ['court-document', 'decision', 'service-proof', 'other'] as const;

const groundShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('court'), effectiveOn: dayShape }),
  z.strictObject({ kind: z.literal('ruling'), acceptedOn: dayShape }),
  z.strictObject({ kind: z.literal('correction') }),
]);

export const orderNameChangeFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    name: wordShape(250),
    ground: groundShape,
    decision: decisionShape,
    receivedOn: dayShape,
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'OrderNameChangeFacts',
    description:
      'What an officer enters once it is held that an enterprise has to stop using its name (认定企业名称应当停止使用, 企业名称登记管理规定 第二十三条). `ground`: a document of a court and the day it took effect (`effectiveOn`); a ruling of the authority on a dispute (行政裁决, 第二十一条) and the day the dispute was accepted; or its correction of a name against the provisions (纠正, 第二十条). `decision`: the document. `receivedOn`: the day the enterprise received it. `persons` is empty: nobody is named in it.',
  });

export type FiledNameOrder = z.output<typeof orderNameChangeFacts>;
export type MaterialKind = (typeof materialKinds)[number];
export interface NameOrderFacts extends FactsOf<FiledNameOrder> {}

export const deriveNameOrder = (filed: FiledNameOrder, persons: readonly PersonFacts[]): NameOrderFacts =>
  factsOf(filed, persons);
