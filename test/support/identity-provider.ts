import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createRealNameProofs } from '../../lib/crypto/real-name-proof.ts';
import type { IdentityDocument } from '../../lib/domain/subject/identity-document.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';

const AUDIENCE = 'https://tongbiao.test';
const PROOF_SECONDS = 600;

interface Named {
  readonly name: string;
  readonly document: IdentityDocument;
}

/** A trusted provider of real-name proofs on a port of its own, and the verifier that trusts it. */
export async function startIdentityProvider() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'provider', alg: 'ES256', use: 'sig' };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    verifyProof: createRealNameProofs([{ issuer, audience: AUDIENCE }]),
    /** A proof issued at an instant; good for ten minutes. */
    proofOf: ({ name, document }: Named, at: Instant): Promise<string> => {
      const issued = Math.floor(Date.parse(at) / 1000);
      return new SignJWT({ name, document_kind: document.kind, document_number: document.number })
        .setProtectedHeader({ alg: 'ES256', kid: 'provider', typ: 'real-name+jwt' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(issued)
        .setExpirationTime(issued + PROOF_SECONDS)
        .setJti(document.number)
        .sign(privateKey);
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
