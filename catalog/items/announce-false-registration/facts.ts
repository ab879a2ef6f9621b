import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const announceFalseRegistrationFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    why: z.enum(['unreachable', 'uncooperative']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['contact-record', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'AnnounceFalseRegistrationFacts',
    description:
      'What an officer files to announce for 45 days a registration that seems false, where those concerned cannot be reached or do not cooperate (条例 第四十条第二款).',
  });

export type FiledAnnouncement = z.output<typeof announceFalseRegistrationFacts>;
export interface AnnouncementFacts extends FactsOf<FiledAnnouncement> {}

export const deriveAnnouncement = (
  filed: FiledAnnouncement,
  persons: readonly PersonFacts[],
): AnnouncementFacts => factsOf(filed, persons);
