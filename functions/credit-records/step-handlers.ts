import type { AnnulRecord } from '../../lib/acts/annul-record.ts';
import type { Answered, Asked } from '../../lib/acts/answer-once.ts';
import type { RecordFile } from '../../lib/acts/change-record.ts';
import type { CorrectRecord } from '../../lib/acts/correct-record.ts';
import type { DisputeRecord } from '../../lib/acts/dispute-record.ts';
import type { ReadRecord } from '../../lib/acts/read-record.ts';
import { standpointOf } from '../../lib/acts/record-rights.ts';
import type { RepairRecord } from '../../lib/acts/repair-record.ts';
import type { ShieldRecord } from '../../lib/acts/shield-record.ts';
import {
  annulRecord,
  correctRecord,
  disputeRecord,
  getRecord,
  repairRecord,
  shieldRecord,
} from '../../lib/contract/record-steps.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentRecordFile, type RecordFileBody } from './present-record.ts';

export interface RecordStepActs {
  readonly read: ReadRecord;
  readonly annul: AnnulRecord;
  readonly correct: CorrectRecord;
  readonly dispute: DisputeRecord;
  readonly repair: RepairRecord;
  readonly shield: ShieldRecord;
}

interface StepAsked {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly params: { readonly id: string };
  readonly body: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

const targetOf = ({ params, ifMatch }: StepAsked) => ({
  record: params.id,
  expectedVersion: ifMatch === undefined ? undefined : Number(ifMatch),
});

/** An authority that disputes for the subject is told of its own dispute; the record's history is not its matter. */
function told(file: RecordFile, caller: Caller): RecordFile {
  const standpoint = standpointOf(caller, file);
  if (standpoint.as !== 'other-authority') return file;
  const own = file.disputes.filter(({ raisedBy }) => raisedBy.authority === standpoint.authority.id);
  return { ...file, versions: [], repairs: [], disputes: own };
}

const askedBy = (routeId: string, request: StepAsked): Asked<RecordFile> => ({
  ...askedOnce(routeId, request),
  tell: (file) => ({ status: 200, body: presentRecordFile(told(file, request.caller), request.moment.on) }),
});

function answerOf(answered: Answered) {
  const body = answered.answer.body as RecordFileBody;
  const headers = { etag: `"${body.version}"`, ...replayedHeaders(answered) };
  return { status: 200 as const, body, headers };
}

/** The steps in the life of a record after its publication. */
export const stepHandlers = ({ read, annul, correct, dispute, repair, shield }: RecordStepActs) => [
  httpHandler(getRecord, async ({ caller, params, moment }) => {
    const body = presentRecordFile(await read(caller, params.id), moment.on);
    return { status: 200, body, headers: { etag: `"${body.version}"` } };
  }),
  httpHandler(annulRecord, async (request) => {
    const { caller, body, moment } = request;
    const asked = askedBy(annulRecord.id, request);
    return answerOf(await annul(caller, { ...targetOf(request), annulment: body }, asked, moment));
  }),
  httpHandler(correctRecord, async (request) => {
    const { caller, body, moment } = request;
    const asked = askedBy(correctRecord.id, request);
    return answerOf(await correct(caller, { ...targetOf(request), correction: body }, asked, moment));
  }),
  httpHandler(disputeRecord, async (request) => {
    const { caller, body, moment } = request;
    const asked = askedBy(disputeRecord.id, request);
    return answerOf(await dispute(caller, { ...targetOf(request), act: body }, asked, moment));
  }),
  httpHandler(repairRecord, async (request) => {
    const { caller, body, moment } = request;
    const asked = askedBy(repairRecord.id, request);
    return answerOf(await repair(caller, { ...targetOf(request), act: body }, asked, moment));
  }),
  httpHandler(shieldRecord, async (request) => {
    const { caller, body, moment } = request;
    const asked = askedBy(shieldRecord.id, request);
    return answerOf(await shield(caller, { ...targetOf(request), act: body }, asked, moment));
  }),
];
