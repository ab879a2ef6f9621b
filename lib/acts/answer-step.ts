import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';

type Attempt<Request, Result> = (
  request: Request,
  caller: Caller,
  moment: Moment,
  undertaking: Undertaking<Result>,
) => Promise<Result>;

/** How one that was overtaken is taken up again (`outrun-races.ts`). */
type Outrun = <Result>(attempt: () => Promise<Result>) => Promise<Result>;

const onlyOnce: Outrun = (attempt) => attempt();

/**
 * The act that takes a step: answered once for its key, and started over where others were quicker.
 *
 * @param outrun left out where whoever was overtaken is told so.
 */
export const answeringStep =
  <Request, Result>(
    { requests, writeAll }: { readonly requests: RequestStore; readonly writeAll: WriteAll },
    attempt: Attempt<Request, Result>,
    outrun: Outrun = onlyOnce,
  ) =>
  (caller: Caller, request: Request, asked: Asked<Result>, moment: Moment): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, (undertaking) =>
      outrun(() => attempt(request, caller, moment, undertaking)),
    );
