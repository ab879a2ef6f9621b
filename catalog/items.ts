import { DomainError } from '../lib/domain/errors.ts';
import type { Item } from '../lib/domain/standard/item.ts';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { Standard } from '../lib/domain/standard/standard.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { cancelEnterprise } from './items/cancel-enterprise/item.ts';
import { cancelIndividualBusinessSimple } from './items/cancel-individual-business-simple/item.ts';
import { cancelSimple } from './items/cancel-simple/item.ts';
import { establishCompany } from './items/establish-company/item.ts';
import { extendSuspension } from './items/extend-suspension/item.ts';
import { objectToNotice } from './items/object-to-notice/item.ts';
import { publishNotice } from './items/publish-notice/item.ts';
import { recordDepartmentObjection } from './items/record-department-objection/item.ts';
import { resumeBusiness } from './items/resume-business/item.ts';
import { suspendBusiness } from './items/suspend-business/item.ts';
import { withdrawNotice } from './items/withdraw-notice/item.ts';

/** Every item that can be filed. Adding one is adding its folder, a line here and one in `items/filed-by-item.ts`. */
export const items: readonly Item[] = [
  establishCompany as unknown as Item,
  publishNotice as unknown as Item,
  objectToNotice as unknown as Item,
  withdrawNotice as unknown as Item,
  cancelEnterprise as unknown as Item,
  cancelSimple as unknown as Item,
  cancelIndividualBusinessSimple as unknown as Item,
  recordDepartmentObjection as unknown as Item,
  suspendBusiness as unknown as Item,
  extendSuspension as unknown as Item,
  resumeBusiness as unknown as Item,
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
