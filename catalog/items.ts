import { DomainError } from '../lib/domain/errors.ts';
import type { Item } from '../lib/domain/standard/item.ts';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { Standard } from '../lib/domain/standard/standard.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { announceCompulsoryCancellation } from './items/announce-compulsory-cancellation/item.ts';
import { announceFalseRegistration } from './items/announce-false-registration/item.ts';
import { annulRevocation } from './items/annul-revocation/item.ts';
import { applyToRevokeRegistration } from './items/apply-to-revoke-registration/item.ts';
import { cancelCompulsorily } from './items/cancel-compulsorily/item.ts';
import { closeInquiry } from './items/close-inquiry/item.ts';
import { confirmFileHandover } from './items/confirm-file-handover/item.ts';
import { establishCompany } from './items/establish-company/item.ts';
import { extendInquiry } from './items/extend-inquiry/item.ts';
import { migrateEnterprise } from './items/migrate-enterprise/item.ts';
import { openInquiry } from './items/open-inquiry/item.ts';
import { revokeLicence } from './items/revoke-licence/item.ts';
import { revokeRegistration } from './items/revoke-registration/item.ts';
import { takeOverRegistration } from './items/take-over-registration/item.ts';

/** Every item that can be filed. Adding one is adding its folder, a line here and one in `items/filed-by-item.ts`. */
export const items: readonly Item[] = [
  establishCompany as unknown as Item,
  migrateEnterprise as unknown as Item,
  confirmFileHandover as unknown as Item,
  revokeLicence as unknown as Item,
  announceCompulsoryCancellation as unknown as Item,
  cancelCompulsorily as unknown as Item,
  applyToRevokeRegistration as unknown as Item,
  openInquiry as unknown as Item,
  extendInquiry as unknown as Item,
  announceFalseRegistration as unknown as Item,
  revokeRegistration as unknown as Item,
  closeInquiry as unknown as Item,
  annulRevocation as unknown as Item,
  takeOverRegistration as unknown as Item,
];

const byId = new Map(items.map((item) => [item.id, item]));

export const findItem = (id: string): Item | undefined => byId.get(id);

/**
 * The version of an item's standard in force on a day.
 *
 * @throws DomainError `unknown-standard` on a day without one.
 */
export function standardInForce(item: Item, on: PlainDate): Standard<unknown> {
  const current = item.standards.find((standard) => holdsOn(standard, on));
  if (current === undefined) throw new DomainError('unknown-standard', { values: { item: item.id, on } });
  return current;
}
