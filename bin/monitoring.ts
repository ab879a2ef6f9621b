import { writeFileSync } from 'node:fs';
import { readUnitPrices } from '../lib/cloud/watching/foretold-cost.ts';
import { type Threshold, thresholds } from '../lib/cloud/watching/thresholds.ts';
import { healthParts } from '../lib/domain/health/health.ts';
import type { Bilingual } from '../lib/domain/standard/provenance.ts';
import { type MetricName, metricTable } from '../lib/edge/metric-table.ts';
import { metricTexts } from '../lib/edge/metric-texts.ts';

const both = ({ zh, en }: Bilingual): string => `${en}<br>${zh}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

const metricRows = (Object.keys(metricTable) as MetricName[]).map((name) => {
  const { says, when, act } = metricTexts[name];
  const metric = metricTable[name];
  const unit = 'by' in metric ? `${metric.unit}, by ${metric.by}` : metric.unit;
  return [`\`${name}\``, unit, both(says), both(when), both(act)];
});

const lengthOf = ({ minutes, periods }: Threshold): string => {
  const one = minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
  return periods === 1 ? one : `${periods} × ${one}`;
};

const thresholdRows = Object.entries(thresholds(readUnitPrices())).map(([id, limit]: [string, Threshold]) => [
  `\`${id}\``,
  both(limit.says),
  `> ${limit.above}${limit.unit.en === '' ? '' : ` ${limit.unit.en}`}`,
  lengthOf(limit),
  both(limit.because),
  both(limit.act),
]);

/** docs/monitoring.md as the tables give it. */
export const monitoringPage = (): string => `# What is watched

Made by \`npm run monitoring\` from the tables of metrics (\`lib/edge/metric-table.ts\`, \`metric-texts.ts\`) and of thresholds
(\`lib/cloud/watching/thresholds.ts\`); do not edit. Dashboard and alarms are asserted on the synthesised templates and have not been
seen in an account (undeployed). Why it is done so: [decision 0048](decisions/0048-what-is-watched-is-a-table.md).

## In an emergency

1. **What is degraded?** \`GET /v1/health\` says so to anybody, with since when, and is answered with 200 as long as the service can
   answer at all. Its parts: ${healthParts.map((part) => `\`${part}\``).join(', ')}. A part is \`unknown\` where it cannot be read because
   \`store\` is degraded. What it reads it keeps for 30 seconds.
2. **Which alarm stands?** The dashboard begins with all of them; below, each has what to do.
3. **Which request was it?** A problem document has a \`requestId\`. The line of the log has the same \`requestId\`, the route and a
   \`traceId\`: the caller's own where they sent a well-formed \`traceparent\` (W3C Trace Context), or the gateway's
   (\`x-amzn-trace-id\`). In CloudWatch Logs Insights, over the log groups of the functions:

   \`\`\`
   fields @timestamp, route, requestId, traceId, message, name, code, cause
   | filter requestId = "…" or traceId = "…"
   | sort @timestamp
   \`\`\`

   The access log of the gateway has the same \`requestId\`, with status and latency. Nothing else of a request is logged.

## Alarms

An alarm stands while the limit is passed, and tells the topic that \`alarmTarget\` names. Where nothing is measured in a period, nothing is
wrong in it: a schedule that fails has an alarm of its own, and one that is switched off is seen where its line ends, and of the log
by \`GET /health\`.

${table(['Alarm', 'Watches', 'Limit', 'Period', 'Because', 'What to do'], thresholdRows)}

Beside them: answers 5xx of the gateway; errors of each function; throttles of each function that has concurrency of its own; each queue of what
was set aside, as long as anything is in it. These stand for whatever is added (\`lib/cloud/constructs/alarms.ts\`).

## Metrics

In the namespace \`Tongbiao\`, apart by \`service\` (\`tongbiao-<stage>\`), written as lines of the embedded metric format, one a call at
most. A dimension is a closed set (kind, route): no metric names a subject, an officer or an authority.

${table(['Metric', 'Unit', 'Says', 'Measured', 'What to do'], metricRows)}

What AWS counts by itself is not counted again: requests and latency of the gateway, errors, throttles and duration of functions, the age of a
stream (\`IteratorAge\`), queues, consumed units and throttles of the tables.

## Cost

\`HourlyCost\` is what was used times the prices of [cost/prices.json](cost/prices.json), by the hour and of this deployment alone: read and write
units of the tables, requests with their call and their lines of log, and the time of the look-up function. Not in it: indexes, signatures, storage,
the time of other functions, and traffic out; together about a hundredth of the foretold day. It is an early warning, and no bill. AWS's own
\`EstimatedCharges\` exists in us-east-1 alone, comes every few hours and is of the whole account.

Whoever watches pays for it: an alarm by its metrics, a series of one's own by the month, the dashboard by the month. All are in CloudWatch's price list
and not in [cost.md](cost.md).
`;

/** `npm run monitoring`: writes docs/monitoring.md anew from the tables. */
if (import.meta.main) {
  writeFileSync(new URL('../docs/monitoring.md', import.meta.url), monitoringPage());
  console.log('docs/monitoring.md written');
}
