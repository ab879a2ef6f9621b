import { type JwsFault, verifyCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { LicenceContent } from '../domain/registration/licence.ts';
import { LICENCE_TYPE } from '../domain/registration/receipt.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';

export interface SignedLicence {
  readonly content: LicenceContent;
  readonly token: string;
  /** False once it was withdrawn (缴回、作废). */
  readonly current: boolean;
}

export type VerifiedLicence =
  | { readonly valid: false; readonly reason: JwsFault }
  | { readonly valid: true; readonly content: LicenceContent; readonly current: boolean };

/** Registered enterprises and their licences, for anyone. */
export function createReadEnterprises(enterprises: EnterpriseStore, signer: Pick<Signer, 'publicKey'>) {
  const open = async (token: string) => verifyCompact(token, LICENCE_TYPE, [await signer.publicKey()]);
  return {
    /** @throws DomainError `not-found`. */
    async get(code: string): Promise<Enterprise> {
      const enterprise = await enterprises.find(code);
      if (enterprise === undefined) throw new DomainError('not-found');
      return enterprise;
    },
    /**
     * The licence issued last.
     *
     * @throws DomainError `not-found`.
     */
    async licence(code: string): Promise<SignedLicence> {
      const [enterprise, licence] = await Promise.all([
        enterprises.find(code),
        enterprises.findLatestLicence(code),
      ]);
      if (enterprise === undefined || licence === undefined) throw new DomainError('not-found');
      const opened = await open(licence.token);
      if (!opened.valid) throw new Error(`The kept licence of ${code} does not verify: ${opened.reason}`);
      return {
        content: opened.payload as LicenceContent,
        token: licence.token,
        current: enterprise.licence === licence.number,
      };
    },
    async verify(token: string): Promise<VerifiedLicence> {
      const opened = await open(token);
      if (!opened.valid) return opened;
      const content = opened.payload as LicenceContent;
      const [enterprise, kept] = await Promise.all([
        enterprises.find(content.code),
        enterprises.findLicence(content.code, content.number),
      ]);
      const current = kept?.token === token && enterprise?.licence === content.number;
      return { valid: true, content, current };
    },
  };
}

export type ReadEnterprises = ReturnType<typeof createReadEnterprises>;
