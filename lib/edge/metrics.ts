import { Metrics } from '@aws-lambda-powertools/metrics';
import { type DividedMetric, type MetricName, metricTable, NAMESPACE, type PartOf } from './metric-table.ts';

/** `POWERTOOLS_SERVICE_NAME` tells the stages of one account apart, and `POWERTOOLS_METRICS_DISABLED` is of the local run. */
const metrics = new Metrics({ namespace: NAMESPACE });

/** Numbers and names of the table alone: what is counted can name neither a subject nor an officer. */
type Measured<Name extends MetricName> = Readonly<Partial<Record<Name, number>>>;

function write(measured: Measured<MetricName>): void {
  for (const [name, value] of Object.entries(measured))
    metrics.addMetric(name, metricTable[name as MetricName].unit, value);
  metrics.publishStoredMetrics();
}

/** Counts, in one line of the embedded metric format, which CloudWatch reads out of the log. A zero counts as well. */
export function count(measured: Measured<Exclude<MetricName, DividedMetric>>): void {
  if (Object.keys(measured).length > 0) write(measured);
}

/** The same of a metric that is told apart: `countBy('Answers5xx', 'GET /v1/health')`. */
export function countBy<Name extends DividedMetric>(name: Name, part: PartOf<Name>, amount = 1): void {
  metrics.addDimension(metricTable[name].by, part);
  write({ [name]: amount });
}

export type Count = typeof count;
