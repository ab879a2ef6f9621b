import * as z from 'zod/mini';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import { checkedPackageFields } from './filings.ts';
import { draftIdShape, uploadsShape, versionShape } from './package-of.ts';
import { route } from './route.ts';
import { idShape, instantShape } from './shapes.ts';

const byId = z.strictObject({ id: draftIdShape });
const fill = { scope: 'filings:write', roles: ['applicant', 'registrar'] } as const;
const read = { scope: 'filings:read', roles: ['applicant', 'registrar'] } as const;

/** Sealed and in text, its content has to fit into one item of the table. */
const LONGEST_DRAFT = 200_000;

const contentFields = {
  item: idShape,
  standardVersion: z.optional(versionShape),
  facts: z.record(z.string(), z.unknown()),
  uploads: z.optional(uploadsShape),
};

export const draftContentShape = z.strictObject(contentFields).register(z.globalRegistry, {
  id: 'DraftContent',
  description:
    'A package that is being filled in: the item, and facts that may lack anything or be wrong in anything.',
  example: { item: 'establish-company', facts: { name: { division: '邻水县', tradeName: '青岚' } } },
});

const draftFields = {
  id: draftIdShape,
  version: z.int(),
  item: idShape,
  savedAt: instantShape,
  keptUntil: instantShape,
};

export const draftShape = z.strictObject(draftFields).register(z.globalRegistry, {
  id: 'Draft',
  description: `A draft (草稿) without what it says. It is kept ${intakeLimits.draft.keptDays} days from when it was saved last.`,
});

export const startDraft = route({
  id: 'startDraft',
  method: 'POST',
  path: '/drafts',
  surface: 'drafts',
  access: fill,
  summary: { zh: '保存一份草稿，内容可以不完整', en: 'Keep a draft, however incomplete' },
  body: draftContentShape,
  longestBody: LONGEST_DRAFT,
  idempotent: true,
  responses: { 201: draftShape },
  errors: ['unknown-item', 'too-many-drafts', 'idempotency-conflict', 'too-busy'],
});

export const listDrafts = route({
  id: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  surface: 'drafts',
  access: read,
  summary: { zh: '本人的草稿，最近保存的在前', en: 'My drafts, the one saved last first' },
  responses: {
    200: z
      .strictObject({ drafts: z.array(draftShape) })
      .register(z.globalRegistry, { id: 'Drafts', description: 'All open drafts; there are at most 50.' }),
  },
  errors: ['too-busy'],
});

export const getDraft = route({
  id: 'getDraft',
  method: 'GET',
  path: '/drafts/{id}',
  surface: 'drafts',
  access: read,
  summary: { zh: '查看一份草稿及其内容', en: 'One draft with what it says' },
  params: byId,
  responses: {
    200: z
      .strictObject({ ...draftFields, content: draftContentShape })
      .register(z.globalRegistry, { id: 'DraftWithContent' }),
  },
  errors: ['not-found', 'too-busy'],
});

export const replaceDraft = route({
  id: 'replaceDraft',
  method: 'PUT',
  path: '/drafts/{id}',
  surface: 'drafts',
  access: fill,
  summary: { zh: '以新内容替换草稿', en: 'Replace what a draft says' },
  params: byId,
  body: draftContentShape,
  longestBody: LONGEST_DRAFT,
  idempotent: true,
  responses: { 200: draftShape },
  errors: ['not-found', 'unknown-item', 'version-conflict', 'idempotency-conflict', 'too-busy'],
});

export const discardDraft = route({
  id: 'discardDraft',
  method: 'POST',
  path: '/drafts/{id}/discard',
  surface: 'drafts',
  access: fill,
  summary: {
    zh: '放弃草稿：其内容立即清除',
    en: 'Give a draft up: what it says is overwritten at once',
  },
  params: byId,
  idempotent: true,
  responses: {
    200: z
      .strictObject({ id: draftIdShape, version: z.int(), state: z.literal('discarded') })
      .register(z.globalRegistry, { id: 'DiscardedDraft' }),
  },
  errors: ['not-found', 'version-conflict', 'idempotency-conflict', 'too-busy'],
});

export const checkDraft = route({
  id: 'checkDraft',
  method: 'POST',
  path: '/drafts/{id}/check',
  surface: 'drafts',
  access: { scope: 'filings:check', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '预检草稿：一次告知所缺所误及全部审查意见，规则与提交时相同；不查询信用',
    en: 'Check a draft by the rules of a submission: what its form lacks, and every finding; no credit record is read',
  },
  params: byId,
  responses: {
    200: z
      .strictObject({
        draft: draftIdShape,
        version: z.int(),
        defects: z.array(z.strictObject({ path: z.string(), code: z.string(), detail: z.string() })),
        problem: z.optional(
          z.strictObject({
            code: z.string(),
            detail: z.string(),
            values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
          }),
        ),
        checked: z.optional(z.strictObject(checkedPackageFields)),
      })
      .register(z.globalRegistry, {
        id: 'CheckedDraft',
        description:
          '`defects`: what the form lacks or has wrong, and uploads that could not be handed in, by JSON pointer; once there are none, `checked` is what POST /filings/check answers, or `problem` why the package as a whole cannot be examined (a place or an enterprise that is not known, a proof that has ended).',
      }),
  },
  errors: ['not-found', 'forbidden', 'concerns-officer', 'too-busy'],
});
