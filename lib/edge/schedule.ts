import type { Context } from 'aws-lambda';
import type { Moment } from '../domain/time/instant.ts';
import { momentNow } from './clock.ts';
import { logFault } from './faults.ts';
import { tracedAs } from './trace.ts';

/** The Lambda handler of a schedule: runs with the clock of the moment. A run that fails is told, and comes again. */
export function scheduleHandler<Done>(name: string, run: (moment: Moment) => Promise<Done>) {
  return (_event?: unknown, { awsRequestId }: Partial<Context> = {}): Promise<Done> =>
    tracedAs(awsRequestId === undefined ? {} : { requestId: awsRequestId }, async () => {
      try {
        return await run(momentNow());
      } catch (error) {
        logFault(error, { schedule: name });
        throw error;
      }
    });
}
