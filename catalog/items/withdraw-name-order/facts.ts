import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { decisionShape, filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const withdrawNameOrderFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    order: filingIdShape,
    ground: z.enum(['judgment-reversed', 'decision-annulled']),
    decision: decisionShape,
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['decision', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'WithdrawNameOrderFacts',
    description:
      'What an officer enters once what held that a name has to be stopped is no longer (撤销停止使用名称的认定): the judgment was reversed, or the decision of the authority was annulled. `order`: the filing by which it was entered; `decision`: the document that reversed or annulled it. The name is shown again where it was not changed. `persons` is empty.',
  });

export type FiledWithdrawal = z.output<typeof withdrawNameOrderFacts>;
export interface WithdrawalFacts extends FactsOf<FiledWithdrawal> {}

export const deriveWithdrawal = (filed: FiledWithdrawal, persons: readonly PersonFacts[]): WithdrawalFacts =>
  factsOf(filed, persons);
