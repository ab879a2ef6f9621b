import * as z from 'zod/mini';
import { enterpriseTypes } from '../domain/registration/enterprise-type.ts';
import { licenceStatuses } from '../domain/registration/licence-status.ts';
import { noticeKinds } from '../domain/registration/notice.ts';
import { route } from './route.ts';
import { formerNameShape, idShape, plainDateShape, publishedCodeShape } from './shapes.ts';
import { signedShape, verifiedFault } from './signed-shape.ts';

/** What a reader of the code printed on a licence (二维码) gives. */
const printedCodeShape = z.string().check(z.minLength(1), z.maxLength(1_000), z.regex(/^https?:\/\/[!-~]+$/));
const tokenShape = signedShape(200_000);

const headShape = z.strictObject({
  title: z.enum(['legal-representative', 'managing-partner', 'investor', 'operator', 'person-in-charge']),
  names: z.array(z.string()),
  representatives: z.optional(z.array(z.string())),
});
const capitalShape = z.strictObject({
  title: z.enum(['registered-capital', 'contribution']),
  fen: z.int(),
});
const placeShape = z.strictObject({
  title: z.enum(['domicile', 'principal-place', 'place-of-business']),
  text: z.string(),
});

/** What a licence and the register tell alike. */
const registeredShape = {
  code: z.string(),
  name: z.optional(z.string()),
  typeName: z.string(),
  head: headShape,
  capital: z.optional(capitalShape),
  place: placeShape,
  businessScope: z.array(z.string()),
  establishedOn: plainDateShape,
  termEnds: z.optional(plainDateShape),
  registeredBy: idShape,
  registeredByName: z.string(),
};

const noticeShape = z
  .strictObject({
    id: z.string(),
    kind: z.enum(noticeKinds),
    publishedOn: plainDateShape,
    endsOn: plainDateShape,
    objections: z.int(),
    withdrawnOn: z.optional(plainDateShape),
    running: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'Notice',
    description:
      'A public notice about an enterprise (公告); `endsOn` is the last day on which objections count.',
  });

const enterpriseShape = z
  .strictObject({
    ...registeredShape,
    nameOrder: z.optional(
      z.strictObject({
        ground: z.enum(['court', 'ruling', 'correction']),
        receivedOn: plainDateShape,
        changeBy: plainDateShape,
        listedOn: z.optional(plainDateShape),
      }),
    ),
    type: z.enum(enterpriseTypes),
    status: z.enum([
      'registered',
      'suspended',
      'licence-revoked',
      'ordered-to-close',
      'establishment-revoked',
      'cancelled',
    ]),
    statusSince: plainDateShape,
    suspension: z.optional(
      z.strictObject({
        from: plainDateShape,
        until: plainDateShape,
        serviceAddress: z.optional(z.string()),
      }),
    ),
    members: z.array(
      z.strictObject({
        name: z.string(),
        as: z.enum(['shareholder', 'promoter', 'contributor', 'investor', 'partner', 'parent']),
        subscribedFen: z.optional(z.int()),
        payBy: z.optional(plainDateShape),
        liability: z.optional(z.enum(['unlimited', 'limited'])),
      }),
    ),
    parent: z.optional(z.string()),
    formerNames: z.optional(z.array(formerNameShape)),
    succeeds: z.optional(z.string()),
    succeededBy: z.optional(z.string()),
    notices: z.array(noticeShape),
    inquiries: z.array(
      z.strictObject({
        acceptedOn: plainDateShape,
        extendedOn: z.optional(plainDateShape),
        rests: z.optional(
          z.array(z.strictObject({ from: plainDateShape, resumedOn: z.optional(plainDateShape) })),
        ),
        closedOn: z.optional(plainDateShape),
      }),
    ),
    handover: z.optional(
      z.strictObject({
        from: idShape,
        to: idShape,
        dueOn: plainDateShape,
        doneOn: z.optional(plainDateShape),
      }),
    ),
    version: z.int(),
  })
  .register(z.globalRegistry, {
    id: 'Enterprise',
    description:
      'A registered enterprise, with what law has published (公司法 第三十二条, 实施细则 第六条); no identifier of a person. `head`, `capital` and `place` bear the title law gives them for this type: 法定代表人, 执行事务合伙人, 投资人, 经营者 or 负责人; 注册资本 or 出资额, or none; 住所, 主要经营场所 or 经营场所. `suspended` (歇业) is judged as of today. Where the name has to be stopped (企业名称登记管理规定 第二十三条), `name` is the code until it is changed, and `nameOrder` tells by when that is due. `formerNames` (曾用名) are names it had, the newest last, each with the day from which it has another. `succeeds` and `succeededBy` are the codes of the business it was before it turned into an enterprise (转型为企业), and of what it turned into.',
  });

const licenceContentShape = z
  .strictObject({ ...registeredShape, number: z.int(), issuedOn: plainDateShape })
  .register(z.globalRegistry, {
    id: 'LicenceContent',
    description:
      'What a licence (营业执照) carries (市场主体登记管理条例实施细则 第二十三条). `name` is the code as long as the name has to be stopped (企业名称登记管理规定 第二十三条).',
  });

const licenceStatusShape = z.enum(licenceStatuses).register(z.globalRegistry, {
  id: 'LicenceStatus',
  description:
    'What a licence is worth as of today by the register: 有效, 歇业, 责令关闭, 营业期限届满, 已换发或补发, 已吊销, 设立登记已撤销, 已注销, 已缴回或作废, 登记簿中没有.',
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
  summary: {
    zh: '最近签发的营业执照：内容与签名；text/html 为可打印页面，application/vc+jwt 为可验证凭证本身',
    en: 'The licence issued last: its content and its signed form; as text/html a page to print, as application/vc+jwt the credential itself',
  },
  params: byCode,
  responses: {
    200: z
      .strictObject({
        content: licenceContentShape,
        licence: tokenShape,
        status: licenceStatusShape,
        current: z.boolean(),
      })
      .register(z.globalRegistry, {
        id: 'Licence',
        description: '`licence` is a W3C Verifiable Credential 2.0 as JWT (typ vc+jwt).',
      }),
  },
  produces: ['application/json', 'text/html', 'application/vc+jwt'],
  errors: ['not-found', 'signing-unavailable'],
});

export const verifyLicence = route({
  id: 'verifyLicence',
  method: 'POST',
  path: '/licences/verify',
  surface: 'licences',
  access: 'public',
  summary: {
    zh: '核验营业执照：凭证，或打印的二维码内容；并答复登记簿中的现状',
    en: 'Check a licence, by its token or by the text of its printed code, and what the register has of it',
  },
  body: z
    .strictObject({ licence: z.union([tokenShape, printedCodeShape]) })
    .register(z.globalRegistry, { id: 'LicenceToVerify' }),
  responses: {
    200: z
      .discriminatedUnion('valid', [
        z.strictObject({
          valid: z.literal(true),
          current: z.boolean(),
          status: licenceStatusShape,
          content: licenceContentShape,
        }),
        z.strictObject({ valid: z.literal(false), reason: verifiedFault }),
      ])
      .register(z.globalRegistry, {
        id: 'VerifiedLicence',
        description:
          '`valid`: the signature holds. `current` tells whether it is the licence the enterprise holds now, `status` what it is worth. Of a printed code `content` is what the register has, to be compared with the paper.',
      }),
  },
  errors: ['not-found'],
});
