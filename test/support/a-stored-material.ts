import type { StoredMaterial } from '../../lib/domain/registration/material.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { aCompanyFiling } from './a-company-filing.ts';
import { NOW } from './credit-service.ts';
import { applicant, type RegistrationService } from './registration-service.ts';

/** A stored material of the applicant with the digest of the first material of `aCompanyFiling`. */
export async function aStoredMaterial(
  { materials, writeAll }: Pick<RegistrationService, 'materials' | 'writeAll'>,
  overrides: Partial<StoredMaterial> = {},
): Promise<StoredMaterial> {
  const material: StoredMaterial = {
    id: crypto.randomUUID(),
    version: 1,
    state: 'stored',
    owner: applicant.id,
    mediaType: 'application/pdf',
    bytes: 18,
    sha256: aCompanyFiling().materials[0]?.sha256 ?? '',
    createdAt: NOW.at,
    keptUntil: '2026-12-23T02:00:00.000Z' as Instant,
    storedAt: NOW.at,
    ...overrides,
  };
  await writeAll([materials.create(material)]);
  return material;
}
