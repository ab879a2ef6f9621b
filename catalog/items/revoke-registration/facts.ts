import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape, refShape, wordShape } from '../filed-shapes.ts';

/** What of a registration may be false while the rest stands (实施细则 第五十七条). */
export const parts = ['name', 'type', 'capital', 'place', 'scope', 'term', 'heads', 'members'] as const;

export const revokeRegistrationFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    concerns: filingIdShape,
    basis: z.enum(['proved', 'unopposed-notice']),
    extent: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('whole') }),
      z.strictObject({
        kind: z.literal('part'),
        parts: z.optional(z.array(z.enum(parts)).check(z.maxLength(parts.length))),
        strikes: z.optional(z.array(refShape).check(z.maxLength(50))),
      }),
    ]),
    against: z.optional(
      z.array(z.enum(['public-interest', 'cannot-be-restored', 'other-law'])).check(z.maxLength(3)),
    ),
    documentNumber: wordShape(60),
    responsible: z.optional(z.array(refShape).check(z.maxLength(20))),
    persons: filedPersonsShape,
    materials: z
      .array(filedMaterialShape(['inquiry-report', 'decision', 'notice-record', 'other']))
      .check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'RevokeRegistrationFacts',
    description:
      'What an officer files to revoke a registration that was false (撤销登记, 条例 第四十条): `inquiry` is the filing that opened the inquiry, `concerns` the one whose registration is revoked. `extent`: the whole, or of a change the `parts` that are false, of an establishment the persons whom it `strikes` (实施细则 第五十七条). `against`: what speaks against revoking it (条例 第四十一条). `responsible`: who is directly responsible and may not apply for three years. It is decided the day it is registered.',
  });

export type FiledRevocation = z.output<typeof revokeRegistrationFacts>;
export interface RevocationFacts extends FactsOf<FiledRevocation> {}

export const deriveRevocation = (filed: FiledRevocation, persons: readonly PersonFacts[]): RevocationFacts =>
  factsOf(filed, persons);
