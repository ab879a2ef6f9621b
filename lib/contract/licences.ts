import * as z from 'zod/mini';
import { route } from './route.ts';
import { idShape, instantShape, plainDateShape, publishedCodeShape } from './shapes.ts';

/** A receipt embeds its evidence and findings whole: that of a filing wrong in everything is long. */
const LONGEST_RECEIPT = 1_500_000;

const signedShape = (longest: number) =>
  z.string().check(z.minLength(1), z.maxLength(longest), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/));
const tokenShape = signedShape(200_000);

const enterpriseShape = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    type: z.string(),
    status: z.literal('registered'),
    legalRepresentative: z.string(),
    capitalFen: z.int(),
    address: z.string(),
    businessScope: z.array(z.string()),
    establishedOn: plainDateShape,
    termEnds: z.optional(plainDateShape),
    shareholders: z.array(
      z.strictObject({ name: z.string(), subscribedFen: z.int(), payBy: plainDateShape }),
    ),
    registeredBy: idShape,
    registeredByName: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'Enterprise',
    description:
      'A registered enterprise, with what law has published (公司法 第三十二条); no identifier of a person.',
  });

const licenceContentShape = z
  .strictObject({
    code: z.string(),
    number: z.int(),
    name: z.string(),
    type: z.string(),
    legalRepresentative: z.string(),
    capitalFen: z.int(),
    address: z.string(),
    businessScope: z.array(z.string()),
    establishedOn: plainDateShape,
    termEnds: z.optional(plainDateShape),
    registeredBy: idShape,
    registeredByName: z.string(),
    issuedOn: plainDateShape,
  })
  .register(z.globalRegistry, {
    id: 'LicenceContent',
    description: 'What a licence (营业执照) carries (市场主体登记管理条例实施细则 第二十三条).',
  });

const byCode = z.strictObject({ code: publishedCodeShape });

export const getEnterprise = route({
  id: 'getEnterprise',
  method: 'GET',
  path: '/enterprises/{code}',
  surface: 'licences',
  access: 'public',
  summary: { zh: '查询已登记的经营主体', en: 'A registered enterprise' },
  params: byCode,
  responses: { 200: enterpriseShape },
  errors: ['not-found'],
});

export const getLicence = route({
  id: 'getLicence',
  method: 'GET',
  path: '/enterprises/{code}/licence',
  surface: 'licences',
  access: 'public',
  summary: { zh: '电子营业执照：内容与签名', en: 'The licence: its content and its signed form' },
  params: byCode,
  responses: {
    200: z
      .strictObject({ content: licenceContentShape, licence: tokenShape })
      .register(z.globalRegistry, { id: 'Licence' }),
  },
  errors: ['not-found'],
});

const verifiedFault = z.enum(['malformed', 'wrong-type', 'unknown-key', 'bad-signature']);

export const verifyLicence = route({
  id: 'verifyLicence',
  method: 'POST',
  path: '/licences/verify',
  surface: 'licences',
  access: 'public',
  summary: { zh: '核验营业执照', en: 'Check a licence' },
  body: z.strictObject({ licence: tokenShape }).register(z.globalRegistry, { id: 'LicenceToVerify' }),
  responses: {
    200: z
      .discriminatedUnion('valid', [
        z.strictObject({
          valid: z.literal(true),
          current: z.boolean(),
          content: licenceContentShape,
        }),
        z.strictObject({ valid: z.literal(false), reason: verifiedFault }),
      ])
      .register(z.globalRegistry, {
        id: 'VerifiedLicence',
        description: '`current` tells whether it is the licence the enterprise holds now.',
      }),
  },
  errors: [],
});

export const verifyReceipt = route({
  id: 'verifyReceipt',
  method: 'POST',
  path: '/receipts/verify',
  surface: 'licences',
  access: 'public',
  summary: {
    zh: '核验办理凭证：验签，并以同一标准、同一事实重新计算',
    en: 'Check a receipt: its signature, then its decision computed again from the kept facts',
  },
  longestBody: LONGEST_RECEIPT + 1_000,
  body: z
    .strictObject({ receipt: signedShape(LONGEST_RECEIPT) })
    .register(z.globalRegistry, { id: 'ReceiptToVerify' }),
  responses: {
    200: z
      .discriminatedUnion('valid', [
        z.strictObject({
          valid: z.literal(true),
          filing: z.string(),
          item: idShape,
          standardVersion: z.string(),
          event: z.string(),
          issuedAt: instantShape,
          factsMatch: z.boolean(),
          sameFindings: z.boolean(),
          sameAdmissible: z.boolean(),
        }),
        z.strictObject({ valid: z.literal(false), reason: verifiedFault }),
      ])
      .register(z.globalRegistry, {
        id: 'VerifiedReceipt',
        description:
          'Whether the signature holds, the kept facts are those hashed in the receipt, and deciding them again gives the same findings and admissible outcomes.',
      }),
  },
  errors: ['not-found'],
});
