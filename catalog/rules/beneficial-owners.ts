import type { Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { BeneficialOwners } from '../items/filed-beneficial-owners.ts';
import type { Investor } from '../items/filed-investor.ts';
import { beneficialOwnerMeasures, registrationRegulation } from '../laws.ts';
import { inYuan } from '../money.ts';
import parameters from './data/beneficial-owners.json' with { type: 'json' };
import { defect, NONE, review, when } from './rule.ts';

const { exemptUpToFen, ownerFromPercent } = parameters;

export interface WithBeneficialOwners {
  readonly beneficialOwners?: BeneficialOwners | undefined;
}

/** A natural person's part of the whole, from 0 to 1. */
export interface Holder {
  readonly path: string;
  readonly person: string;
  readonly share: number;
}

/** What each natural person subscribes of the whole. */
export function holdersAmong(
  at: string,
  members: readonly (Investor & { readonly subscribedFen: number })[],
): readonly Holder[] {
  const whole = members.reduce((sum, { subscribedFen }) => sum + subscribedFen, 0);
  if (whole === 0) return [];
  return members.flatMap((member, index) =>
    member.kind === 'person'
      ? [{ path: `${at}/${index}`, person: member.person, share: member.subscribedFen / whole }]
      : [],
  );
}

export interface BeneficialOwnersOf<Facts> {
  /** 注册资本 or 出资额. */
  readonly capital: Bilingual;
  /** 股东 or 合伙人; the English word in the plural. */
  readonly members: Bilingual;
  /** Exempt by commitment: a capital of at most so many fen, and nobody but natural persons as members. */
  readonly mayBeExempt: (facts: Facts, upToFen: number) => boolean;
  readonly holders: (facts: Facts) => readonly Holder[];
}

export const beneficialOwnerRules = <Facts extends WithBeneficialOwners>({
  capital,
  members,
  mayBeExempt,
  holders,
}: BeneficialOwnersOf<Facts>): readonly Rule<Facts>[] => [
  defect({
    id: 'beneficial-owners.missing',
    articles: [registrationRegulation('第九条第八项')],
    zh: '应当备案受益所有人信息，或者依法承诺免于备案',
    en: 'Beneficial owners have to be named, or the exemption be committed to',
    check: ({ facts }) => when(facts.beneficialOwners === undefined, '/beneficialOwners'),
  }),
  defect({
    id: 'beneficial-owners.not-exempt',
    articles: [registrationRegulation('第九条第八项'), beneficialOwnerMeasures('第三条')],
    zh: `不符合承诺免于备案受益所有人的条件：${capital.zh}不超过 {exemptUpTo} 元且${members.zh}全部为自然人`,
    en: `The exemption does not apply: it is for a ${capital.en} of at most {exemptUpTo} yuan and natural persons alone as ${members.en}`,
    check: ({ facts }) =>
      when(
        facts.beneficialOwners?.kind === 'exempt-by-commitment' && !mayBeExempt(facts, exemptUpToFen),
        '/beneficialOwners',
        { exemptUpToFen, exemptUpTo: inYuan(exemptUpToFen) },
      ),
  }),
  review({
    id: 'beneficial-owners.large-holder',
    articles: [beneficialOwnerMeasures('第六条')],
    admits: ['register', 'return'],
    zh: '{person} 认缴出资达到百分之 {ownerFromPercent} 以上，未列为受益所有人',
    en: '{person} subscribes {ownerFromPercent} per cent or more and is not named as a beneficial owner',
    check: ({ facts }) => {
      const { beneficialOwners } = facts;
      if (beneficialOwners?.kind !== 'persons') return NONE;
      const named = new Set(beneficialOwners.persons);
      return holders(facts)
        .filter(({ share, person }) => share >= ownerFromPercent / 100 && !named.has(person))
        .map(({ path, person }) => ({ path, values: { person, ownerFromPercent } }));
    },
  }),
];
