import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const confirmFileHandoverFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    handedOverOn: dayShape,
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['file-list', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ConfirmFileHandoverFacts',
    description:
      'What an officer of either authority records once the file of an enterprise that moved is handed over (登记档案移交确认).',
  });

export type FiledHandover = z.output<typeof confirmFileHandoverFacts>;
export interface HandoverFacts extends FactsOf<FiledHandover> {}

export const deriveHandover = (filed: FiledHandover, persons: readonly PersonFacts[]): HandoverFacts =>
  factsOf(filed, persons);
