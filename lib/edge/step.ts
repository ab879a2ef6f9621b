import type { Context } from 'aws-lambda';
import { logFault } from './faults.ts';
import { tracedAs } from './trace.ts';

interface AskedStep {
  readonly import: string;
  readonly chunk?: number;
  readonly round?: number;
}

/** Which import, and which part of it: ids that tell of nobody. */
const placeOf = ({ import: id, chunk, round }: AskedStep): Readonly<Record<string, string>> => ({
  import: id,
  ...(chunk !== undefined && { chunk: String(chunk) }),
  ...(round !== undefined && { round: String(round) }),
});

/** The Lambda handler of a step of a state machine. One that fails is told, and is tried again by the machine. */
export const stepHandler =
  <Asked extends AskedStep, Done>(name: string, run: (asked: Asked) => Promise<Done>) =>
  (asked: Asked, { awsRequestId }: Partial<Context> = {}): Promise<Done> =>
    tracedAs(awsRequestId === undefined ? {} : { requestId: awsRequestId }, async () => {
      try {
        return await run(asked);
      } catch (error) {
        logFault(error, { step: name, ...placeOf(asked) });
        throw error;
      }
    });
