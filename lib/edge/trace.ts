import { AsyncLocalStorage } from 'node:async_hooks';

/** What every line of a log says of where it was written. Nothing else of a request is ever logged. */
export interface Trace {
  /** As API Gateway names it, with placeholders. */
  readonly route?: string;
  /** The gateway's, which the problem document tells too; of a stream or schedule that of the invocation. */
  readonly requestId?: string;
  readonly traceId?: string;
}

const current = new AsyncLocalStorage<Trace>();

/** Runs something so that whatever it logs, however deep, says where. */
export const tracedAs = <Done>(trace: Trace, run: () => Done): Done => current.run(trace, run);

export const traceNow = (): Trace => current.getStore() ?? {};

/** W3C Trace Context, version 00, of which an id of zeros alone is none. Both forms are exact: what a caller wrote around them is dropped. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const AMAZON = /(?:^|;)Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)/;

/** The trace a caller is in already, if it says so well, or the one that the gateway began. */
export function traceIdOf(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = TRACEPARENT.exec(headers.traceparent ?? '');
  return (given ?? AMAZON.exec(headers['x-amzn-trace-id'] ?? ''))?.[1];
}
