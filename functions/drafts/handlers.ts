import type { createCheckFiling } from '../../lib/acts/check-filing.ts';
import type { createDiscardDraft } from '../../lib/acts/discard-draft.ts';
import type { ReadDrafts } from '../../lib/acts/read-drafts.ts';
import type { createReplaceDraft, createStartDraft } from '../../lib/acts/save-draft.ts';
import {
  checkDraft,
  discardDraft,
  getDraft,
  listDrafts,
  replaceDraft,
  startDraft,
} from '../../lib/contract/drafts.ts';
import type { Draft, DraftContent, OpenDraft } from '../../lib/domain/registration/draft.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { checkContent } from './check-draft.ts';

export interface DraftActs {
  readonly start: ReturnType<typeof createStartDraft>;
  readonly replace: ReturnType<typeof createReplaceDraft>;
  readonly discard: ReturnType<typeof createDiscardDraft>;
  readonly read: ReadDrafts;
  readonly check: ReturnType<typeof createCheckFiling>;
}

const present = ({ id, version, item, savedAt, keptUntil }: OpenDraft) => ({
  ...{ id, version, item, savedAt, keptUntil },
});

const tag = (version: number) => ({ etag: `"${version}"` });
const versionOf = (ifMatch: string | undefined) => (ifMatch === undefined ? undefined : Number(ifMatch));

const start = ({ start }: DraftActs) =>
  httpHandler(startDraft, async (request) => {
    const { caller, body, moment } = request;
    const tell = (draft: OpenDraft) => ({ status: 201, body: present(draft) });
    const answered = await start(caller, body, { ...askedOnce(startDraft.id, request), tell }, moment);
    const told = answered.answer.body as ResponseOf<typeof startDraft>['body'];
    const location = `/v1/drafts/${told.id}`;
    return {
      status: 201,
      body: told,
      headers: { location, ...tag(told.version), ...replayedHeaders(answered) },
    };
  });

const list = ({ read }: DraftActs) =>
  httpHandler(listDrafts, async ({ caller, moment }) => ({
    status: 200,
    body: { drafts: (await read.list(caller, moment)).map(present) },
  }));

const presentContent = ({ item, standardVersion, facts, uploads }: DraftContent) => ({
  item,
  ...(standardVersion !== undefined && { standardVersion }),
  facts,
  ...(uploads !== undefined && { uploads: [...uploads] }),
});

const get = ({ read }: DraftActs) =>
  httpHandler(getDraft, async ({ caller, params, moment }) => {
    const { draft, content } = await read.get(caller, params.id, moment);
    const body = { ...present(draft), content: presentContent(content) };
    return { status: 200, body, headers: tag(draft.version) };
  });

const replace = ({ replace }: DraftActs) =>
  httpHandler(replaceDraft, async (request) => {
    const { caller, params, body, moment, ifMatch } = request;
    const tell = (draft: OpenDraft) => ({ status: 200, body: present(draft) });
    const asked = { ...askedOnce(replaceDraft.id, request), tell };
    const wanted = { id: params.id, content: body, expectedVersion: versionOf(ifMatch) };
    const answered = await replace(caller, wanted, asked, moment);
    const told = answered.answer.body as ResponseOf<typeof replaceDraft>['body'];
    return { status: 200, body: told, headers: { ...tag(told.version), ...replayedHeaders(answered) } };
  });

const discard = ({ discard }: DraftActs) =>
  httpHandler(discardDraft, async (request) => {
    const { caller, params, moment, ifMatch } = request;
    const tell = ({ id, version }: Draft) => ({ status: 200, body: { id, version, state: 'discarded' } });
    const asked = { ...askedOnce(discardDraft.id, request), tell };
    const wanted = { id: params.id, expectedVersion: versionOf(ifMatch) };
    const answered = await discard(caller, wanted, asked, moment);
    const told = answered.answer.body as ResponseOf<typeof discardDraft>['body'];
    return { status: 200, body: told, headers: replayedHeaders(answered) };
  });

const check = ({ check, read }: DraftActs) =>
  httpHandler(checkDraft, async (request) => {
    const { caller, params, moment } = request;
    const { draft, content } = await read.get(caller, params.id, moment);
    const told = await checkContent(content, check, request);
    return { status: 200, body: { draft: draft.id, version: draft.version, ...told } };
  });

export const createHandler = (acts: DraftActs) =>
  surfaceHandler([start(acts), list(acts), get(acts), replace(acts), discard(acts), check(acts)]);
