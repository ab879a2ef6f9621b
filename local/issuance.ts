import { join } from 'node:path';
import { createPersonalData } from '../lib/crypto/create-personal-data.ts';
import type { Answering } from './http-server.ts';
import { createIssuer } from './issuer.ts';
import { loadOrCreateIssuerKeys } from './issuer-keys.ts';
import { createRealNameProvider } from './real-name-provider.ts';

/** The issuer with the identity provider below it, both with the keys of one data directory. */
export function createIssuance(place: { readonly dataDir: string; readonly issuerUrl: string }): Answering {
  const { dataDir, issuerUrl } = place;
  const keys = loadOrCreateIssuerKeys(join(dataDir, 'issuer-keys.json'));
  const personalData = createPersonalData({ kind: 'file', path: join(dataDir, 'keys.json') });
  const issuer = createIssuer({ url: issuerUrl, keys, personalData });
  const realNames = createRealNameProvider({ url: `${issuerUrl}/real-name`, keys });
  const below = `${new URL(issuerUrl).pathname}/real-name/`;
  return (request, response) =>
    request.url?.startsWith(below) ? realNames(request, response) : issuer(request, response);
}
