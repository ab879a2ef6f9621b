import * as z from 'zod/mini';
import { authoritiesOn, findAuthority, registrationAuthorityOf } from './authorities.ts';
import { article, checked, jurisdictionCode, level, provenance } from './checked.ts';
import { divisions } from './divisions.ts';
import { filingRouter, stateInvestors, subjectTypes } from './filing-router.ts';
import data from './routing.json' with { type: 'json' };

const rule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]{2,40}$/)),
  jurisdiction: z.exactOptional(jurisdictionCode),
  subjectTypes: z.array(z.enum(subjectTypes)).check(z.minLength(1)),
  stateInvestors: z.array(z.enum(stateInvestors)).check(z.minLength(1)),
  level,
  articles: z.array(article).check(z.minLength(1)),
});

export const routingRules = checked(
  'routing.json',
  z.strictObject({ provenance, rules: z.array(rule) }),
  data,
).rules;

/**
 * Which authority decides a filing, by the place and the kind of the company alone (实施细则 第四条), or the
 * reason why none does.
 */
export const decidingAuthority = filingRouter(routingRules, divisions, {
  authoritiesOn,
  findAuthority,
  registrationAuthorityOf,
});
