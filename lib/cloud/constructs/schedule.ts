import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule as Times } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ScheduleFunctionName } from '../schedule-rights.ts';
import { Handler, type HandlerProps } from './handler.ts';
import { SetAside } from './set-aside.ts';

export interface ScheduleProps extends HandlerProps {
  readonly folder: ScheduleFunctionName;
  readonly minutes: number;
}

/** Runs a function again and again. What it does can be done twice, and what one run misses the next one does. */
export class Schedule extends Construct {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const { lambda } = new Handler(this, 'Handler', props);
    new Rule(this, 'Rule', {
      schedule: Times.rate(Duration.minutes(props.minutes)),
      targets: [
        new LambdaFunction(lambda, { retryAttempts: 2, deadLetterQueue: new SetAside(this, 'SetAside') }),
      ],
    });
  }
}
