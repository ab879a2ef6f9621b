import type { Limits } from '../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from './laws.ts';

/** Of every registration. Complete and clear cases are registered on the spot; these are for all others. */
export const registrationLimits: Limits = {
  reviewWorkingDays: 3,
  extensionWorkingDays: 3,
  articles: [registrationRegulation('第十九条第一款'), implementingRules('第十八条')],
};

/** Of what an authority does by its office: law sets it no days there, and it works as fast as on what others file [inference]. */
export const officeLimits = (articles: Limits['articles']): Limits => ({ ...registrationLimits, articles });
