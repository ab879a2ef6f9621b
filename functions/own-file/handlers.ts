import type { AskAboutOwnData } from '../../lib/acts/ask-about-own-data.ts';
import type { ListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import type { ListNotices } from '../../lib/acts/list-notices.ts';
import type { ReadOwnData } from '../../lib/acts/read-own-data.ts';
import type { ReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { askAboutMyData, listMyDataRequests } from '../../lib/contract/data-requests.ts';
import { getMyData, listMyLookups, listMyNotices, listMyRecords } from '../../lib/contract/own-file.ts';
import type { DataRequest } from '../../lib/domain/subject/data-request.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { type DataRequestBody, presentDataRequest } from '../../lib/edge/present-data-request.ts';
import { presentNotice } from '../../lib/edge/present-notice.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentLookup, presentOwnData, presentRecord } from './present-own-data.ts';

export interface OwnFileActs {
  readonly listLookups: ListLookupsOfSubject;
  readonly listNotices: ListNotices;
  readonly ownFile: ReadOwnFile;
  readonly ownData: AskAboutOwnData;
  readonly everything: ReadOwnData;
}

export const createHandler = ({ listLookups, listNotices, ownFile, ownData, everything }: OwnFileActs) =>
  surfaceHandler([
    httpHandler(askAboutMyData, async (request) => {
      const { caller, body, moment } = request;
      const tell = (request: DataRequest) => ({
        status: 201,
        body: presentDataRequest(request, {}, moment.on),
      });
      const asked = { ...askedOnce(askAboutMyData.id, request), tell };
      const answered = await ownData.ask(caller, body, asked, moment);
      const told = answered.answer.body as DataRequestBody;
      const headers = { etag: `"${told.version}"`, ...replayedHeaders(answered) };
      return { status: 201, body: told, headers };
    }),
    httpHandler(listMyDataRequests, async ({ caller, query, moment }) => {
      const { entries, next } = await ownData.list(caller, query.cursor);
      const requests = entries.map(({ request, words }) => presentDataRequest(request, words, moment.on));
      return { status: 200, body: { requests, ...(next !== undefined && { next }) } };
    }),
    httpHandler(listMyLookups, async ({ caller, query }) => {
      const { entries, next } = await listLookups(caller, query.cursor);
      return {
        status: 200,
        body: { lookups: entries.map(presentLookup), ...(next !== undefined && { next }) },
      };
    }),
    httpHandler(listMyRecords, async ({ caller, query, moment }) => {
      const { entries, next } = await ownFile.records(caller, moment.on, query.cursor);
      return {
        status: 200,
        body: { records: entries.map(presentRecord), ...(next !== undefined && { next }) },
      };
    }),
    httpHandler(getMyData, async ({ caller, query, moment }) => {
      const body = presentOwnData(await everything.read(caller, query, moment), moment);
      return {
        status: 200,
        body: query.signed === 'true' ? { ...body, copy: await everything.sign(body) } : body,
      };
    }),
    httpHandler(listMyNotices, async ({ caller, query, moment, language }) => {
      const { entries, next } = await listNotices(caller, query, moment);
      const notices = entries.map((notice) => presentNotice(notice, language));
      return { status: 200, body: { notices, ...(next !== undefined && { next }) } };
    }),
  ]);
