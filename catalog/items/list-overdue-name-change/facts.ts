import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape, wordShape } from '../filed-shapes.ts';

export const listOverdueNameChangeFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    order: filingIdShape,
    documentNumber: wordShape(60),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['decision', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ListOverdueNameChangeFacts',
    description:
      'What an officer files to put an enterprise on the list of abnormal operations that did not change a name it has to stop using (逾期未办理名称变更登记列入经营异常名录, 企业名称登记管理规定 第二十三条). `order`: the filing by which the order was entered. It is decided the day it is registered. `persons` is empty.',
  });

export type FiledNameListing = z.output<typeof listOverdueNameChangeFacts>;
export interface NameListingFacts extends FactsOf<FiledNameListing> {}

export const deriveNameListing = (
  filed: FiledNameListing,
  persons: readonly PersonFacts[],
): NameListingFacts => factsOf(filed, persons);
