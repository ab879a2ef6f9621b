import { DomainError } from '../lib/domain/errors.ts';
import type { Item } from '../lib/domain/standard/item.ts';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { Standard } from '../lib/domain/standard/standard.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';

/**
 * Every item that can be filed. Adding one is adding its folder, a line here and one in `items/filed-by-item.ts`. Each
 * is loaded when it is first asked for: a cold start pays for what it serves, however many items there come to be.
 */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'establish-company': async () => (await import('./items/establish-company/item.ts')).establishCompany,
  'establish-joint-stock-company': async () =>
    (await import('./items/establish-joint-stock-company/item.ts')).establishJointStockCompany,
  'establish-non-company-legal-person': async () =>
    (await import('./items/establish-non-company-legal-person/item.ts')).establishNonCompanyLegalPerson,
  'establish-sole-proprietorship': async () =>
    (await import('./items/establish-sole-proprietorship/item.ts')).establishSoleProprietorship,
  'establish-partnership': async () =>
    (await import('./items/establish-partnership/item.ts')).establishPartnership,
  'establish-cooperative': async () =>
    (await import('./items/establish-cooperative/item.ts')).establishCooperative,
  'establish-individual-business': async () =>
    (await import('./items/establish-individual-business/item.ts')).establishIndividualBusiness,
  'establish-branch': async () => (await import('./items/establish-branch/item.ts')).establishBranch,
  'reserve-name': async () => (await import('./items/reserve-name/item.ts')).reserveName,
  'change-registration': async () => (await import('./items/change-registration/item.ts')).changeRegistration,
  'change-company-type': async () => (await import('./items/change-company-type/item.ts')).changeCompanyType,
  'restructure-into-company': async () =>
    (await import('./items/restructure-into-company/item.ts')).restructureIntoCompany,
  'file-records': async () => (await import('./items/file-records/item.ts')).fileRecords,
  'adjust-capital-schedule': async () =>
    (await import('./items/adjust-capital-schedule/item.ts')).adjustCapitalSchedule,
  'change-operator': async () => (await import('./items/change-operator/item.ts')).changeOperator,
  'convert-individual-business-into-company': async () =>
    (await import('./items/convert-individual-business-into-company/item.ts')).convertIntoCompany,
  'convert-individual-business-into-sole-proprietorship': async () =>
    (await import('./items/convert-individual-business-into-sole-proprietorship/item.ts'))
      .convertIntoSoleProprietorship,
  'convert-individual-business-into-partnership': async () =>
    (await import('./items/convert-individual-business-into-partnership/item.ts')).convertIntoPartnership,
  'reissue-licence': async () => (await import('./items/reissue-licence/item.ts')).reissueLicence,
  'migrate-enterprise': async () => (await import('./items/migrate-enterprise/item.ts')).migrateEnterprise,
  'confirm-file-handover': async () =>
    (await import('./items/confirm-file-handover/item.ts')).confirmFileHandover,
  'suspend-business': async () => (await import('./items/suspend-business/item.ts')).suspendBusiness,
  'extend-suspension': async () => (await import('./items/extend-suspension/item.ts')).extendSuspension,
  'resume-business': async () => (await import('./items/resume-business/item.ts')).resumeBusiness,
  'publish-notice': async () => (await import('./items/publish-notice/item.ts')).publishNotice,
  'object-to-notice': async () => (await import('./items/object-to-notice/item.ts')).objectToNotice,
  'withdraw-notice': async () => (await import('./items/withdraw-notice/item.ts')).withdrawNotice,
  'cancel-enterprise': async () => (await import('./items/cancel-enterprise/item.ts')).cancelEnterprise,
  'cancel-simple': async () => (await import('./items/cancel-simple/item.ts')).cancelSimple,
  'cancel-individual-business-simple': async () =>
    (await import('./items/cancel-individual-business-simple/item.ts')).cancelIndividualBusinessSimple,
  'record-department-objection': async () =>
    (await import('./items/record-department-objection/item.ts')).recordDepartmentObjection,
  'revoke-licence': async () => (await import('./items/revoke-licence/item.ts')).revokeLicence,
  'announce-compulsory-cancellation': async () =>
    (await import('./items/announce-compulsory-cancellation/item.ts')).announceCompulsoryCancellation,
  'cancel-compulsorily': async () => (await import('./items/cancel-compulsorily/item.ts')).cancelCompulsorily,
  'apply-to-revoke-registration': async () =>
    (await import('./items/apply-to-revoke-registration/item.ts')).applyToRevokeRegistration,
  'open-inquiry': async () => (await import('./items/open-inquiry/item.ts')).openInquiry,
  'extend-inquiry': async () => (await import('./items/extend-inquiry/item.ts')).extendInquiry,
  'suspend-inquiry': async () => (await import('./items/suspend-inquiry/item.ts')).suspendInquiry,
  'resume-inquiry': async () => (await import('./items/resume-inquiry/item.ts')).resumeInquiry,
  'announce-false-registration': async () =>
    (await import('./items/announce-false-registration/item.ts')).announceFalseRegistration,
  'revoke-registration': async () => (await import('./items/revoke-registration/item.ts')).revokeRegistration,
  'close-inquiry': async () => (await import('./items/close-inquiry/item.ts')).closeInquiry,
  'annul-revocation': async () => (await import('./items/annul-revocation/item.ts')).annulRevocation,
  'take-over-registration': async () =>
    (await import('./items/take-over-registration/item.ts')).takeOverRegistration,
  'apply-for-name-ruling': async () =>
    (await import('./items/apply-for-name-ruling/item.ts')).applyForNameRuling,
  'close-name-dispute': async () => (await import('./items/close-name-dispute/item.ts')).closeNameDispute,
  'order-name-change': async () => (await import('./items/order-name-change/item.ts')).orderNameChange,
  'list-overdue-name-change': async () =>
    (await import('./items/list-overdue-name-change/item.ts')).listOverdueNameChange,
  'withdraw-name-order': async () => (await import('./items/withdraw-name-order/item.ts')).withdrawNameOrder,
};

export const itemIds: readonly string[] = Object.keys(loaders);

const loaded = new Map<string, Item>();

/** The item of this id, where there is one. */
export async function findItem(id: string): Promise<Item | undefined> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load === undefined) return undefined;
  const item = loaded.get(id) ?? ((await load()) as Item);
  loaded.set(id, item);
  return item;
}

/** An item that was found before, as whatever is told of a filing is told after its item was found. */
export const foundItem = (id: string): Item | undefined => loaded.get(id);

/** All of them, in the order of the index. */
export const listItems = async (): Promise<readonly Item[]> =>
  (await Promise.all(itemIds.map(findItem))).filter((item) => item !== undefined);

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
