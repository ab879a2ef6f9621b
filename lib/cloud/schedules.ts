import type { ScheduleFunctionName } from './schedule-rights.ts';

/**
 * How often each schedule runs, in minutes, and its construct's id. Each makes up for what an earlier run missed, and none
 * decides anything that is read. The local run takes the same figures.
 */
export const schedules = {
  'schedules/redate-filings': { id: 'Redating', minutes: 1440 },
  'schedules/apply-retention': { id: 'Retention', minutes: 1440 },
  'schedules/seal-log': { id: 'SealLog', minutes: 60 },
  'schedules/remind-tasks': { id: 'Reminding', minutes: 1440 },
  'schedules/remind-follow-ups': { id: 'FollowUps', minutes: 1440 },
  /* Ends are of days: each is told within the hour after midnight in China. */
  'schedules/tell-ends': { id: 'Ends', minutes: 60 },
  'schedules/watch-sources': { id: 'Sources', minutes: 15 },
  'schedules/watch-calendar': { id: 'Calendar', minutes: 1440 },
} as const satisfies Record<ScheduleFunctionName, { readonly id: string; readonly minutes: number }>;
