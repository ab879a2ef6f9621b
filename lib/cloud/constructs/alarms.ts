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
import { Construct } from 'constructs';
import type { UnitPrices } from '../watching/foretold-cost.ts';
import { type Threshold, thresholds, watched } from '../watching/thresholds.ts';
import { type Measured, watchedMetrics } from '../watching/watched-metrics.ts';
import { SetAside } from './set-aside.ts';

export interface AlarmsProps {
  /** Whose functions and queues are watched: all of them, whatever is added. */
  readonly over: Construct;
  readonly measured: Measured;
  readonly prices: UnitPrices;
  /** ARN of the topic that is told. @default nobody is told, and the alarms are seen in the console */
  readonly target?: string | undefined;
}

const PERIOD = Duration.minutes(5);

/** CloudWatch takes no more of a description. */
const LONGEST = 1_024;

function described({ says, because, act }: Threshold): string {
  const text = `${says.zh} ${says.en}. ${because.en} ${act.en} ${because.zh} ${act.zh}`;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Says when something failed, was set aside, was turned away, or is not as the product promises. */
export class Alarms extends Construct {
  private readonly action: SnsAction | undefined;
  /** Those in the words of the product first. */
  readonly all: Alarm[] = [];

  constructor(scope: Construct, id: string, { over, measured, prices, target }: AlarmsProps) {
    super(scope, id);
    this.action =
      target === undefined ? undefined : new SnsAction(Topic.fromTopicArn(this, 'Target', target));
    const limits = thresholds(prices);
    const metrics = watchedMetrics(measured, prices);
    for (const each of watched) {
      const limit = limits[each];
      this.alarm(each, metrics[each](Duration.minutes(limit.minutes)), described(limit), limit);
    }
    this.watchApi(measured.apiId);
    for (const found of over.node.findAll()) {
      if (found instanceof LambdaFunction) this.watchFunction(found);
      if (found instanceof SetAside) this.watchQueue(found);
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

  private watchQueue(queue: SetAside): void {
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
    this.alarm(`${at}-Waiting`, waiting, queue.says);
  }

  private alarm(id: string, metric: IMetric, alarmDescription: string, limit?: Threshold): void {
    const alarm = new Alarm(this, id, {
      alarmDescription,
      metric,
      /* Where no limit is said, one is too many. */
      threshold: limit?.above ?? 1,
      evaluationPeriods: limit?.periods ?? 1,
      comparisonOperator:
        limit === undefined
          ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.action !== undefined) alarm.addAlarmAction(this.action);
    this.all.push(alarm);
  }
}
