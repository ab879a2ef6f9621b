import { workingCalendar } from '../../../catalog/calendar.ts';
import { count } from '../../../lib/edge/metrics.ts';
import { createHandler } from './handlers.ts';

export const handler = createHandler(workingCalendar, count);
