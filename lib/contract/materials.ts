import * as z from 'zod/mini';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import { materialTypes } from '../domain/registration/material.ts';
import { filingIdShape } from './filing-shapes.ts';
import { materialIdShape } from './package-of.ts';
import { route } from './route.ts';
import { instantShape } from './shapes.ts';

const mediaType = z.enum(materialTypes);
const bytes = z.int().check(z.minimum(1), z.maximum(intakeLimits.material.longestBytes));
const sha256 = z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/));
const byId = z.strictObject({ id: materialIdShape });

const declared = { mediaType, bytes, sha256 };

const materialFields = {
  id: materialIdShape,
  state: z.enum(['awaited', 'stored', 'refused']),
  ...declared,
  createdAt: instantShape,
  storedAt: z.optional(instantShape),
  refusal: z.optional(z.string()),
  keptUntil: z.optional(instantShape),
  filing: z.optional(filingIdShape),
};

export const materialShape = z.strictObject(materialFields).register(z.globalRegistry, {
  id: 'Material',
  description:
    'A material (申请材料) as a file: awaited, stored after it was looked at, or refused with its reason. While no filing names it, it is kept until `keptUntil`; `filing` is the one it was handed in with last.',
});

export const requestUpload = route({
  id: 'requestUpload',
  method: 'POST',
  path: '/materials',
  surface: 'materials',
  access: { scope: 'filings:write', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '申请上传一份材料：告知类型、大小与 SHA-256，取得签名的上传表单',
    en: 'Ask to upload a material, told by type, size and SHA-256: the answer is a signed form',
  },
  body: z.strictObject(declared).register(z.globalRegistry, {
    id: 'DeclaredFile',
    description: 'A file as it will be sent. Its name and title are not asked for: they may name people.',
    example: {
      mediaType: 'application/pdf',
      bytes: 182_034,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  }),
  idempotent: true,
  responses: {
    201: z
      .strictObject({
        ...materialFields,
        upload: z.strictObject({
          url: z.string(),
          fields: z.record(z.string(), z.string()),
          expiresAt: instantShape,
        }),
      })
      .register(z.globalRegistry, {
        id: 'RequestedUpload',
        description:
          'Send the file to `upload.url` by POST as multipart/form-data: all `fields` first, then the file itself as `file`. The form takes exactly this file. Then complete the upload.',
      }),
  },
  errors: ['too-many-uploads', 'idempotency-conflict', 'too-busy'],
});

export const completeUpload = route({
  id: 'completeUpload',
  method: 'POST',
  path: '/materials/{id}/completion',
  surface: 'materials',
  access: { scope: 'filings:write', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '上传完毕：核对大小、摘要与文件类型，予以收存或者拒收',
    en: 'The file was sent: its size, digest and type are looked at, and it is stored or refused',
  },
  params: byId,
  responses: { 200: materialShape },
  errors: ['not-found', 'material-not-arrived', 'material-refused', 'too-busy'],
});

export const getMaterial = route({
  id: 'getMaterial',
  method: 'GET',
  path: '/materials/{id}',
  surface: 'materials',
  access: { scope: 'filings:read', roles: ['applicant', 'registrar'] },
  summary: { zh: '查看自己上传的一份材料', en: 'One material I uploaded' },
  params: byId,
  responses: { 200: materialShape },
  errors: ['not-found'],
});

const filedUploadShape = z
  .strictObject({ material: materialIdShape, ...declared, storedAt: instantShape })
  .register(z.globalRegistry, {
    id: 'FiledUpload',
    description: 'The file of a material, as it was handed in with a filing.',
  });

const readers = ['applicant', 'registrar', 'head', 'auditor'] as const;

export const listFilingMaterials = route({
  id: 'listFilingMaterials',
  method: 'GET',
  path: '/filings/{id}/materials',
  surface: 'materials',
  access: { scope: 'filings:read', roles: readers },
  summary: { zh: '一件申请的全部材料', en: 'The materials of a filing' },
  params: z.strictObject({ id: filingIdShape }),
  responses: {
    200: z
      .strictObject({
        materials: z.array(
          z.strictObject({
            kind: z.string(),
            title: z.string(),
            sha256,
            upload: z.optional(filedUploadShape),
          }),
        ),
      })
      .register(z.globalRegistry, {
        id: 'FiledMaterials',
        description:
          'Every material as filed. One without `upload` was handed in on paper, or stays with the applicant; its digest binds it.',
      }),
  },
  errors: ['not-found'],
});

export const getFilingMaterial = route({
  id: 'getFilingMaterial',
  method: 'GET',
  path: '/filings/{id}/materials/{material}',
  surface: 'materials',
  access: { scope: 'filings:read', roles: readers },
  summary: {
    zh: '下载一份材料：给出短时有效的签名链接',
    en: 'Download a material: a signed link that is good for a short time',
  },
  params: z.strictObject({ id: filingIdShape, material: materialIdShape }),
  responses: {
    200: z
      .strictObject({ upload: filedUploadShape, url: z.string(), expiresAt: instantShape })
      .register(z.globalRegistry, {
        id: 'MaterialLink',
        description: 'Fetch `url` before `expiresAt`; it answers the file as an attachment.',
      }),
  },
  errors: ['not-found'],
});
