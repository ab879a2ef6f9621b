import type { FiledChange } from '../../../catalog/items/change-registration/facts.ts';
import type { FiledNameOrder } from '../../../catalog/items/order-name-change/facts.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson } from '../../support/a-filing.ts';
import { NOW } from '../../support/credit-service.ts';
import type { RegistrationService } from '../../support/registration-service.ts';

/** By a court, of a company established on 2026-11-23, received and in effect on 2026-11-25: changed by 2026-12-25. */
export const anOrder = (enterprise: string, overrides: Partial<FiledNameOrder> = {}): FiledNameOrder => ({
  enterprise,
  name: '邻水县禾岚科技有限公司',
  ground: { kind: 'court', effectiveOn: plainDate('2026-11-25') },
  decision: { documentNumber: '（2026）川16民终12号', decidedOn: plainDate('2026-11-24') },
  receivedOn: plainDate('2026-11-25'),
  persons: [],
  materials: [aMaterial('court-document'), aMaterial('service-proof')],
  ...overrides,
});

/** Another name for it, by its legal representative. */
export async function rename(
  service: RegistrationService,
  enterprise: string,
  tradeName: string,
  at = NOW,
  changes: Partial<FiledChange['changes']> = {},
) {
  const facts = {
    enterprise,
    signedBy: 'p1',
    decidedOn: plainDate('2026-11-23'),
    changes: {
      name: { division: '邻水县', tradeName, industry: { word: '科技', class: 'M75' }, form: '有限公司' },
      ...changes,
    },
    persons: [aPerson()],
    materials: [aMaterial('application-form'), aMaterial('change-decision'), aMaterial('amended-articles')],
  };
  return service.submit(await service.proven(facts as never, at), { item: 'change-registration', at });
}
