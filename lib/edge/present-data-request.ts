import type { decideDataRequest } from '../contract/data-requests.ts';
import type { DataRequest } from '../domain/subject/data-request.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { ResponseOf } from './http.ts';

export type DataRequestBody = ResponseOf<typeof decideDataRequest>['body'];

/**
 * A request about somebody's data, to themself or to who answers it: the key of whom it is about is not told. What was
 * said is left out of answers that are kept.
 */
export function presentDataRequest(
  { id, version, kind, about, jurisdiction, askedAt, due, decision }: DataRequest,
  words: { readonly what?: string; readonly why?: string },
  on: PlainDate,
): DataRequestBody {
  return {
    id,
    version,
    kind,
    about,
    jurisdiction,
    ...words,
    askedAt,
    answerBy: { ...due, overdue: decision === undefined && on > due.dueOn },
    ...(decision && {
      decision: {
        outcome: decision.outcome,
        ground: decision.ground,
        article: { law: decision.article.law, article: decision.article.article },
        reason: decision.reason,
        authority: decision.authority,
        at: decision.at,
      },
    }),
  };
}
