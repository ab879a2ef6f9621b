import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape } from '../filed-shapes.ts';

export const materialKinds = ['agent-authorisation', 'other'] as const;

/** Notices an enterprise made and may take back; a licence once declared void stays void. */
const withdrawableKinds = [
  'simple-cancellation',
  'capital-reduction',
  'merger-or-division',
  'liquidation-group',
  'creditors',
] as const;

export const withdrawNoticeFacts = z
  .strictObject({
    ...aboutEnterprise,
    notice: z.enum(withdrawableKinds),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'WithdrawNoticeFacts',
    description: 'An enterprise takes back the latest notice of a kind that it published (撤回公告).',
  });

export type FiledWithdrawal = z.output<typeof withdrawNoticeFacts>;
export interface WithdrawalFacts extends FactsOf<FiledWithdrawal> {}

export const deriveWithdrawal = (filed: FiledWithdrawal, persons: readonly PersonFacts[]): WithdrawalFacts =>
  factsOf(filed, persons);
