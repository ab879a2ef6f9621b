import type { NameClaim } from '../standard/evidence.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts';
import type { ClaimedName, NameLeft } from './register-change.ts';

/** A claim as it is kept: a reservation says, beside what rules see, for whom it is. */
export interface KeptClaim extends NameClaim {
  readonly reservedFor?: readonly SubjectKey[];
}

/** How long a name stays reserved for a filing in review (企业名称登记管理规定 第十八条). */
export const RESERVATION_MONTHS = 2;

/** Who files: the filing, the enterprise it is about, and the persons and organisations who apply. */
export interface Claimant {
  readonly filing: string;
  readonly code?: string | undefined;
  readonly subjects?: ReadonlySet<SubjectKey>;
}

/** A claim that keeps this claimant out of nothing: its own, or a reservation made for one of its applicants. */
const isOwn = (claim: KeptClaim, { filing, code, subjects }: Claimant): boolean =>
  claim.holder === filing ||
  (code !== undefined && claim.holder === code) ||
  (claim.reservedFor?.some((subject) => subjects?.has(subject)) ?? false);

/** The claims without the claimant's own: a filing that was returned or refused holds no name. */
export const releaseName = (claims: readonly KeptClaim[], claimant: Claimant): readonly KeptClaim[] =>
  claims.filter((claim) => !isOwn(claim, claimant));

/** What others claim, as rules see it. */
export const claimsOfOthers = (claims: readonly KeptClaim[], claimant: Claimant): readonly NameClaim[] =>
  releaseName(claims, claimant).map(({ reservedFor: _for, ...claim }) => claim);

/** Without reservations that are over, too: they keep nobody out, and would pile up on a name much asked for. */
const others = (claims: readonly KeptClaim[], claimant: Claimant, on: PlainDate): readonly KeptClaim[] =>
  releaseName(claims, claimant).filter(({ until }) => until === undefined || on < until);

/** The day after the corresponding day, which is the last: the first day is not counted (民法典 第二百零一条). */
export const reservedUntil = (on: PlainDate, months: number = RESERVATION_MONTHS): PlainDate =>
  addDays(addMonths(on, months), 1);

const claimOf = ({ name, industry }: ClaimedName) => ({ name, ...(industry !== undefined && { industry }) });

/**
 * For a filing in review, whose own reservation of before stays beside it: a filing that is returned gives up only
 * what it took itself.
 */
export const holdName = (
  claims: readonly KeptClaim[],
  claimed: ClaimedName,
  filing: string,
  on: PlainDate,
): readonly KeptClaim[] => [
  ...others(claims, { filing }, on),
  { ...claimOf(claimed), state: 'reserved', holder: filing, since: on, until: reservedUntil(on) },
];

/** A reservation of the same name for nobody but those who reserve it again. */
const isRenewed = (
  { name, reservedFor }: KeptClaim,
  claimed: ClaimedName,
  again: readonly SubjectKey[],
): boolean =>
  name === claimed.name &&
  reservedFor !== undefined &&
  reservedFor.every((subject) => again.includes(subject));

/** For those who asked for a name alone; who reserves a name again keeps one reservation of it. */
export const reserveName = (
  claims: readonly KeptClaim[],
  claimed: ClaimedName,
  { filing, months, reservedFor }: { filing: string; months: number; reservedFor: readonly SubjectKey[] },
  on: PlainDate,
): readonly KeptClaim[] => [
  ...others(claims, { filing }, on).filter((claim) => !isRenewed(claim, claimed, reservedFor)),
  {
    ...claimOf(claimed),
    state: 'reserved',
    holder: filing,
    since: on,
    until: reservedUntil(on, months),
    ...(reservedFor.length > 0 && { reservedFor }),
  },
];

/** The registered enterprise's claim takes the place of its filing's, and of the reservation made for it. */
export const registerName = (
  claims: readonly KeptClaim[],
  claimed: ClaimedName,
  claimant: Claimant,
  code: string,
  on: PlainDate,
): readonly KeptClaim[] => [
  ...others(claims, claimant, on),
  { ...claimOf(claimed), state: 'registered', holder: code, since: on },
];

/** What stays of an enterprise's claim once it no longer bears the name. */
export function leaveName(
  claims: readonly KeptClaim[],
  name: string,
  code: string,
  left: NameLeft,
  on: PlainDate,
): readonly KeptClaim[] {
  const kept = claims.filter(({ holder, state }) => !(holder === code && state === 'registered'));
  const own = claims.find(({ holder, state }) => holder === code && state === 'registered');
  if (left === 'released') return kept;
  /* Of a name that was given up before only the last time counts: they would pile up with one that comes and goes. */
  const isSame = (claim: KeptClaim) => claim.holder === code && claim.state === left && claim.name === name;
  return [
    ...kept.filter((claim) => !isSame(claim)),
    {
      name,
      ...(own?.industry !== undefined && { industry: own.industry }),
      state: left,
      holder: code,
      since: on,
    },
  ];
}
