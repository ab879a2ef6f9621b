import { randomUUID } from 'node:crypto';
import type { FiledRevocation } from '../../../catalog/items/revoke-registration/facts.ts';
import type { Enterprise } from '../../../lib/domain/registration/enterprise.ts';
import type { Moment } from '../../../lib/domain/time/instant.ts';
import { aMaterial, aPerson, citizenNumber } from '../../support/a-filing.ts';
import { NOW } from '../../support/credit-service.ts';
import { type RegistrationService, registrar } from '../../support/registration-service.ts';

export const first = registrar('511623');
export const second = registrar('511623', { id: 'registrar-511623-b' });
export const third = registrar('511623', { id: 'registrar-511623-c' });

/** Somebody whose name was used without their knowledge. */
export const victim = aPerson({
  ref: 'v',
  name: '苏映雪',
  document: { kind: 'citizen-id', number: citizenNumber('511602', '1993-02-14', '204') },
});

/** A step that some other item made of an enterprise, and the filing that stands for it. */
export async function aStep(
  service: RegistrationService,
  code: string,
  changes: Partial<Enterprise>,
  item = 'change-registration',
  at: Moment = NOW,
): Promise<string> {
  const read = await service.enterprisesFor.get(code);
  const version = read.version + 1;
  const filing = randomUUID();
  const steps = [...read.steps, { filing, item, on: at.on, version }];
  await service.writeAll(service.enterprises.replace({ ...read, ...changes, steps, version }, read));
  return filing;
}

/** An inquiry that somebody affected asked for, accepted by an officer: its id. */
export async function anInquiry(
  service: RegistrationService,
  enterprise: string,
  concerns: string,
  at = NOW,
) {
  const facts = await service.proven(
    {
      enterprise,
      signedBy: 'v',
      concerns,
      affected: { kind: 'person' },
      ground: 'identity-used',
      persons: [victim],
      materials: [aMaterial('application-form'), aMaterial('evidence')],
    },
    at,
  );
  const told = await service.submit(facts as never, { item: 'apply-to-revoke-registration', at });
  await service.decide(told.id, { outcome: 'register' }, { by: first, at });
  return told.id;
}

export const aRevocation = (
  enterprise: string,
  inquiry: string,
  concerns: string,
  overrides: Partial<FiledRevocation> = {},
): FiledRevocation => ({
  enterprise,
  inquiry,
  concerns,
  basis: 'proved',
  extent: { kind: 'whole' },
  documentNumber: '邻市监撤登〔2026〕3号',
  persons: [],
  materials: [aMaterial('decision'), aMaterial('inquiry-report')],
  ...overrides,
});

/** Handed in by one officer and decided by another. */
export async function byOffice(service: RegistrationService, item: string, facts: unknown, at = NOW) {
  const told = await service.submit(facts as never, { item, by: first, at });
  if (told.state !== 'in-review') throw new Error(`${told.state}: ${told.findings.map(({ rule }) => rule)}`);
  return service.decide(told.id, { outcome: 'register' }, { by: second, at });
}
