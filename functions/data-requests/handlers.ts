import type { AnswerDataRequest } from '../../lib/acts/answer-data-request.ts';
import { decideDataRequest, listDataRequests } from '../../lib/contract/data-requests.ts';
import type { DataRequest } from '../../lib/domain/subject/data-request.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { type DataRequestBody, presentDataRequest } from '../../lib/edge/present-data-request.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export const createHandler = ({ answers }: { readonly answers: AnswerDataRequest }) =>
  surfaceHandler([
    httpHandler(listDataRequests, async ({ caller, query, moment }) => {
      const { entries, next } = await answers.list(caller, query.cursor);
      const requests = entries.map(({ request, words }) => presentDataRequest(request, words, moment.on));
      return { status: 200, body: { requests, ...(next !== undefined && { next }) } };
    }),
    httpHandler(decideDataRequest, async (request) => {
      const { caller, params, body, moment, ifMatch } = request;
      const tell = (done: DataRequest) => ({ status: 200, body: presentDataRequest(done, {}, moment.on) });
      const expectedVersion = ifMatch === undefined ? undefined : Number(ifMatch);
      const answer = { request: params.id, expectedVersion, ...body };
      const asked = { ...askedOnce(decideDataRequest.id, request), tell };
      const answered = await answers.decide(caller, answer, asked, moment);
      const told = answered.answer.body as DataRequestBody;
      return {
        status: 200,
        body: told,
        headers: { etag: `"${told.version}"`, ...replayedHeaders(answered) },
      };
    }),
  ]);
