import type { ListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import type { OwnFiling, OwnRecord, ReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { getMyData, listMyLookups, listMyRecords } from '../../lib/contract/own-file.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface OwnFileActs {
  readonly listLookups: ListLookupsOfSubject;
  readonly ownFile: ReadOwnFile;
}

const presentRecord = ({ record, periods }: OwnRecord) => {
  const { id, version, severity, jurisdiction, issuedBy, documentNumber, ordinal, decidedOn } = record;
  return {
    record: id,
    version,
    class: record.class,
    ...(severity !== undefined && { severity }),
    jurisdiction,
    issuedBy,
    documentNumber,
    ordinal,
    decidedOn,
    basis: record.basis.map(({ law, article }) => ({ law, article })),
    ...periods,
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

export const createHandler = ({ listLookups, ownFile }: OwnFileActs) =>
  surfaceHandler([
    httpHandler(listMyLookups, async ({ caller, query }) => {
      const { entries, next } = await listLookups(caller, query.cursor);
      const lookups = entries.map(({ id, on: _on, jurisdiction: _side, ...entry }) => ({
        lookup: id,
        ...entry,
      }));
      return { status: 200, body: { lookups, ...(next !== undefined && { next }) } };
    }),
    httpHandler(listMyRecords, async ({ caller, query }) => {
      const { entries, next } = await ownFile.records(caller, query.cursor);
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
  ]);
