import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const announceCompulsoryCancellationFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    days: z.int().check(z.minimum(1), z.maximum(365)),
    cancellationAskedFor: z.boolean(),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['case-file', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'AnnounceCompulsoryCancellationFacts',
    description:
      'What an officer files to announce that a company is to be cancelled by office (强制注销公告, 公司法 第二百四十一条). The notice is published the day it is decided and runs for `days`.',
  });

export type FiledAnnouncement = z.output<typeof announceCompulsoryCancellationFacts>;
export interface AnnouncementFacts extends FactsOf<FiledAnnouncement> {}

export const deriveAnnouncement = (
  filed: FiledAnnouncement,
  persons: readonly PersonFacts[],
): AnnouncementFacts => factsOf(filed, persons);
