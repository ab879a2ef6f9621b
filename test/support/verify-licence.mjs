/**
 * Verifies a licence off-line, by nothing but Node.js itself and the keys that were published: no package, no file of
 * this project, no network. `node verify-licence.mjs keys.json licence.jwt` prints what it says and ends with 0, or
 * says what is wrong and ends with 1.
 */
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const fail = (why) => {
  console.log(JSON.stringify({ verified: false, why }));
  process.exit(1);
};

const [keyFile, tokenFile] = process.argv.slice(2);
const { keys } = JSON.parse(readFileSync(keyFile, 'utf8'));
const [header, payload, signature, ...more] = readFileSync(tokenFile, 'utf8').trim().split('.');
if (signature === undefined || more.length > 0) fail('no JWT');

const parse = (part) => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return fail('no JSON');
  }
};
const { alg, kid, typ } = parse(header);
if (typ !== 'vc+jwt') fail('no credential');
const jwk = keys.find((key) => key.kid === kid && key.signs === 'licence');
if (jwk === undefined) fail('unknown key');
if (alg !== 'ES256' || jwk.alg !== alg) fail('another algorithm');

const holds = verify(
  'sha256',
  Buffer.from(`${header}.${payload}`),
  { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
  Buffer.from(signature, 'base64url'),
);
if (!holds) fail('bad signature');

const credential = parse(payload);
if (!credential['@context']?.includes('https://www.w3.org/ns/credentials/v2')) fail('no credential');
if (!credential.type.includes('BusinessLicence')) fail('no licence');
const now = new Date();
if (new Date(credential.validFrom) > now) fail('not yet valid');
if (credential.validUntil !== undefined && new Date(credential.validUntil) <= now) fail('no longer valid');

const { code, name, registeredBy, registeredByName } = credential.credentialSubject;
console.log(
  JSON.stringify({ verified: true, issuer: credential.issuer, code, name, registeredBy, registeredByName }),
);
