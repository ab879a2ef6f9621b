import type { EnterpriseType } from '../lib/domain/registration/enterprise-type.ts';
import type { Authority } from '../lib/domain/standard/authority.ts';
import type { Level } from '../lib/domain/standard/place.ts';
import type { Article, Bilingual } from '../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import type { AuthorityRegister } from './authority-register.ts';
import { chainOf } from './division-names.ts';
import type { Division, DivisionRegister } from './division-register.ts';

/** Who holds the investor's duties (履行出资人职责) for the company, or for the holder of half of it or more. */
export const stateInvestors = ['none', 'provincial-or-above'] as const;
export type StateInvestor = (typeof stateInvestors)[number];

/** The first rule that fits decides; one without `jurisdiction` holds for every side. */
export interface RoutingRule {
  readonly id: string;
  /** Why, in words. */
  readonly name: Bilingual;
  readonly jurisdiction?: string;
  /** The platform whose power it is: of places that belong to it whole. */
  readonly platform?: string;
  /** Who has the platform's power, instead of an authority of the place. */
  readonly authority?: string;
  readonly subjectTypes: readonly EnterpriseType[];
  readonly stateInvestors: readonly StateInvestor[];
  /** The lowest level that decides; where a place has no authority of it, the next above decides. */
  readonly level: Level;
  readonly articles: readonly Article[];
}

/** All that who decides may depend on. The window where a filing was handed in is not among it. */
export interface RoutedMatter {
  readonly subjectType: EnterpriseType;
  readonly stateInvestor: StateInvestor;
  /** Code of the county-level division of the place. */
  readonly division: string;
  readonly on: PlainDate;
}

/** A cooperation platform a place belongs to; `partial` where only parts of it do. */
export interface PlatformOfPlace {
  readonly id: string;
  readonly name: string;
  readonly extent: 'whole' | 'partial';
}

export type PlaceDefect = 'unknown-division' | 'withdrawn-division' | 'not-a-county-level-place';

/** A county-level division current on the day, or why the code is no place; successors help with a withdrawn one. */
export type Place =
  | { readonly division: Division }
  | {
      readonly division?: undefined;
      readonly reason: PlaceDefect;
      readonly successors: readonly Division[];
    };

export type Routing =
  | { readonly authority: Authority; readonly rule: RoutingRule; readonly platform?: PlatformOfPlace }
  | {
      readonly authority?: undefined;
      readonly reason: PlaceDefect | 'no-routing-rule' | 'no-authority';
      readonly successors: readonly Division[];
    };

const RANK = { county: 0, prefecture: 1, province: 2 } as const satisfies Record<Level, number>;

export function placeIn(register: DivisionRegister, code: string, on: PlainDate): Place {
  const division = register.findDivision(code, on);
  if (division?.level === 'county') return { division };
  if (division !== undefined) return { reason: 'not-a-county-level-place', successors: [] };
  const known = register.historyOf(code).length > 0;
  return {
    reason: known ? 'withdrawn-division' : 'unknown-division',
    successors: register.successorsOf(code, on),
  };
}

/** Routes a filing by rules that are data; a further side is added by rules, divisions and authorities alone. */
export function routeFiling(
  { subjectType, stateInvestor, division: code, on }: RoutedMatter,
  rules: readonly RoutingRule[],
  register: DivisionRegister,
  authorities: Pick<AuthorityRegister, 'registrationAuthorityOf' | 'findAuthority'>,
  platformsOf: (division: string, on: PlainDate) => readonly PlatformOfPlace[] = () => [],
): Routing {
  const place = placeIn(register, code, on);
  if (place.division === undefined) return place;
  const { division } = place;
  const platforms = platformsOf(code, on).filter(({ extent }) => extent === 'whole');
  const rule = rules.find(
    (one) =>
      (one.platform === undefined || platforms.some(({ id }) => id === one.platform)) &&
      (one.jurisdiction === undefined || one.jurisdiction === division.jurisdiction) &&
      one.subjectTypes.includes(subjectType) &&
      one.stateInvestors.includes(stateInvestor),
  );
  if (rule === undefined) return { reason: 'no-routing-rule', successors: [] };
  const platform = platforms.find(({ id }) => id === rule.platform);
  const named = rule.authority === undefined ? undefined : authorities.findAuthority(rule.authority);
  const ofPlace = () =>
    chainOf(division, register)
      .filter(({ level }) => RANK[level] >= RANK[rule.level])
      .map((candidate) => authorities.registrationAuthorityOf(candidate.code, on))
      .find((found) => found !== undefined);
  const authority = rule.authority === undefined ? ofPlace() : named;
  if (authority === undefined) return { reason: 'no-authority', successors: [] };
  return { authority, rule, ...(platform && { platform }) };
}
