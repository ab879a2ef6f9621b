import type { RemindOfFollowUps } from '../../../lib/acts/remind-of-follow-ups.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

export const createHandler = (remind: RemindOfFollowUps, authorities: () => readonly string[]) =>
  scheduleHandler('remind-follow-ups', (moment) => remind(authorities(), moment));
