import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { TableName } from '../right.ts';
import type { StreamFunctionName } from '../rights.ts';
import { Handler, type HandlerProps } from './handler.ts';
import { SetAside } from './set-aside.ts';

/** Changes of a table that a function is called for. */
export interface TakenChanges {
  /** Beginning of the partition keys. */
  readonly under: string;
  /** Beginnings of the sort keys, one of which it has. @default any */
  readonly sort?: string | readonly [string, ...string[]];
  /** New items, or also those that replace one. @default ['INSERT'] */
  readonly events?: readonly ('INSERT' | 'MODIFY')[];
}

export interface ProjectionProps extends HandlerProps {
  readonly folder: StreamFunctionName;
  readonly table: TableName;
  /** What the function is called for; its own writes must lie outside. */
  readonly takes: readonly TakenChanges[];
}

const startsWith = (...beginnings: readonly string[]) => ({ S: beginnings.flatMap(FilterRule.beginsWith) });

const filterOf = ({ under, sort, events = ['INSERT'] }: TakenChanges) =>
  FilterCriteria.filter({
    eventName: FilterRule.or(...events),
    dynamodb: {
      Keys: { pk: startsWith(under), ...(sort !== undefined && { sk: startsWith(...[sort].flat()) }) },
    },
  });

/**
 * Feeds what is new in a table to a function. What keeps failing is split until the one bad change is alone, tried
 * a bounded number of times and set aside, so that it never holds up those behind it.
 */
export class Projection extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, props: ProjectionProps) {
    super(scope, id);
    const setAside = new SetAside(this, 'SetAside');
    const setsAside = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [setAside.queueArn] });
    const takesUpAgain = new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [setAside.queueArn],
    });
    const also = [...(props.also ?? []), setsAside, takesUpAgain];
    const { lambda } = new Handler(this, 'Handler', { ...props, also });
    this.lambda = lambda;
    lambda.addEventSourceMapping('Changes', {
      eventSourceArn: props.state.tables.streamArnOf(props.table),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      // What is set aside is a place in the stream, which forgets after 24 hours: time is left to send it again.
      maxRecordAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: setAside.queueArn }) },
      filters: props.takes.map(filterOf),
    });
    /* A queue's own redrive is not to be had in China regions: the function takes up what it set aside itself. */
    const again = lambda.addEventSourceMapping('Again', {
      eventSourceArn: setAside.queueArn,
      batchSize: 1,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    Validations.of(again).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'A mapping of a queue has no such destination: what fails goes back to the queue it came from.',
    });
  }
}
