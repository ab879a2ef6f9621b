import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const closeInquiryFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    reason: z.enum(['not-false', 'public-interest', 'cannot-be-restored', 'other-law', 'withdrawn']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['inquiry-report', 'decision', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'CloseInquiryFacts',
    description:
      'What an officer files to close an inquiry without revoking the registration (不予撤销, 条例 第四十一条).',
  });

export type FiledClosing = z.output<typeof closeInquiryFacts>;
export interface ClosingFacts extends FactsOf<FiledClosing> {}

export const deriveClosing = (filed: FiledClosing, persons: readonly PersonFacts[]): ClosingFacts =>
  factsOf(filed, persons);
