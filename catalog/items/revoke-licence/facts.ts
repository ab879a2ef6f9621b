import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { decisionShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, type Frozen, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, filedPersonsShape, refShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'penalty-decision',
  'notice-of-penalty',
  'collective-decision',
  'hearing-record',
  'legal-review',
  'other',
] as const;

const groundShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'false-materials',
      'capital-misstated',
      'change-not-registered',
      'licence-misused',
      'against-public-interest',
    ]),
  }),
  z.strictObject({ kind: z.literal('never-opened') }),
  z.strictObject({ kind: z.literal('stopped'), since: dayShape }),
  z.strictObject({ kind: z.literal('other-law'), law: wordShape(60), article: wordShape(40) }),
]);

const hearingShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['not-requested', 'waived']) }),
  z.strictObject({ kind: z.literal('held'), toldOn: dayShape, heldOn: dayShape }),
]);

export const revokeLicenceFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    penalty: z.enum(['licence-revoked', 'ordered-to-close']),
    ground: groundShape,
    violation: z.strictObject({
      endedOn: z.optional(dayShape),
      discoveredOn: dayShape,
      extendedLimit: z.boolean(),
    }),
    caseOpenedOn: dayShape,
    notifiedOn: dayShape,
    hearing: hearingShape,
    decision: decisionShape,
    responsible: z.optional(refShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'RevokeLicenceFacts',
    description:
      'What an officer enters of a decision to revoke a licence (吊销营业执照) or to close an enterprise (责令关闭): its ground, the violation (`endedOn` only where it has ended; `extendedLimit`: it endangers life, health or financial safety and did harm, 行政处罚法 第三十六条), and how it was decided. `notifiedOn`: the day it was told of the intended penalty and of its rights (第四十四条、第六十三条). `responsible`: the legal representative who bears personal responsibility.',
  });

export type FiledRevocation = z.output<typeof revokeLicenceFacts>;
export type Ground = Frozen<FiledRevocation['ground']>;
export interface RevocationFacts extends FactsOf<FiledRevocation> {}

export const deriveRevocation = (filed: FiledRevocation, persons: readonly PersonFacts[]): RevocationFacts =>
  factsOf(filed, persons);
