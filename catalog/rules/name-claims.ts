import type { NameClaim } from '../../lib/domain/standard/evidence.ts';
import type { Case, Rule, Violation } from '../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { nameProvisions } from '../laws.ts';
import { declares, fullName } from '../names.ts';
import { type Lens, through } from './lens.ts';
import { defect, review } from './rule.ts';

/**
 * Whether a claim still keeps others from its 字号 on a day.
 *
 * A name given up or revoked does for one year. The day it happened is not counted and the corresponding day is the
 * last (民法典 第二百零一条、第二百零二条): on that day one year is not yet over, on the next it is.
 */
export function keepsOthersOut({ state, since, until }: NameClaim, on: PlainDate): boolean {
  switch (state) {
    case 'registered':
      return true;
    case 'reserved':
      return until === undefined || on < until;
    case 'given-up':
    case 'revoked':
      return on <= addYears(since, 1);
  }
}

/**
 * `same`: the names meet in one industry, or the other shows none, or they are the same word for word.
 * `open`: ours shows no industry, so whether they meet has to be judged.
 */
function meet(claim: NameClaim, name: NameFacts): 'same' | 'open' | 'apart' {
  if (claim.industry === undefined || claim.name === fullName(name)) return 'same';
  if (name.industry === undefined) return 'open';
  return claim.industry.slice(0, 3) === name.industry.class ? 'same' : 'apart';
}

/** 有投资关系 excuses from every kind of claim, 受让企业名称 only from one that was given up. */
const isExcused = ({ state }: NameClaim, name: NameFacts): boolean =>
  declares(name, 'investment-relation') || (state === 'given-up' && declares(name, 'name-acquired'));

const bySince = (a: { since: string; claimed: string }, b: { since: string; claimed: string }): number => {
  const [one, other] = [`${a.since} ${a.claimed}`, `${b.since} ${b.claimed}`];
  return one === other ? 0 : one < other ? -1 : 1;
};

function claimsThat(
  { facts: name, evidence, on }: Case<NameFacts>,
  test: (meeting: 'same' | 'open' | 'apart', excused: boolean) => boolean,
): readonly Violation[] {
  return evidence.nameClaims
    .filter((claim) => keepsOthersOut(claim, on) && test(meet(claim, name), isExcused(claim, name)))
    .map(({ name: claimed, state, since }) => ({ claimed, state, since }))
    .toSorted(bySince)
    .map((values) => ({ path: '/tradeName', values }));
}

const claimRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.taken',
    articles: [nameProvisions('第十七条')],
    zh: '字号与同一登记机关同行业或者不使用行业、经营特点表述的企业名称“{claimed}”的字号相同（自 {since} 起）',
    en: 'The trade name is that of “{claimed}” with the same authority, in the same industry or without one (since {since})',
    check: (examined) => claimsThat(examined, (meeting, excused) => meeting === 'same' && !excused),
  }),
  review({
    id: 'names.taken-by-relation',
    articles: [nameProvisions('第十七条')],
    admits: ['register', 'return', 'refuse'],
    zh: '字号与“{claimed}”的字号相同（自 {since} 起）：应当核实投资关系或者名称受让',
    en: 'The trade name is that of “{claimed}” (since {since}): check the investment relation or the transfer of the name',
    check: (examined) => claimsThat(examined, (meeting, excused) => meeting !== 'apart' && excused),
  }),
  review({
    id: 'names.taken-without-industry',
    articles: [nameProvisions('第十七条')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称不含行业或者经营特点，字号与“{claimed}”的字号相同（自 {since} 起）：应当核实是否同行业',
    en: 'The name shows no industry and its trade name is that of “{claimed}” (since {since}): judge whether their industries meet',
    check: (examined) => claimsThat(examined, (meeting, excused) => meeting === 'open' && !excused),
  }),
];

/** All claims in the evidence are on this 字号 within the deciding authority: the scope of 第十七条. */
export const nameClaimRules = <Facts>(name: Lens<Facts, NameFacts>): readonly Rule<Facts>[] =>
  through(name, claimRules);
