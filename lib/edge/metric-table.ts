import type { MetricUnit } from '@aws-lambda-powertools/metrics/types';
import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';

/** Where the metrics are found; the dimension `service` tells the stages apart. */
export const NAMESPACE = 'Tongbiao';

/** By what a metric is told apart: closed sets alone, since each value is a series of its own that is kept and paid for. */
export interface Parts {
  readonly kind: LookupAlarm['kind'];
  /** As API Gateway names it, with placeholders: `GET /v1/filings/{id}`. */
  readonly route: string;
}

interface Metric {
  readonly unit: MetricUnit;
  /** @default it is one series */
  readonly by?: keyof Parts;
}

/**
 * Everything that this service counts of itself; what AWS counts anyhow (throttles, failures of functions, the age of a
 * stream) is not counted again. What each means, and what to do about it, stands in `metric-texts.ts`, which no function
 * carries. A name is a contract: alarms, dashboards and whoever has built on them find it by that.
 */
export const metricTable = {
  LookupsClear: { unit: 'Count' },
  LookupsHit: { unit: 'Count' },
  LookupsUnknown: { unit: 'Count' },
  LookupMilliseconds: { unit: 'Milliseconds' },
  LookupAlarms: { unit: 'Count', by: 'kind' },
  FilingsOverdue: { unit: 'Count' },
  TasksOverdue: { unit: 'Count' },
  SourcesStale: { unit: 'Count' },
  CalendarMissing: { unit: 'Count' },
  ChangesFailed: { unit: 'Count' },
  ChangesSetAside: { unit: 'Count' },
  Answers5xx: { unit: 'Count', by: 'route' },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metricTable;

/** Those that are told apart by something. */
export type DividedMetric = {
  [Name in MetricName]: (typeof metricTable)[Name] extends { readonly by: keyof Parts } ? Name : never;
}[MetricName];

export type PartOf<Name extends DividedMetric> = Parts[(typeof metricTable)[Name]['by']];
