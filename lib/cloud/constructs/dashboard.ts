import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  Color,
  GraphWidget,
  type GraphWidgetProps,
  type IAlarm,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { type CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Bilingual } from '../../domain/standard/provenance.ts';
import { type DividedMetric, type MetricName, metricTable } from '../../edge/metric-table.ts';
import { metricTexts } from '../../edge/metric-texts.ts';
import type { UnitPrices } from '../watching/foretold-cost.ts';
import { ownMetric, searchFor } from '../watching/own-metric.ts';
import { type Threshold, thresholds, type Watched } from '../watching/thresholds.ts';
import { costOf, type Measured, requestsOf, watchedMetrics } from '../watching/watched-metrics.ts';

export interface DashboardProps {
  /** Whose queues are shown: all of them, whatever is added. */
  readonly over: Construct;
  readonly measured: Measured;
  readonly prices: UnitPrices;
  readonly alarms: readonly IAlarm[];
}

const rows = {
  filings: { zh: '办件', en: 'Filings' },
  lookups: { zh: '信用查询', en: 'Look-ups' },
  sources: { zh: '信息来源与日历', en: 'Sources and calendar' },
  changes: { zh: '变更与导入', en: 'Changes and imports' },
  service: { zh: '服务', en: 'Service' },
  cost: { zh: '费用', en: 'Cost' },
} as const satisfies Readonly<Record<string, Bilingual>>;
type Row = keyof typeof rows;

/** Where each metric is shown, and as what of a period; one that is added has to be given its place. */
const shown = {
  FilingsOverdue: { row: 'filings', statistic: Stats.MAXIMUM },
  TasksOverdue: { row: 'filings', statistic: Stats.MAXIMUM },
  LookupsClear: { row: 'lookups', statistic: Stats.SUM },
  LookupsHit: { row: 'lookups', statistic: Stats.SUM },
  LookupsUnknown: { row: 'lookups', statistic: Stats.SUM },
  LookupMilliseconds: { row: 'lookups', statistic: Stats.p(50) },
  LookupAlarms: { row: 'lookups', statistic: Stats.SUM },
  SourcesStale: { row: 'sources', statistic: Stats.MAXIMUM },
  CalendarMissing: { row: 'sources', statistic: Stats.MAXIMUM },
  ChangesFailed: { row: 'changes', statistic: Stats.SUM },
  ChangesSetAside: { row: 'changes', statistic: Stats.SUM },
  Answers5xx: { row: 'service', statistic: Stats.SUM },
} as const satisfies Readonly<Record<MetricName, { readonly row: Row; readonly statistic: string }>>;

const alsoWatched = {
  UnknownShare: 'lookups',
  SlowLookups: 'lookups',
  ImportsFailed: 'changes',
  ProjectionLag: 'changes',
  TableThrottles: 'service',
  HourlyCost: 'cost',
} as const satisfies Partial<Record<Watched, Row>>;

const FIVE = Duration.minutes(5);
const HOUR = Duration.hours(1);
const PER_ROW = 4;
/** CloudWatch shows no more in one widget. */
const MOST_ALARMS = 100;

const both = ({ zh, en }: Bilingual): string => `${zh} ${en}`;
const isDivided = (name: MetricName): name is DividedMetric => 'by' in metricTable[name];

/** What is watched, in the words of the product: a row for each part of it. It has no name of its own, so that stages do not collide. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { alarms, measured, prices } = props;
    const limits = thresholds(prices);
    const watched = watchedMetrics(measured, prices);
    const own = (Object.keys(shown) as MetricName[]).map((name) => ({
      row: shown[name].row,
      widget: this.widgetOf(name, measured, limits),
    }));
    const also = Object.entries(alsoWatched).map(([name, row]) => {
      const limit = limits[name as Watched];
      const period = Duration.minutes(limit.minutes);
      return { row, widget: graph(limit.says, [watched[name as Watched](period)], limit) };
    });
    const rest = [
      { row: 'service', widget: this.requests(measured) },
      { row: 'service', widget: this.turnedAway(props.over) },
      { row: 'changes', widget: this.queues(props.over) },
      { row: 'cost', widget: this.costs(measured, prices) },
    ];
    const inRow = (row: string): IWidget[] =>
      [...own, ...also, ...rest].filter((each) => each.row === row).map(({ widget }) => widget);
    new CloudWatchDashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(1),
      widgets: [
        [new TextWidget({ markdown: HEAD, width: 24, height: 2 })],
        [
          new AlarmStatusWidget({
            title: '告警 Alarms',
            alarms: alarms.slice(0, MOST_ALARMS),
            width: 24,
            height: 7,
          }),
        ],
        ...(Object.keys(rows) as Row[]).flatMap((row) => [
          [new TextWidget({ markdown: `## ${both(rows[row])}`, width: 24, height: 1 })],
          ...inLines(inRow(row)),
        ]),
      ],
    });
  }

  private widgetOf(
    name: MetricName,
    { service }: Measured,
    limits: Readonly<Record<Watched, Threshold>>,
  ): IWidget {
    const shownAs = { service, statistic: shown[name].statistic, period: FIVE };
    const metric = isDivided(name)
      ? new MathExpression({
          expression: searchFor(name, shownAs),
          label: '',
          usingMetrics: {},
          period: FIVE,
        })
      : ownMetric(name, shownAs);
    return graph(metricTexts[name].says, [metric], name in limits ? limits[name as Watched] : undefined);
  }

  private requests({ apiId }: Measured): IWidget {
    const of = (metricName: string, statistic: string): Metric =>
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        dimensionsMap: { ApiId: apiId },
        statistic,
        period: FIVE,
      });
    return graph({ zh: '请求', en: 'Requests' }, [
      requestsOf({ apiId }, FIVE),
      of('4xx', Stats.SUM),
      of('5xx', Stats.SUM),
    ]);
  }

  /** Functions that have concurrency of their own, which can be used up. */
  private turnedAway(over: Construct): IWidget {
    const throttles = over.node
      .findAll()
      .filter((found): found is LambdaFunction => found instanceof LambdaFunction)
      .filter(({ node }) => (node.defaultChild as CfnFunction).reservedConcurrentExecutions !== undefined)
      .map((lambda) => lambda.metricThrottles({ label: lambda.node.path.split('/')[1] ?? '', period: FIVE }));
    return graph({ zh: '函数限流', en: 'Throttles of functions' }, throttles);
  }

  private queues(over: Construct): IWidget {
    const waiting = over.node
      .findAll()
      .filter((found): found is Queue => found instanceof Queue)
      .map((queue) =>
        queue.metricApproximateNumberOfMessagesVisible({
          label: queue.node.path.split('/').slice(1, -1).join('/'),
          statistic: Stats.MAXIMUM,
          period: FIVE,
        }),
      );
    return graph({ zh: '搁置待处理', en: 'Set aside and waiting' }, waiting);
  }

  private costs(measured: Measured, prices: UnitPrices): IWidget {
    const { tables, gateway, lookups } = costOf(measured, prices, HOUR);
    return graph(
      { zh: `每小时费用构成（${prices.currency}）`, en: 'Parts of an hour’s cost' },
      [tables, gateway, lookups],
      undefined,
      {
        stacked: true,
      },
    );
  }
}

const HEAD = `# 同标 Tongbiao
每一项说什么、超限怎么办，见 docs/monitoring.md。What each says, and what to do about it: docs/monitoring.md. 哪一部分降级 which part is degraded: GET /v1/health`;

function graph(
  says: Bilingual,
  left: readonly IMetric[],
  limit?: Threshold,
  extra: Partial<GraphWidgetProps> = {},
): IWidget {
  return new GraphWidget({
    title: both(says),
    left: [...left],
    width: 24 / PER_ROW,
    height: 6,
    leftYAxis: { min: 0, showUnits: false },
    ...(limit !== undefined && {
      leftAnnotations: [{ value: limit.above, color: Color.RED, label: '告警 alarm' }],
    }),
    ...extra,
  });
}

/** A row of the grid is as wide as four. */
const inLines = (widgets: readonly IWidget[]): IWidget[][] =>
  Array.from({ length: Math.ceil(widgets.length / PER_ROW) }, (_, line) =>
    widgets.slice(line * PER_ROW, (line + 1) * PER_ROW),
  );
