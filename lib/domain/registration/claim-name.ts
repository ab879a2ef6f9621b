import type { NameClaim } from '../standard/evidence.ts';
import { addMonths, type PlainDate } from '../time/plain-date.ts';

/** How long a name stays reserved for a filing in review (企业名称登记管理规定 第十八条). */
const RESERVATION_MONTHS = 2;

interface Claimed {
  readonly name: string;
  readonly industry?: string;
}

const others = (claims: readonly NameClaim[], holder: string): readonly NameClaim[] =>
  claims.filter((claim) => claim.holder !== holder);

/** The claims without those of one holder: a filing that was returned or refused holds no name. */
export const releaseName = others;

export const reserveName = (
  claims: readonly NameClaim[],
  claimed: Claimed,
  filing: string,
  on: PlainDate,
): readonly NameClaim[] => [
  ...others(claims, filing),
  { ...claimed, state: 'reserved', holder: filing, since: on, until: addMonths(on, RESERVATION_MONTHS) },
];

/** The registered enterprise's claim takes the place of its filing's reservation. */
export const registerName = (
  claims: readonly NameClaim[],
  claimed: Claimed,
  filing: string,
  code: string,
  on: PlainDate,
): readonly NameClaim[] => [
  ...others(claims, filing),
  { ...claimed, state: 'registered', holder: code, since: on },
];
