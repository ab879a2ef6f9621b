import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { investorShape } from './filed-investor.ts';

/**
 * What an enterprise declares for a simple cancellation (条例 第三十三条, 实施细则 第四十八条). Each has to be answered:
 * silence is no declaration.
 */
export const simpleDeclarationsShape = z.strictObject({
  debtsSettled: z.boolean(),
  costsSettled: z.boolean(),
  frozenOrPledged: z.boolean(),
  mortgaged: z.boolean(),
  invests: z.boolean(),
  underInvestigation: z.boolean(),
  underCompulsion: z.boolean(),
  inProceedings: z.boolean(),
  penaltyPending: z.boolean(),
  needsApproval: z.boolean(),
});

export type SimpleDeclarations = Frozen<z.output<typeof simpleDeclarationsShape>>;

/** The investors who sign the commitment (全体投资人承诺书); persons are verified. */
export const commitmentShape = z.array(investorShape({})).check(z.maxLength(120));

/** What becomes of the paper licence (实施细则 第二十三条第三款). */
export const licenceReturnShape = z.enum(['returned', 'electronic-only', 'cannot-be-returned']);

/** The parts of a liquidation group in the register (清算组负责人、清算组成员). */
export const LIQUIDATION_ROLES: readonly string[] = ['liquidation-head', 'liquidation-member'];
