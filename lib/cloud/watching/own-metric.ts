import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type DividedMetric, type MetricName, metricTable, NAMESPACE } from '../../edge/metric-table.ts';
import type { Settings } from '../environments.ts';

/** As the functions of a stage are told to call themselves: stages of one account are apart by it. */
export const serviceNameOf = ({ stage }: Pick<Settings, 'stage'>): string => `tongbiao-${stage}`;

interface Shown {
  readonly service: string;
  readonly statistic: string;
  readonly period: Duration;
}

/** One series of the table. */
export const ownMetric = (name: Exclude<MetricName, DividedMetric>, { service, ...shown }: Shown): Metric =>
  new Metric({ namespace: NAMESPACE, metricName: name, dimensionsMap: { service }, ...shown });

/** The series of one part of a metric that is told apart. */
export const partOfMetric = (name: DividedMetric, part: string, { service, ...shown }: Shown): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName: name,
    dimensionsMap: { service, [metricTable[name].by]: part },
    ...shown,
  });

/** All of its series, whichever there are: for a dashboard alone, as no alarm can search. */
export const searchFor = (name: DividedMetric, { service, statistic, period }: Shown): string =>
  `SEARCH('{${NAMESPACE},service,${metricTable[name].by}} MetricName="${name}" service="${service}"', '${statistic}', ${period.toSeconds()})`;
