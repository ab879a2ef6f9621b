import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Answered, Asked } from './answer-once.ts';
import type { ChangeRecord, RecordFile, RecordStep, StepRequest } from './change-record.ts';

/** Decides a step on a record by its file, or that there is nothing to be written; throws where it may not be taken. */
type Decide<Input> = (
  caller: Caller,
  file: RecordFile,
  input: Input,
  moment: Moment,
) => RecordStep | undefined;

/** The act that takes a step in the life of a record. */
export const recordAct =
  <Input>(decide: Decide<Input>) =>
  ({ changeRecord }: { readonly changeRecord: ChangeRecord }) =>
  (
    caller: Caller,
    request: StepRequest & Input,
    asked: Asked<RecordFile>,
    moment: Moment,
  ): Promise<Answered> =>
    changeRecord(request, (file) => decide(caller, file, request, moment), asked, moment);
