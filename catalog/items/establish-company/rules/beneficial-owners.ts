import { beneficialOwnerMeasures, registrationRegulation } from '../../../laws.ts';
import parameters from '../data/beneficial-owners.json' with { type: 'json' };
import type { CompanyFacts } from '../facts.ts';
import { inYuan } from '../money.ts';
import { type CompanyRule, defect, each, review, when } from '../rule.ts';

const { exemptUpToFen, ownerFromPercent } = parameters;

/** Exempt by commitment: a small capital, and nobody but natural persons as shareholders. */
const mayBeExempt = ({ registeredCapitalFen, shareholders }: CompanyFacts): boolean =>
  registeredCapitalFen <= exemptUpToFen && shareholders.every(({ kind }) => kind === 'person');

export const beneficialOwnerRules: readonly CompanyRule[] = [
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
    zh: '不符合承诺免于备案受益所有人的条件：注册资本不超过 {exemptUpTo} 元且股东全部为自然人',
    en: 'The exemption does not apply: it is for a capital of at most {exemptUpTo} yuan and natural persons alone as shareholders',
    check: ({ facts }) =>
      when(
        facts.beneficialOwners?.kind === 'exempt-by-commitment' && !mayBeExempt(facts),
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
    check: ({ facts: { beneficialOwners, shareholders } }) => {
      if (beneficialOwners?.kind !== 'persons') return [];
      const named = new Set(beneficialOwners.persons);
      const whole = shareholders.reduce((sum, { subscribedFen }) => sum + subscribedFen, 0);
      return each(shareholders, (shareholder, index) =>
        shareholder.kind === 'person' &&
        whole > 0 &&
        shareholder.subscribedFen / whole >= ownerFromPercent / 100 &&
        !named.has(shareholder.person)
          ? { path: `/shareholders/${index}`, values: { person: shareholder.person, ownerFromPercent } }
          : undefined,
      );
    },
  }),
];
