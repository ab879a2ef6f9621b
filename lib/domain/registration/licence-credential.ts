import { endOfDayInChina, type Instant } from '../time/instant.ts';
import { addDays } from '../time/plain-date.ts';
import type { LicenceContent } from './licence.ts';
import { type StatusPosition, type StatusPurpose, statusPurposes } from './licence-status.ts';
import { statusListUrl } from './status-list.ts';

/** `typ` of a credential's JWT: the payload is the credential itself. */
export const CREDENTIAL_TYPE = 'vc+jwt';
export const LICENCE_CREDENTIAL = 'BusinessLicence';

/** The words of a credential beyond those of the data model. Told inline, so that nothing has to be fetched for them. */
export const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  { '@vocab': 'urn:tongbiao:vocabulary:' },
] as const;

interface StatusReference {
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: StatusPurpose;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/** A licence (营业执照) as a W3C Verifiable Credential 2.0. */
export interface LicenceCredential {
  readonly '@context': typeof CONTEXT;
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', typeof LICENCE_CREDENTIAL];
  /** The deciding authority, wherever the filing was handed in and the licence printed. */
  readonly issuer: { readonly id: string; readonly name: string };
  readonly validFrom: Instant;
  readonly validUntil?: Instant;
  readonly credentialSubject: LicenceContent & { readonly id: string; readonly type: 'Enterprise' };
  readonly credentialStatus: readonly StatusReference[];
  readonly refreshService: { readonly id: string; readonly type: 'CurrentBusinessLicence' };
}

export const issuerUrl = (publicUrl: string, authority: string): string =>
  `${publicUrl}/v1/licences/issuers/${authority}`;

export const licenceUrl = (publicUrl: string, code: string): string =>
  `${publicUrl}/v1/enterprises/${code}/licence`;

export function licenceCredentialOf(
  content: LicenceContent,
  { list, index }: StatusPosition,
  publicUrl: string,
  issuedAt: Instant,
): LicenceCredential {
  const { code, number, registeredBy, registeredByName, termEnds } = content;
  const current = licenceUrl(publicUrl, code);
  return {
    '@context': CONTEXT,
    id: `urn:tongbiao:licence:${code}:${number}`,
    type: ['VerifiableCredential', LICENCE_CREDENTIAL],
    issuer: { id: issuerUrl(publicUrl, registeredBy), name: registeredByName },
    validFrom: issuedAt,
    /* `termEnds` is the first day that no longer counts. */
    ...(termEnds !== undefined && { validUntil: endOfDayInChina(addDays(termEnds, -1)) }),
    credentialSubject: { ...content, id: `${publicUrl}/v1/enterprises/${code}`, type: 'Enterprise' },
    credentialStatus: statusPurposes.map((statusPurpose) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: String(index),
      statusListCredential: statusListUrl(publicUrl, statusPurpose, list),
    })),
    refreshService: { id: current, type: 'CurrentBusinessLicence' },
  };
}

/** Another credential of the same key, such as a list of statuses, is no licence. */
export const isLicenceCredential = (payload: unknown): payload is LicenceCredential =>
  typeof payload === 'object' &&
  payload !== null &&
  'type' in payload &&
  Array.isArray(payload.type) &&
  payload.type.includes(LICENCE_CREDENTIAL);

/** What the licence itself says, without the words of the credential around it. */
export function contentOf({ credentialSubject }: LicenceCredential): LicenceContent {
  const { id: _id, type: _type, ...content } = credentialSubject;
  return content;
}
