import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule as Times } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ScheduleFunctionName } from '../rights.ts';
import { Handler, type HandlerProps } from './handler.ts';

export interface ScheduleProps extends HandlerProps {
  readonly folder: ScheduleFunctionName;
  /** The minute of every hour at which it runs. */
  readonly minute: number;
}

/**
 * Runs a function every hour. What it does it may do twice or an hour late: nothing that is read is decided by it, so a
 * run that is lost is made up for by the next.
 */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, { minute, ...props }: ScheduleProps) {
    super(scope, id);
    const { lambda } = new Handler(this, 'Handler', props);
    new Rule(this, 'EveryHour', {
      description: `Runs functions/${props.folder}`,
      schedule: Times.cron({ minute: String(minute) }),
      targets: [new LambdaFunction(lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(30) })],
    });
  }
}
