import type { NamedLookup } from '../../lib/acts/list-lookups-of-subject.ts';
import type { OwnData } from '../../lib/acts/read-own-data.ts';
import type { OwnFiling, OwnRecord } from '../../lib/acts/read-own-file.ts';
import type { getMyData } from '../../lib/contract/own-file.ts';
import type { Period } from '../../lib/domain/credit/end.ts';
import { type Repairable, repairConditions } from '../../lib/domain/credit/repair.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';
import { presentDataRequest } from '../../lib/edge/present-data-request.ts';

const presentPeriod = ({ from, until }: Period) => ({ from, ...(until !== 'open' && { until }) });

const presentRepairable = (repairable: Repairable) => ({
  kind: repairable.kind,
  ...(repairable.kind === 'from' && { from: repairable.on }),
  conditions: repairable.kind === 'from' ? [...repairConditions] : [],
});

export const presentRecord = ({ record, stage, periods, shieldedUntil, disputed, ...more }: OwnRecord) => {
  const { id, version, severity, jurisdiction, issuedBy, documentNumber, ordinal, decidedOn } = record;
  const { repairable, classUnknown } = more;
  return {
    record: id,
    version,
    state: stage,
    class: record.class,
    ...(classUnknown && { classUnknown }),
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

export const presentLookup = ({ id, on: _on, jurisdiction: _side, ...entry }: NamedLookup) => ({
  lookup: id,
  ...entry,
});

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

type Body = ResponseOf<typeof getMyData>['body'];

const ELSEWHERE = {
  records: '/v1/me/records',
  lookups: '/v1/me/lookups',
  tasks: '/v1/measure-tasks',
  requests: '/v1/me/data/requests',
} as const;

export function presentOwnData(data: OwnData, { at, on }: Moment): Body {
  const { keys, formerNames, roles, filings, named, records, lookups, tasks, requests, drafts } = data;
  const [subject = ''] = keys;
  const more = (Object.keys(ELSEWHERE) as (keyof typeof ELSEWHERE)[]).filter(
    (part) => data[part].next !== undefined,
  );
  return {
    subject,
    at,
    ...(keys.length > 1 && { otherKeys: keys.slice(1) }),
    ...(formerNames.length > 0 && {
      formerNames: formerNames.map(({ name, until }) => ({ name, until })),
    }),
    roles: roles.entries.map(({ role, code }) => ({ role, enterprise: code })),
    ...(roles.next !== undefined && { nextRoles: roles.next }),
    filings: filings.entries.map(presentFiling),
    ...(filings.next !== undefined && { next: filings.next }),
    named: named.entries.map(presentFiling),
    ...(named.next !== undefined && { nextNamed: named.next }),
    records: records.entries.map(presentRecord),
    lookups: lookups.entries.map(presentLookup),
    tasks: tasks.entries.map(({ id, row, record, executor }) => ({ task: id, row, record, executor })),
    requests: requests.entries.map(({ request, words }) => presentDataRequest(request, words, on)),
    drafts: drafts.map(({ id, ...draft }) => ({ draft: id, ...draft })),
    more,
    elsewhere: [...Object.values(ELSEWHERE), '/v1/me/notices'],
  };
}
