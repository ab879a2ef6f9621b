import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';
import { countBy } from './metrics.ts';

/** Counts an alarm by its kind, and tells nothing of who or whom. */
export const countAlarm = ({ kind }: LookupAlarm): void => countBy('LookupAlarms', kind);
