import { DomainError } from '../lib/domain/errors.ts';
import type { Item } from '../lib/domain/standard/item.ts';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { Standard } from '../lib/domain/standard/standard.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { changeOperator } from './items/change-operator/item.ts';
import { establishCompany } from './items/establish-company/item.ts';
import { establishIndividualBusiness } from './items/establish-individual-business/item.ts';
import { fileRecords } from './items/file-records/item.ts';
import { publishNotice } from './items/publish-notice/item.ts';
import { reissueLicence } from './items/reissue-licence/item.ts';
import { reserveName } from './items/reserve-name/item.ts';

/** Every item that can be filed. Adding one is adding its folder, a line here and one in `items/filed-by-item.ts`. */
export const items: readonly Item[] = [
  establishCompany as unknown as Item,
  changeOperator as unknown as Item,
  establishIndividualBusiness as unknown as Item,
  fileRecords as unknown as Item,
  publishNotice as unknown as Item,
  reissueLicence as unknown as Item,
  reserveName as unknown as Item,
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
