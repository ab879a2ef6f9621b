import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StreamFunctionName, TableName } from '../rights.ts';
import { Handler, type HandlerProps } from './handler.ts';
import { SetAside } from './set-aside.ts';

export interface ProjectionProps extends HandlerProps {
  readonly folder: StreamFunctionName;
  readonly table: TableName;
  /** Beginning of the partition keys whose new items are projected; the function's own writes must lie outside. */
  readonly under: string;
}

/**
 * Feeds the new items of a table to a function. What keeps failing is split until the one bad change is alone, tried
 * a bounded number of times and set aside, so that it never holds up those behind it.
 */
export class Projection extends Construct {
  constructor(scope: Construct, id: string, props: ProjectionProps) {
    super(scope, id);
    const setAside = new SetAside(this, 'SetAside');
    const setsAside = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [setAside.queueArn] });
    const { lambda } = new Handler(this, 'Handler', { ...props, also: [setsAside] });
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
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(props.under) } } },
        }),
      ],
    });
  }
}
