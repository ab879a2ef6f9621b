import type { Limits } from '../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from './laws.ts';

/** Of every registration. Complete and clear cases are registered on the spot; these are for all others. */
export const registrationLimits: Limits = {
  reviewWorkingDays: 3,
  extensionWorkingDays: 3,
  articles: [registrationRegulation('第十九条第一款'), implementingRules('第十八条')],
};
