import type { Answer } from '../../lib/acts/answer-once.ts';
import type { HeartbeatSource, HeartbeatTaken } from '../../lib/acts/heartbeat-source.ts';
import type { Published, PublishRecord } from '../../lib/acts/publish-record.ts';
import type { ReconcileRecords } from '../../lib/acts/reconcile-records.ts';
import type { RecordSuccession } from '../../lib/acts/record-succession.ts';
import { heartbeatSource, publishRecord } from '../../lib/contract/credit-records.ts';
import { recordSuccession } from '../../lib/contract/credit-successions.ts';
import { listReconciliationEntries, reconcileRecords } from '../../lib/contract/reconciliation.ts';
import type { Succession } from '../../lib/domain/credit/succession.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { presentPeriod } from '../../lib/edge/present-record.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { type RecordStepActs, stepHandlers } from './step-handlers.ts';

export interface CreditRecordActs extends RecordStepActs {
  readonly publish: PublishRecord;
  readonly heartbeat: HeartbeatSource;
  readonly reconcile: ReconcileRecords;
  readonly succession: RecordSuccession;
}

type RecordBody = ResponseOf<typeof publishRecord>['body'];

function presentRecord({ outcome, record, subject, periods }: Published): RecordBody {
  const { authorityKind: _kind, codeCheck: _check, happened: _happened, basis, penalty, ...shown } = record;
  const { disclosure, effect } = periods;
  return {
    ...shown,
    outcome,
    subject,
    basis: [...basis],
    ...(penalty && { penalty: { ...penalty, kinds: [...penalty.kinds] } }),
    ...(disclosure && { disclosure: presentPeriod(disclosure) }),
    ...(effect && { effect: presentPeriod(effect) }),
  };
}

const tellRecord = (published: Published): Answer => ({
  status: published.outcome === 'published' ? 201 : 200,
  body: presentRecord(published),
});

const publish = ({ publish }: CreditRecordActs) =>
  httpHandler(publishRecord, async (request) => {
    const { caller, body, moment } = request;
    const { once } = askedOnce(publishRecord.id, request);
    const asked = { tell: tellRecord, ...(once !== undefined && { idempotencyKey: once.key }) };
    const answered = await publish(caller, body, asked, moment);
    return {
      status: answered.answer.status === 201 ? 201 : 200,
      body: answered.answer.body as RecordBody,
      headers: replayedHeaders(answered),
    };
  });

type SuccessionBody = ResponseOf<typeof recordSuccession>['body'];

const succession = ({ succession }: CreditRecordActs) =>
  httpHandler(recordSuccession, async (request) => {
    const { caller, body, moment } = request;
    const tell = (told: Succession): Answer => ({ status: 200, body: told });
    const asked = { ...askedOnce(recordSuccession.id, request), tell };
    const answered = await succession(caller, body, asked, moment);
    return { status: 200, body: answered.answer.body as SuccessionBody, headers: replayedHeaders(answered) };
  });

const heartbeat = ({ heartbeat }: CreditRecordActs) =>
  httpHandler(heartbeatSource, async (request) => {
    const { caller, params, body, moment } = request;
    const asked = {
      ...askedOnce(heartbeatSource.id, request),
      tell: (taken: HeartbeatTaken): Answer => ({ status: 200, body: taken }),
    };
    const answered = await heartbeat(caller, { ...params, ...body }, asked, moment);
    return { status: 200, body: answered.answer.body as HeartbeatTaken, headers: replayedHeaders(answered) };
  });

const reconciliation = ({ reconcile }: CreditRecordActs) => [
  httpHandler(reconcileRecords, async ({ caller, query: { day, cursor }, moment }) => {
    const { counts, ...told } = await reconcile.sum(caller, day ?? moment.on, cursor);
    return { status: 200, body: { ...told, counts: [...counts] } };
  }),
  httpHandler(listReconciliationEntries, async ({ caller, query: { day, cursor }, moment }) => {
    const { entries, ...told } = await reconcile.list(caller, day ?? moment.on, cursor);
    return { status: 200, body: { ...told, entries: [...entries] } };
  }),
];

export const createHandler = (acts: CreditRecordActs) =>
  surfaceHandler([
    publish(acts),
    succession(acts),
    heartbeat(acts),
    ...reconciliation(acts),
    ...stepHandlers(acts),
  ]);
