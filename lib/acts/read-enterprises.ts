import { type JwsFault, verifyCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import type { Enterprise, LicenceContent } from '../domain/registration/enterprise.ts';
import { LICENCE_TYPE } from '../domain/registration/receipt.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';

export interface SignedLicence {
  readonly content: LicenceContent;
  readonly token: string;
}

export type VerifiedLicence =
  | { readonly valid: false; readonly reason: JwsFault }
  | { readonly valid: true; readonly content: LicenceContent; readonly current: boolean };

/** Registered enterprises and their licences, for anyone. */
export function createReadEnterprises(enterprises: EnterpriseStore, signer: Pick<Signer, 'publicKey'>) {
  const open = async (token: string) => verifyCompact(token, LICENCE_TYPE, [await signer.publicKey()]);
  const FIRST = 1;
  return {
    /** @throws DomainError `not-found`. */
    async get(code: string): Promise<Enterprise> {
      const enterprise = await enterprises.find(code);
      if (enterprise === undefined) throw new DomainError('not-found');
      return enterprise;
    },
    /** @throws DomainError `not-found`. */
    async licence(code: string): Promise<SignedLicence> {
      const licence = await enterprises.findLicence(code, FIRST);
      if (licence === undefined) throw new DomainError('not-found');
      const opened = await open(licence.token);
      if (!opened.valid) throw new Error(`The kept licence of ${code} does not verify: ${opened.reason}`);
      return { content: opened.payload as LicenceContent, token: licence.token };
    },
    async verify(token: string): Promise<VerifiedLicence> {
      const opened = await open(token);
      if (!opened.valid) return opened;
      const content = opened.payload as LicenceContent;
      const kept = await enterprises.findLicence(content.code, content.number);
      return { valid: true, content, current: kept?.token === token };
    },
  };
}

export type ReadEnterprises = ReturnType<typeof createReadEnterprises>;
