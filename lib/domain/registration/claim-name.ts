import type { NameClaim } from '../standard/evidence.ts';
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts';

/** How long a name stays reserved for a filing in review (企业名称登记管理规定 第十八条). */
const RESERVATION_MONTHS = 2;

interface Claimed {
  readonly name: string;
  readonly industry?: string;
}

/** The claims without those of one holder: a filing that was returned or refused holds no name. */
export const releaseName = (claims: readonly NameClaim[], holder: string): readonly NameClaim[] =>
  claims.filter((claim) => claim.holder !== holder);

/** Without reservations that are over, too: they keep nobody out, and would pile up on a name much asked for. */
const others = (claims: readonly NameClaim[], holder: string, on: PlainDate): readonly NameClaim[] =>
  releaseName(claims, holder).filter(({ until }) => until === undefined || on < until);

/** The day after the corresponding day, which is the last: the first day is not counted (民法典 第二百零一条). */
const reservedUntil = (on: PlainDate): PlainDate => addDays(addMonths(on, RESERVATION_MONTHS), 1);

export const reserveName = (
  claims: readonly NameClaim[],
  claimed: Claimed,
  filing: string,
  on: PlainDate,
): readonly NameClaim[] => [
  ...others(claims, filing, on),
  { ...claimed, state: 'reserved', holder: filing, since: on, until: reservedUntil(on) },
];

/** The registered enterprise's claim takes the place of its filing's reservation. */
export const registerName = (
  claims: readonly NameClaim[],
  claimed: Claimed,
  filing: string,
  code: string,
  on: PlainDate,
): readonly NameClaim[] => [
  ...others(claims, filing, on),
  { ...claimed, state: 'registered', holder: code, since: on },
];
