import { findAuthority } from '../../catalog/authorities.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import { issuerUrl } from '../domain/registration/licence-credential.ts';
import { REGISTER } from '../domain/registration/status-list.ts';

/** A controlled identifier document (W3C Controlled Identifiers 1.0): by which keys an issuer's credentials are checked. */
export interface IssuerDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly name: string;
  readonly verificationMethod: readonly {
    readonly id: string;
    readonly type: 'JsonWebKey';
    readonly controller: string;
    readonly publicKeyJwk: Readonly<Record<string, unknown>> & { readonly kid: string };
  }[];
  readonly assertionMethod: readonly string[];
}

const nameOf = (issuer: string): string | undefined => {
  if (issuer === REGISTER) return '经营主体登记簿';
  const authority = findAuthority(issuer);
  return authority?.kind === 'registration' ? authority.name : undefined;
};

/**
 * Who issues licences: each registering authority, and the register, which tells their statuses. All sign by the keys of
 * this service. A key that was signed with before is listed like any other, as what it signed still holds.
 *
 * @throws DomainError `not-found`.
 */
export function createDescribeIssuer(
  signer: Pick<Signer, 'verificationKeys'>,
  publicUrl: string,
): (issuer: string) => Promise<IssuerDocument> {
  return async (issuer) => {
    const name = nameOf(issuer);
    if (name === undefined) throw new DomainError('not-found');
    const id = issuerUrl(publicUrl, issuer);
    const keys = await signer.verificationKeys();
    const verificationMethod = keys.map(({ retiredAt: _retiredAt, ...key }) => ({
      id: `${id}#${key.kid}`,
      type: 'JsonWebKey' as const,
      controller: id,
      publicKeyJwk: key,
    }));
    return {
      '@context': ['https://www.w3.org/ns/cid/v1'],
      id,
      name,
      verificationMethod,
      assertionMethod: verificationMethod.map((method) => method.id),
    };
  };
}
