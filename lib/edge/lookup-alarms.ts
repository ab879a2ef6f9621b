import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';

/** One line in CloudWatch's embedded metric format: an alarm by its kind, and nothing of who or whom. */
export function countAlarm({ kind, at }: LookupAlarm): void {
  console.log(
    JSON.stringify({
      _aws: {
        Timestamp: Date.parse(at),
        CloudWatchMetrics: [
          {
            Namespace: 'Tongbiao',
            Dimensions: [['kind']],
            Metrics: [{ Name: 'LookupAlarms', Unit: 'Count' }],
          },
        ],
      },
      kind,
      LookupAlarms: 1,
    }),
  );
}
