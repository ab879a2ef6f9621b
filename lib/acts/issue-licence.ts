import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import { type Licence, licenceContentOf } from '../domain/registration/licence.ts';
import { CREDENTIAL_TYPE, licenceCredentialOf } from '../domain/registration/licence-credential.ts';
import { plainlyValid, statusEntryOf } from '../domain/registration/licence-status.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { LicenceStatusStore } from '../store/licence-status-store.ts';
import type { Write } from '../store/transaction.ts';

export interface LicenceDeps {
  readonly enterprises: EnterpriseStore;
  readonly licenceStatuses: LicenceStatusStore;
  readonly licenceSigner: Signer;
  /** Where this service is found, `https://…` without a slash at its end: licences name it. */
  readonly publicUrl: string;
}

/** With a place of its own for the status of the licence it is about to get. */
export const withPosition = (
  enterprise: Enterprise,
  { on }: Moment,
  { licenceStatuses }: Pick<LicenceDeps, 'licenceStatuses'>,
): Enterprise => ({ ...enterprise, licencePosition: { list: on, index: licenceStatuses.drawIndex() } });

/** The licence an enterprise holds by this version, signed, with its place in the list of statuses. One signature. */
export async function issueLicence(
  enterprise: Enterprise,
  authority: Pick<Authority, 'id' | 'name'>,
  moment: Moment,
  { enterprises, licenceStatuses, licenceSigner, publicUrl }: LicenceDeps,
): Promise<readonly Write[]> {
  const { code, licence: number, licencePosition: position } = enterprise;
  if (position === undefined) throw new Error(`Licence ${number} of ${code} has no place for its status`);
  const content = licenceContentOf(enterprise, authority, moment.on);
  const credential = licenceCredentialOf(content, position, publicUrl, moment.at);
  const header = { cty: 'vc', iss: credential.issuer.id };
  const token = await signCompact(licenceSigner, CREDENTIAL_TYPE, credential, header);
  const licence: Licence = { code, number, issuedOn: moment.on, token };
  return [enterprises.issue(licence), licenceStatuses.claim(position)];
}

/**
 * What a change of an enterprise makes of its licences' statuses, in the transaction of the change itself: a licence that
 * ended a moment ago is never told as one that holds.
 */
export function statusWrites(
  read: Enterprise,
  next: Enterprise,
  { on }: Moment,
  { licenceStatuses }: Pick<LicenceDeps, 'licenceStatuses'>,
): readonly Write[] {
  const before = statusEntryOf(read, read, on);
  const after = statusEntryOf(read, next, on);
  const stays = JSON.stringify(before) === JSON.stringify(after);
  const issued = read.licence === next.licence ? undefined : statusEntryOf(next, next, on);
  return [
    ...(read.licencePosition === undefined || stays
      ? []
      : [licenceStatuses.mark(read.licencePosition, after ?? plainlyValid(read.licencePosition))]),
    ...(next.licencePosition === undefined || issued === undefined
      ? []
      : [licenceStatuses.mark(next.licencePosition, issued)]),
  ];
}
