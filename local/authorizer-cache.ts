import type { APIGatewayRequestAuthorizerEventV2, Context } from 'aws-lambda';

/** The simple response of an authorizer of payload format 2.0. */
export interface Authorization {
  readonly isAuthorized: boolean;
  readonly context?: Readonly<Record<string, unknown>> | undefined;
}

export type Authorizer = (
  event: APIGatewayRequestAuthorizerEventV2,
  context: Context,
) => Promise<Authorization>;

const KEPT_MS = 300_000;
const MOST_KEPT = 1_000;

interface Kept {
  readonly until: number;
  readonly answer: Promise<Authorization>;
}

/**
 * Asks the authorizer once per token and keeps its answer for 300 seconds, yes or no, as the gateway in the cloud
 * does. What it throws is not kept.
 */
export function cachedAuthorizer(now: () => number = Date.now) {
  const kept = new Map<string, Kept>();
  return (identity: string, ask: () => Promise<Authorization>): Promise<Authorization> => {
    const known = kept.get(identity);
    if (known !== undefined && known.until > now()) return known.answer;
    const answer = ask();
    kept.delete(identity);
    kept.set(identity, { until: now() + KEPT_MS, answer });
    answer.catch(() => kept.delete(identity));
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
