import * as z from 'zod/mini';
import { enterpriseTypes } from '../lib/domain/registration/enterprise-type.ts';
import { registrationAuthorityOf } from './authorities.ts';
import { article, checkedOnce, jurisdictionCode, level, provenance } from './checked.ts';
import { divisions } from './divisions.ts';
import {
  type RoutedMatter,
  type Routing,
  type RoutingRule,
  routeFiling,
  stateInvestors,
} from './route-filing.ts';
import data from './routing.json' with { type: 'json' };

const rule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]{2,40}$/)),
  jurisdiction: z.exactOptional(jurisdictionCode),
  subjectTypes: z.array(z.enum(enterpriseTypes)).check(z.minLength(1)),
  stateInvestors: z.array(z.enum(stateInvestors)).check(z.minLength(1)),
  level,
  articles: z.array(article).check(z.minLength(1)),
});

const file = z.strictObject({ provenance, rules: z.array(rule) });
const read = checkedOnce('routing.json', file, data);

export const listRoutingRules = (): readonly RoutingRule[] => read().rules;

/**
 * Which authority decides a filing, by the place and the kind of the company alone (实施细则 第四条), or the
 * reason why none does.
 */
export const decidingAuthority = (matter: RoutedMatter): Routing =>
  routeFiling(matter, listRoutingRules(), divisions, { registrationAuthorityOf });
