import * as z from 'zod/mini';
import { route } from './route.ts';
import { idShape } from './shapes.ts';

export const getStatusList = route({
  id: 'getStatusList',
  method: 'GET',
  path: '/licences/status/{list}',
  surface: 'licences',
  access: 'public',
  summary: {
    zh: '营业执照状态列表（W3C Bitstring Status List 1.0，可验证凭证）：吊销注销、歇业或换发',
    en: 'A list of statuses of licences (W3C Bitstring Status List 1.0, a credential as JWT): revoked, suspended or replaced',
  },
  params: z.strictObject({
    list: z.string().check(z.maxLength(19), z.regex(/^(revocation|suspension|refresh)-\d{8}$/)),
  }),
  responses: {
    200: z
      .string()
      .check(z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))
      .register(z.globalRegistry, {
        id: 'StatusListCredential',
        description: 'A BitstringStatusListCredential as JWT (typ vc+jwt), valid to the end of the day.',
      }),
  },
  produces: ['application/vc+jwt'],
  cacheable: true,
  errors: ['not-found', 'signing-unavailable'],
});

export const getIssuer = route({
  id: 'getIssuer',
  method: 'GET',
  path: '/licences/issuers/{issuer}',
  surface: 'licences',
  access: 'public',
  summary: {
    zh: '营业执照签发机关及其验签公钥（W3C Controlled Identifiers 1.0）',
    en: 'Who issues licences, and the keys that check them (W3C Controlled Identifiers 1.0)',
  },
  params: z.strictObject({ issuer: idShape }),
  responses: {
    200: z
      .strictObject({
        '@context': z.array(z.string()),
        id: z.string(),
        name: z.string(),
        verificationMethod: z.array(
          z.strictObject({
            id: z.string(),
            type: z.literal('JsonWebKey'),
            controller: z.string(),
            publicKeyJwk: z.looseObject({ kid: z.string() }),
          }),
        ),
        assertionMethod: z.array(z.string()),
      })
      .register(z.globalRegistry, { id: 'Issuer' }),
  },
  errors: ['not-found'],
});
