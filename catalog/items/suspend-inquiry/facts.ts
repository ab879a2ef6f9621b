import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const materialKinds = ['application', 'evidence', 'department-opinion', 'other'] as const;

export const suspendInquiryFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    appliedBy: z.enum(['party', 'interested-party']),
    appliedOn: dayShape,
    ground: z.enum(['civil-rights-disputed', 'in-proceedings', 'case-or-duty-open']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'SuspendInquiryFacts',
    description:
      'What an officer files to let an inquiry into a registration rest (中止调查, 实施细则 第五十四条), which a party or another who is interested has asked for. `inquiry`: the filing that opened it. `ground`: civil rights behind the registration are disputed; the enterprise is in a lawsuit or arbitration; or a department says in writing that a case against the enterprise, its legal representative or its head is open, or a duty of theirs not fulfilled. `persons` is empty: nobody is named in it.',
  });

export type FiledRest = z.output<typeof suspendInquiryFacts>;
export type MaterialKind = (typeof materialKinds)[number];
export interface RestFacts extends FactsOf<FiledRest> {}

export const deriveRest = (filed: FiledRest, persons: readonly PersonFacts[]): RestFacts =>
  factsOf(filed, persons);
