import * as z from 'zod/mini';
import { route } from './route.ts';
import { idShape, instantShape, plainDateShape } from './shapes.ts';
import { signedShape, verifiedFault } from './signed-shape.ts';

/** A receipt embeds its evidence and findings whole: that of a filing wrong in everything is long. */
const LONGEST_RECEIPT = 2_000_000;

export const verifyReceipt = route({
  id: 'verifyReceipt',
  method: 'POST',
  path: '/receipts/verify',
  surface: 'licences',
  access: 'public',
  summary: {
    zh: '核验办理凭证：验签，并以同一标准、同一事实重新计算',
    en: 'Check a receipt: its signature, then its decision computed again from the kept facts',
  },
  longestBody: LONGEST_RECEIPT + 1_000,
  body: z
    .strictObject({ receipt: signedShape(LONGEST_RECEIPT) })
    .register(z.globalRegistry, { id: 'ReceiptToVerify' }),
  responses: {
    200: z
      .discriminatedUnion('valid', [
        z.strictObject({
          valid: z.literal(true),
          filing: z.string(),
          item: idShape,
          standardVersion: z.string(),
          event: z.string(),
          issuedAt: instantShape,
          erasedOn: z.optional(plainDateShape),
          factsMatch: z.boolean(),
          sameFindings: z.boolean(),
          sameAdmissible: z.boolean(),
        }),
        z.strictObject({ valid: z.literal(false), reason: verifiedFault }),
      ])
      .register(z.globalRegistry, {
        id: 'VerifiedReceipt',
        description:
          'Whether the signature holds, the kept facts are those hashed in the receipt, and deciding them again gives the same findings and admissible outcomes. From `erasedOn` on the facts are no longer kept: the signature is all that can be checked, and none of the three holds.',
      }),
  },
  errors: ['not-found'],
});
