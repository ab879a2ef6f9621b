import codeRange from '../../catalog/code-range.json' with { type: 'json' };
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import { allocateCode } from '../domain/registration/allocate-code.ts';
import type {
  Enterprise,
  EnterpriseDraft,
  Licence,
  LicenceContent,
} from '../domain/registration/enterprise.ts';
import { LICENCE_TYPE } from '../domain/registration/receipt.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { CodeStore } from '../store/code-store.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { Write } from '../store/transaction.ts';

export interface EnterpriseDeps {
  readonly enterprises: EnterpriseStore;
  readonly codes: CodeStore;
  readonly licenceSigner: Signer;
}

/** An enterprise ready to be written: nothing of it is kept until its writes are. */
export interface PreparedEnterprise {
  readonly code: string;
  readonly writes: readonly Write[];
}

function licenceContent(enterprise: Enterprise, authority: Authority, number: number): LicenceContent {
  const { code, name, type, legalRepresentative, capitalFen, address, businessScope, establishedOn } =
    enterprise;
  return {
    code,
    number,
    name,
    type,
    legalRepresentative,
    capitalFen,
    address,
    businessScope,
    establishedOn,
    ...(enterprise.termEnds !== undefined && { termEnds: enterprise.termEnds }),
    registeredBy: authority.id,
    registeredByName: authority.name,
    issuedOn: establishedOn,
  };
}

/**
 * Gives a draft its code, its licence and its writes. One signature, no store step. The day of registration is the day of establishment (公司法 第三十三条).
 */
export async function prepareEnterprise(
  draft: EnterpriseDraft,
  place: { readonly filing: string; readonly division: string },
  authority: Authority,
  moment: Moment,
  { enterprises, codes, licenceSigner }: EnterpriseDeps,
): Promise<PreparedEnterprise> {
  const { prefix } = codeRange;
  const division = authority.divisions[0] ?? place.division;
  const { code, body } = allocateCode(prefix, codes.drawSerial(), division);
  const { roles, ...registered } = draft;
  const enterprise: Enterprise = {
    ...registered,
    code,
    status: 'registered',
    division: place.division,
    registeredBy: authority.id,
    establishedOn: moment.on,
    registeredAt: moment.at,
    filing: place.filing,
    version: 1,
  };
  const number = 1;
  const token = await signCompact(licenceSigner, LICENCE_TYPE, licenceContent(enterprise, authority, number));
  const licence: Licence = { code, number, issuedOn: moment.on, token };
  return { code, writes: [codes.claim(body, code), ...enterprises.create(enterprise, licence, roles)] };
}
