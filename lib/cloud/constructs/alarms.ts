import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export interface AlarmsProps {
  /** Whose functions and queues are watched: all of them, whatever is added. */
  readonly over: Construct;
  readonly apiId: string;
  /** ARN of the topic that is told. @default nobody is told, and the alarms are seen in the console */
  readonly target?: string | undefined;
}

const PERIOD = Duration.minutes(5);

/** Says when something failed, was set aside, or was turned away. */
export class Alarms extends Construct {
  private readonly action: SnsAction | undefined;

  constructor(scope: Construct, id: string, { over, apiId, target }: AlarmsProps) {
    super(scope, id);
    this.action =
      target === undefined ? undefined : new SnsAction(Topic.fromTopicArn(this, 'Target', target));
    this.watchApi(apiId);
    for (const found of over.node.findAll()) {
      if (found instanceof LambdaFunction) this.watchFunction(found);
      if (found instanceof Queue) this.watchQueue(found);
      if (found instanceof CfnStateMachine) this.watchMachine(found);
    }
  }

  private watchApi(apiId: string): void {
    const metric = new Metric({
      namespace: 'AWS/ApiGateway',
      metricName: '5xx',
      dimensionsMap: { ApiId: apiId },
      statistic: Stats.SUM,
      period: PERIOD,
    });
    this.alarm('Answers5xx', metric, 'Requests were answered 5xx');
  }

  private watchFunction(lambda: LambdaFunction): void {
    const at = lambda.node.path.split('/').slice(1, -1).join('-');
    const resource = lambda.node.defaultChild as CfnFunction;
    this.alarm(`${at}-Errors`, lambda.metricErrors({ period: PERIOD }), `${resource.description} failed`);
    if (resource.reservedConcurrentExecutions !== undefined)
      this.alarm(
        `${at}-Throttles`,
        lambda.metricThrottles({ period: PERIOD }),
        `${resource.description} was asked for more than is reserved for it`,
      );
  }

  private watchMachine(machine: CfnStateMachine): void {
    const at = machine.node.path.split('/').slice(1, -1).join('-');
    const of = (metricName: string) =>
      new Metric({
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: machine.ref },
        statistic: Stats.SUM,
        period: PERIOD,
      });
    const ended = new MathExpression({
      expression: 'failed + timedOut + aborted',
      usingMetrics: {
        failed: of('ExecutionsFailed'),
        timedOut: of('ExecutionsTimedOut'),
        aborted: of('ExecutionsAborted'),
      },
      period: PERIOD,
    });
    this.alarm(
      `${at}-Failed`,
      ended,
      'An import came to no end: redrive its execution once the cause is gone',
    );
  }

  private watchQueue(queue: Queue): void {
    const at = queue.node.path.split('/').slice(1).join('-');
    const most = { period: PERIOD, statistic: Stats.MAXIMUM };
    /* What waits to be tried again is out of sight, and still undone. */
    const waiting = new MathExpression({
      expression: 'seen + unseen',
      usingMetrics: {
        seen: queue.metricApproximateNumberOfMessagesVisible(most),
        unseen: queue.metricApproximateNumberOfMessagesNotVisible(most),
      },
      period: PERIOD,
    });
    this.alarm(`${at}-Waiting`, waiting, 'A change was set aside: it has to be looked at and sent again');
  }

  private alarm(id: string, metric: IMetric, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.action !== undefined) alarm.addAlarmAction(this.action);
  }
}
