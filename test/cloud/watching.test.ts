import { expect, test } from 'vitest';
import { readUnitPrices } from '../../lib/cloud/watching/foretold-cost.ts';
import { metricTable } from '../../lib/edge/metric-table.ts';
import { metricTexts } from '../../lib/edge/metric-texts.ts';
import { deploy, ofType, only, type Resource, resourcesOf } from './synthesised.ts';

const resources = resourcesOf(deploy().service);

interface AlarmProperties {
  readonly MetricName?: string;
  readonly ExtendedStatistic?: string;
  readonly Period?: number;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: { readonly Period: number; readonly Metric: { readonly MetricName: string } };
  }[];
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly ComparisonOperator: string;
  readonly TreatMissingData: string;
  readonly AlarmDescription: string;
}
const propertiesOf = ({ Properties }: Resource) => Properties as unknown as AlarmProperties;

/** Alarms by the id they are made under, without what CDK adds. */
const alarms = new Map(
  ofType(resources, 'AWS::CloudWatch::Alarm').map(([id, alarm]) => [
    /^Alarms(.*?)[0-9A-F]{8}$/.exec(id)?.[1] ?? id,
    propertiesOf(alarm),
  ]),
);
const alarm = (id: string): AlarmProperties => {
  const found = alarms.get(id);
  if (found === undefined) throw new Error(`No alarm ${id}`);
  return found;
};

test.each<[string, string, number, number, number]>([
  ['FilingsOverdue', 'FilingsOverdue', 0, 86_400, 1],
  ['SlowLookups', 'LookupMilliseconds', 1_500, 300, 3],
  ['QuotaExceeded', 'LookupAlarms', 0, 300, 1],
  ['SequentialNumbers', 'LookupAlarms', 0, 300, 1],
  ['EntryAfterSeal', 'LookupAlarms', 0, 300, 1],
  ['SourcesStale', 'SourcesStale', 0, 1_800, 1],
  ['CalendarMissing', 'CalendarMissing', 0, 86_400, 1],
])('%s watches %s: more than %i in %i s, %i times in a row', (id, metric, above, period, periods) => {
  expect(alarm(id)).toMatchObject({
    Namespace: 'Tongbiao',
    MetricName: metric,
    Threshold: above,
    Period: period,
    EvaluationPeriods: periods,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  });
  expect(alarm(id).Dimensions).toContainEqual({ Name: 'service', Value: 'tongbiao-test' });
});

test.each([
  ['QuotaExceeded', 'quota-exceeded'],
  ['SequentialNumbers', 'sequential-numbers'],
  ['EntryAfterSeal', 'entry-after-seal'],
])('%s is of one kind', (id, kind) => {
  expect(alarm(id).Dimensions).toContainEqual({ Name: 'kind', Value: kind });
});

test('of the time of a look-up the p99 is watched', () => {
  expect(alarm('SlowLookups').ExtendedStatistic).toBe('p99');
});

/** What an expression comes to when each metric is so much, as CloudWatch would reckon. */
function reckoned(id: string, values: Readonly<Record<string, number>>): number {
  const { Metrics = [] } = alarm(id);
  const nameOf = new Map(Metrics.map((one) => [one.Id, one.MetricStat?.Metric.MetricName]));
  const expression = Metrics.find((one) => one.Expression !== undefined)?.Expression ?? '';
  const known = new Map([...nameOf].map(([key, name]) => [key, values[key] ?? values[name ?? ''] ?? 0]));
  const IF = (condition: boolean, then: number, otherwise: number) => (condition ? then : otherwise);
  const FILL = (value: number) => value;
  const MAX = (all: readonly number[]) => Math.max(...all);
  const names = [...known.keys()];
  return new Function('IF', 'FILL', 'MAX', ...names, `return ${expression}`)(
    IF,
    FILL,
    MAX,
    ...known.values(),
  );
}

test.each([
  [{ LookupsClear: 98, LookupsHit: 1, LookupsUnknown: 1 }, 1],
  [{ LookupsClear: 97, LookupsHit: 1, LookupsUnknown: 2 }, 2],
  [{ LookupsUnknown: 19 }, 0],
  [{ LookupsUnknown: 20 }, 100],
  [{}, 0],
])('of %o the share of unknown is %i per cent', (values, expected) => {
  expect(reckoned('UnknownShare', values)).toBe(expected);
  expect(alarm('UnknownShare')).toMatchObject({ Threshold: 1, EvaluationPeriods: 3 });
});

test('throttles are of all tables, of reads and of writes; the lag is that of the stream which is furthest behind', () => {
  expect(reckoned('TableThrottles', { ReadThrottleEvents: 2, WriteThrottleEvents: 1 })).toBe(9);
  expect(alarm('ProjectionLag').Metrics?.filter((one) => one.MetricStat !== undefined)).toHaveLength(3);
  expect(reckoned('ProjectionLag', { s0: 5, s1: 7, s2: 6 })).toBe(7);
  expect(alarm('ProjectionLag').Threshold).toBe(600_000);
});

test('an import has failed that ended without its receipts, in whichever way', () => {
  expect(
    reckoned('ImportsFailed', { ExecutionsFailed: 1, ExecutionsTimedOut: 2, ExecutionsAborted: 4 }),
  ).toBe(7);
  expect(alarm('ImportsFailed')).toMatchObject({ Threshold: 0, EvaluationPeriods: 1 });
});

test('cost is units times prices: the foretold day comes to what docs/cost.md says but for signatures', () => {
  const { foretoldDay } = readUnitPrices();
  expect(foretoldDay).toBeGreaterThan(85);
  expect(foretoldDay).toBeLessThan(89);
  // A million of each: 0.125 and 0.625 for each of three tables, 1.55 a request, 1 000 s at 1 GiB.
  const millions = {
    ConsumedReadCapacityUnits: 1e6,
    ConsumedWriteCapacityUnits: 1e6,
    Count: 1e6,
    Duration: 1e6,
  };
  expect(reckoned('HourlyCost', millions)).toBeCloseTo(3 * 0.125 + 3 * 0.625 + 1.55 + 0.0133334, 6);
  // Twice an eighth of the foretold day.
  expect(alarm('HourlyCost').Threshold).toBeCloseTo(22.15, 1);
});

test('an alarm takes no more metrics than CloudWatch does, and says why and what to do', () => {
  expect(alarms.size).toBeGreaterThan(30);
  for (const { Metrics = [], AlarmDescription } of alarms.values()) {
    expect(Metrics.filter((one) => one.MetricStat !== undefined).length).toBeLessThanOrEqual(10);
    expect(AlarmDescription.length).toBeLessThanOrEqual(1_024);
  }
  expect(alarm('FilingsOverdue').AlarmDescription).toContain(metricTexts.FilingsOverdue.act.zh);
});

test('the dashboard shows every metric of the table, every alarm of the product, and every row by its Chinese name', () => {
  const [, dashboard] = only(resources, 'AWS::CloudWatch::Dashboard');
  expect(dashboard.Properties).not.toHaveProperty('DashboardName');
  const body = JSON.stringify(dashboard.Properties.DashboardBody);
  for (const name of Object.keys(metricTable)) expect(body).toContain(name);
  for (const row of ['办件', '信用查询', '信息来源与日历', '变更与导入', '服务', '费用'])
    expect(body).toContain(row);
  for (const id of ['FilingsOverdue', 'UnknownShare', 'HourlyCost', 'Answers5xx'])
    expect(body).toMatch(new RegExp(`Alarms${id}[0-9A-F]{8}`));
  expect(body).toContain('IteratorAge');
});

test('the dashboard is JSON whose widgets lie beside each other, each graph of something', () => {
  const [, dashboard] = only(resources, 'AWS::CloudWatch::Dashboard');
  const { 'Fn::Join': joined } = dashboard.Properties.DashboardBody as {
    readonly 'Fn::Join': readonly [string, readonly unknown[]];
  };
  const text = joined[1].map((part) => (typeof part === 'string' ? part : 'somewhere')).join('');
  const { widgets } = JSON.parse(text) as {
    readonly widgets: readonly {
      readonly type: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly properties: { readonly metrics?: readonly unknown[]; readonly alarms?: readonly unknown[] };
    }[];
  };
  const cells = widgets.flatMap(({ x, y, width, height }) =>
    Array.from({ length: width * height }, (_, at) => `${x + (at % width)},${y + Math.floor(at / width)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
  const graphs = widgets.filter(({ type }) => type === 'metric');
  expect(graphs.length).toBeGreaterThan(20);
  for (const { properties } of graphs) expect(properties.metrics?.length).toBeGreaterThan(0);
  const [status] = widgets.filter(({ type }) => type === 'alarm');
  expect(status?.properties.alarms).toHaveLength(alarms.size);
});

test('functions call themselves as their metrics are looked for', () => {
  const names = ofType(resources, 'AWS::Lambda::Function').map(([, { Properties }]) => {
    const { Variables } = Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
    return Variables.POWERTOOLS_SERVICE_NAME;
  });
  expect(new Set(names)).toEqual(new Set(['tongbiao-test']));
});
