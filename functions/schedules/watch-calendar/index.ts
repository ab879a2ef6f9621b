import { workingCalendar } from '../../../catalog/calendar.ts';
import { createHandler } from './handlers.ts';

export const handler = createHandler(workingCalendar);
