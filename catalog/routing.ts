import * as z from 'zod/mini';
import { enterpriseTypes } from '../lib/domain/registration/enterprise-type.ts';
import type { Authority } from '../lib/domain/standard/authority.ts';
import type { RoutingReason } from '../lib/domain/standard/routing-reason.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { findAuthority, registrationAuthorityOf } from './authorities.ts';
import { article, bilingual, checkedOnce, jurisdictionCode, level, provenance, text } from './checked.ts';
import { divisions } from './divisions.ts';
import { platformsOf } from './platforms.ts';
import {
  type RoutedMatter,
  type Routing,
  type RoutingRule,
  routeFiling,
  stateInvestors,
} from './route-filing.ts';
import data from './routing.json' with { type: 'json' };

const ruleId = z.string().check(z.regex(/^[a-z-]{2,40}$/));
const articles = z.array(article).check(z.minLength(1));
const rule = z.strictObject({
  id: ruleId,
  name: bilingual,
  jurisdiction: z.exactOptional(jurisdictionCode),
  platform: z.exactOptional(text),
  authority: z.exactOptional(text),
  subjectTypes: z.array(z.enum(enterpriseTypes)).check(z.minLength(1)),
  stateInvestors: z.array(z.enum(stateInvestors)).check(z.minLength(1)),
  level,
  articles,
});

const file = z.strictObject({
  provenance,
  notes: z.array(text),
  /** Why what is about an enterprise in the register is decided where it is. */
  holder: z.strictObject({ id: ruleId, name: bilingual, articles }),
  /** What is added to the reason where an enterprise moves. */
  mover: z.strictObject({ articles }),
  rules: z.array(rule),
});
const read = checkedOnce('routing.json', file, data);

export const listRoutingRules = (): readonly RoutingRule[] => read().rules;

const membershipsOf = (division: string, on: PlainDate) =>
  platformsOf(division, on).map(({ platform, extent }) => ({
    id: platform.id,
    name: platform.laterName ?? platform.name,
    extent,
  }));

/**
 * Which authority decides a filing, by the place and the kind of the company alone (实施细则 第四条), or the
 * reason why none does.
 */
export const decidingAuthority = (matter: RoutedMatter): Routing =>
  routeFiling(
    matter,
    listRoutingRules(),
    divisions,
    { registrationAuthorityOf, findAuthority },
    membershipsOf,
  );

/** The same as a reason that can be told; `moves` where an enterprise of elsewhere moves to the place. */
export function reasonOf(routing: Extract<Routing, { rule: RoutingRule }>, moves = false): RoutingReason {
  const { authority, rule, platform } = routing;
  return {
    authority: authority.id,
    because: rule.id,
    text: rule.name,
    articles: moves ? [...rule.articles, ...read().mover.articles] : rule.articles,
    ...(platform && { platform: { id: platform.id, name: platform.name } }),
  };
}

/** Why an authority decides what is about an enterprise that it registered. */
export function reasonOfHolder(authority: Authority): RoutingReason {
  const { id, name, articles } = read().holder;
  return { authority: authority.id, because: id, text: name, articles };
}
