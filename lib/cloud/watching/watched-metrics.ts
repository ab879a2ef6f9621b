import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { TableName } from '../right.ts';
import type { UnitPrices } from './foretold-cost.ts';
import { ownMetric, partOfMetric } from './own-metric.ts';
import type { Watched } from './thresholds.ts';

/** Names of what a deployment is made of, by which AWS counts it. */
export interface Measured {
  /** As functions call themselves. */
  readonly service: string;
  readonly apiId: string;
  readonly tables: Readonly<Record<TableName, { readonly tableName: string }>>;
  readonly lookup: { readonly lambda: IFunction; readonly memoryMiB: number };
  readonly streams: readonly IFunction[];
  /** ARN of the state machine of imports. */
  readonly importMachine: string;
}

const TABLES = ['filings', 'credit', 'lookupLog'] as const satisfies readonly TableName[];

/** Fewer subjects than these in a period tell nothing of a share. */
const FEWEST_SUBJECTS = 20;

const ofTable = (tableName: string, metricName: string, period: Duration): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: tableName },
    statistic: Stats.SUM,
    period,
  });

/** A metric of every table, by an id that metric math takes: `rfilings`. */
const ofTables = (
  { tables }: Measured,
  letter: string,
  metricName: string,
  period: Duration,
): Readonly<Record<string, IMetric>> =>
  Object.fromEntries(
    TABLES.map((table) => [`${letter}${table}`, ofTable(tables[table].tableName, metricName, period)]),
  );

/** What is not told of a period was nothing. */
const sum = (metrics: Readonly<Record<string, IMetric>>): string =>
  Object.keys(metrics)
    .map((id) => `FILL(${id}, 0)`)
    .join(' + ');

export const requestsOf = ({ apiId }: Pick<Measured, 'apiId'>, period: Duration): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName: 'Count',
    dimensionsMap: { ApiId: apiId },
    statistic: Stats.SUM,
    period,
  });

/** A number as metric math reads it: it knows no exponents. */
const plain = (value: number): string => value.toFixed(15).replace(/\.?0+$/, '');

/**
 * What was used, times its price. Units of the tables' indexes and signatures are left out: an alarm takes ten metrics, and those
 * are a hundredth of the foretold day.
 */
export function costOf(measured: Measured, prices: UnitPrices, period: Duration) {
  const reads = ofTables(measured, 'r', 'ConsumedReadCapacityUnits', period);
  const writes = ofTables(measured, 'w', 'ConsumedWriteCapacityUnits', period);
  const { lambda, memoryMiB } = measured.lookup;
  const duration = lambda.metricDuration({ statistic: Stats.SUM, period });
  const perMs = (prices.gibSecond * memoryMiB) / 1_024 / 1_000;
  const parts = {
    tables: `(${sum(reads)}) * ${plain(prices.readUnit)} + (${sum(writes)}) * ${plain(prices.writeUnit)}`,
    gateway: `FILL(requests, 0) * ${plain(prices.request)}`,
    lookups: `FILL(duration, 0) * ${plain(perMs)}`,
  };
  const requests = requestsOf(measured, period);
  const expressionOf = (label: string, expression: string, usingMetrics: Record<string, IMetric>) =>
    new MathExpression({ expression, label, usingMetrics, period });
  return {
    whole: expressionOf(`${prices.told}`, Object.values(parts).join(' + '), {
      ...reads,
      ...writes,
      requests,
      duration,
    }),
    tables: expressionOf('数据表 tables', parts.tables, { ...reads, ...writes }),
    gateway: expressionOf('请求与日志 requests, logs', parts.gateway, { requests }),
    lookups: expressionOf('查询函数 look-up function', parts.lookups, { duration }),
  };
}

/** The series behind each alarm. */
export const watchedMetrics = (measured: Measured, prices: UnitPrices) =>
  ({
    FilingsOverdue: (period) => own('FilingsOverdue', Stats.MAXIMUM, measured, period),
    UnknownShare: (period) =>
      new MathExpression({
        expression: `IF(clear + hit + unknown >= ${FEWEST_SUBJECTS}, 100 * unknown / (clear + hit + unknown), 0)`,
        label: '“未知” unknown, %',
        usingMetrics: {
          clear: own('LookupsClear', Stats.SUM, measured, period),
          hit: own('LookupsHit', Stats.SUM, measured, period),
          unknown: own('LookupsUnknown', Stats.SUM, measured, period),
        },
        period,
      }),
    SlowLookups: (period) => own('LookupMilliseconds', Stats.p(99), measured, period),
    QuotaExceeded: (period) => alarmsOf('quota-exceeded', measured, period),
    SequentialNumbers: (period) => alarmsOf('sequential-numbers', measured, period),
    EntryAfterSeal: (period) => alarmsOf('entry-after-seal', measured, period),
    SourcesStale: (period) => own('SourcesStale', Stats.MAXIMUM, measured, period),
    CalendarMissing: (period) => own('CalendarMissing', Stats.MAXIMUM, measured, period),
    ImportsFailed: (period) => {
      const of = (metricName: string) =>
        new Metric({
          namespace: 'AWS/States',
          metricName,
          dimensionsMap: { StateMachineArn: measured.importMachine },
          statistic: Stats.SUM,
          period,
        });
      const usingMetrics = {
        failed: of('ExecutionsFailed'),
        timedOut: of('ExecutionsTimedOut'),
        aborted: of('ExecutionsAborted'),
      };
      return new MathExpression({
        expression: sum(usingMetrics),
        label: '导入 imports',
        usingMetrics,
        period,
      });
    },
    ProjectionLag: (period) => {
      const ages = measured.streams.map((lambda, index): [string, IMetric] => [
        `s${index}`,
        lambda.metric('IteratorAge', { statistic: Stats.MAXIMUM, period }),
      ]);
      return new MathExpression({
        expression: `MAX([${ages.map(([id]) => `FILL(${id}, 0)`).join(', ')}])`,
        label: '滞后 lag',
        usingMetrics: Object.fromEntries(ages),
        period,
      });
    },
    TableThrottles: (period) => {
      const usingMetrics = {
        ...ofTables(measured, 'r', 'ReadThrottleEvents', period),
        ...ofTables(measured, 'w', 'WriteThrottleEvents', period),
      };
      const label = '限流 throttles';
      return new MathExpression({ expression: sum(usingMetrics), label, usingMetrics, period });
    },
    HourlyCost: (period) => costOf(measured, prices, period).whole,
  }) as const satisfies Record<Watched, (period: Duration) => IMetric>;

const own = (
  name: Parameters<typeof ownMetric>[0],
  statistic: string,
  { service }: Measured,
  period: Duration,
): Metric => ownMetric(name, { service, statistic, period });

const alarmsOf = (kind: string, { service }: Measured, period: Duration): Metric =>
  partOfMetric('LookupAlarms', kind, { service, statistic: Stats.SUM, period });

export const minutes = (count: number): Duration => Duration.minutes(count);
