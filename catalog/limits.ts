import type { FilingPeriod, Limits } from '../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from './laws.ts';

/** Of every registration. Complete and clear cases are registered on the spot; these are for all others. */
export const registrationLimits: Limits = {
  reviewWorkingDays: 3,
  extensionWorkingDays: 3,
  articles: [registrationRegulation('第十九条第一款'), implementingRules('第十八条')],
};

/** Of what an authority does by its office: law sets it no days there, and it works as fast as on what others file [inference]. */
export const officeLimits = (articles: Limits['articles']): Limits => ({ ...registrationLimits, articles });

/** 条例 第二十一条第二款: an approval has to be used while it holds; one without a term, within ninety days. */
export const approvalPeriod: FilingPeriod = {
  days: 90,
  from: {
    zh: '自批准之日起：批准文件未规定有效期限的；规定了有效期限的，在有效期内申请',
    en: 'from the approval, where it has no term of its own; where it has one, within that',
  },
  articles: [registrationRegulation('第二十一条第二款'), implementingRules('第二十二条第一款')],
};
