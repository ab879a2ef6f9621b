import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, organisationCodeShape, wordShape } from '../filed-shapes.ts';

export const applyToRevokeRegistrationFacts = z
  .strictObject({
    ...aboutEnterprise,
    concerns: filingIdShape,
    affected: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person') }),
      z.strictObject({
        kind: z.literal('organisation'),
        code: organisationCodeShape,
        name: wordShape(100),
      }),
    ]),
    ground: z.enum(['identity-used', 'false-materials', 'facts-concealed']),
    materials: z
      .array(filedMaterialShape(['application-form', 'evidence', 'agent-authorisation', 'other']))
      .check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'ApplyToRevokeRegistrationFacts',
    description:
      'What somebody who is affected by a false registration files to have it revoked (撤销登记申请, 条例 第四十条). `concerns`: the filing whose registration is said to be false; `signedBy`: the person affected, or who signs for the organisation that is.',
  });

export type FiledPlea = z.output<typeof applyToRevokeRegistrationFacts>;
export interface PleaFacts extends FactsOf<FiledPlea> {}

export const derivePlea = (filed: FiledPlea, persons: readonly PersonFacts[]): PleaFacts =>
  factsOf(filed, persons);
