import type { AskAboutOwnData } from '../../lib/acts/ask-about-own-data.ts';
import type { ListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import type { ListNotices } from '../../lib/acts/list-notices.ts';
import type { OwnFiling, OwnRecord, ReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { askAboutMyData, listMyDataRequests } from '../../lib/contract/data-requests.ts';
import { getMyData, listMyLookups, listMyNotices, listMyRecords } from '../../lib/contract/own-file.ts';
import type { Period } from '../../lib/domain/credit/end.ts';
import { type Repairable, repairConditions } from '../../lib/domain/credit/repair.ts';
import type { DataRequest } from '../../lib/domain/subject/data-request.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { type DataRequestBody, presentDataRequest } from '../../lib/edge/present-data-request.ts';
import { presentNotice } from '../../lib/edge/present-notice.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface OwnFileActs {
  readonly listLookups: ListLookupsOfSubject;
  readonly listNotices: ListNotices;
  readonly ownFile: ReadOwnFile;
  readonly ownData: AskAboutOwnData;
}

const presentPeriod = ({ from, until }: Period) => ({ from, ...(until !== 'open' && { until }) });

const presentRepairable = (repairable: Repairable) => ({
  kind: repairable.kind,
  ...(repairable.kind === 'from' && { from: repairable.on }),
  conditions: repairable.kind === 'from' ? [...repairConditions] : [],
});

const presentRecord = ({ record, stage, periods, shieldedUntil, disputed, repairable }: OwnRecord) => {
  const { id, version, severity, jurisdiction, issuedBy, documentNumber, ordinal, decidedOn } = record;
  return {
    record: id,
    version,
    state: stage,
    class: record.class,
    ...(severity !== undefined && { severity }),
    jurisdiction,
    issuedBy,
    documentNumber,
    ordinal,
    decidedOn,
    basis: record.basis.map(({ law, article }) => ({ law, article })),
    ...(periods.disclosure && { disclosure: presentPeriod(periods.disclosure) }),
    ...(periods.effect && { effect: presentPeriod(periods.effect) }),
    ...(shieldedUntil !== undefined && { shieldedUntil }),
    disputed,
    ...(repairable && { repairable: presentRepairable(repairable) }),
    recordedAt: record.recordedAt,
    recordedBy: record.recordedBy,
  };
};

const presentFiling = ({ filing, person }: OwnFiling) => ({
  filing: filing.id,
  item: filing.item,
  state: filing.state,
  submittedAt: filing.submittedAt,
  ...(person && {
    person: {
      name: person.name,
      documentKind: person.document.kind,
      documentNumber: person.document.number,
      ...(person.bornOn !== undefined && { bornOn: person.bornOn }),
      ...(person.phone !== undefined && { phone: person.phone }),
      ...(person.residence !== undefined && { residence: person.residence }),
    },
  }),
});

const ELSEWHERE = ['/v1/me/records', '/v1/me/lookups'];

export const createHandler = ({ listLookups, listNotices, ownFile, ownData }: OwnFileActs) =>
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
      const lookups = entries.map(({ id, on: _on, jurisdiction: _side, ...entry }) => ({
        lookup: id,
        ...entry,
      }));
      return { status: 200, body: { lookups, ...(next !== undefined && { next }) } };
    }),
    httpHandler(listMyRecords, async ({ caller, query, moment }) => {
      const { entries, next } = await ownFile.records(caller, moment.on, query.cursor);
      return {
        status: 200,
        body: { records: entries.map(presentRecord), ...(next !== undefined && { next }) },
      };
    }),
    httpHandler(getMyData, async ({ caller, query, moment }) => {
      const [roles, { entries, next }] = await Promise.all([
        ownFile.roles(caller),
        ownFile.filings(caller, query.cursor),
      ]);
      return {
        status: 200,
        body: {
          subject: caller.subjectKey ?? '',
          at: moment.at,
          roles: roles.map(({ role, code }) => ({ role, enterprise: code })),
          filings: entries.map(presentFiling),
          ...(next !== undefined && { next }),
          elsewhere: ELSEWHERE,
        },
      };
    }),
    httpHandler(listMyNotices, async ({ caller, query, moment, language }) => {
      const { entries, next } = await listNotices(caller, query, moment);
      const notices = entries.map((notice) => presentNotice(notice, language));
      return { status: 200, body: { notices, ...(next !== undefined && { next }) } };
    }),
  ]);
