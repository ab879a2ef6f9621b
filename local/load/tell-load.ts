import type { Load } from './run-load.ts';
import type { latencies } from './tally.ts';

type Latencies = ReturnType<typeof latencies>;

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what.trim()} ${count}`)
    .join(', ');

const latency = (name: string, of: Latencies): string =>
  `  ${name.padEnd(8)} ${of.count()} 次 requests, p50 ${of.within(0.5).toFixed(0)} ms, p99 ${of.within(0.99).toFixed(0)} ms, max ${of.longest().toFixed(0)} ms`;

/** What a load came to, for people. */
export function tellLoad({
  filings,
  seed,
  seconds,
  outcomes,
  decisions,
  untold,
  faults,
  took,
}: Load): string {
  return [
    `申请 Filings: ${filings} in ${seconds.toFixed(1)} s, ${(filings / seconds).toFixed(0)}/s (seed ${seed})`,
    ...outcomes.map(([item, counts]) => `  ${item.padEnd(36)} ${counted(counts)}`),
    ...(untold.length > 0 ? [`  未涉及 none of: ${untold.join(', ')}`] : []),
    '决定 Decisions of officers:',
    ...decisions.map(([action, counts]) => `  ${action.padEnd(36)} ${counted(counts)}`),
    '时长 Latencies:',
    latency('submit', took.submit),
    latency('decide', took.decide),
    faults.length === 0
      ? '没有 5xx。No 5xx.'
      : `${faults.length} 个 5xx faults:\n${faults
          .slice(0, 100)
          .map(
            ({ request, status, requestId }) => `  ${status || 'no answer'} ${request} request ${requestId}`,
          )
          .join('\n')}`,
  ].join('\n');
}
