import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Case, Rule } from '../../lib/domain/standard/standard.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { companyLaw, implementingRules } from '../laws.ts';
import { onEnterprise, signerRules } from './enterprise.ts';
import type { WithPersons } from './persons.ts';
import { defect, NONE, review, when } from './rule.ts';

interface Signed extends WithPersons {
  readonly signedBy: string;
}

interface NewHeadOf<Facts> {
  /** Whether somebody else is to stand for the enterprise, so that they have to sign. */
  readonly replaces: (examined: Case<Facts>) => boolean;
  /** Who is to stand for it, by `ref`. */
  readonly heads: (facts: Facts) => ReadonlySet<string>;
}

/** Whom the register knows of the enterprise in a part of their own; a liaison only takes its post. */
const knownIn = ({ heads, members, roles }: EnterpriseEvidence): ReadonlySet<SubjectKey> =>
  new Set([
    ...heads,
    ...members.map(({ subject }) => subject),
    ...roles.flatMap(({ role, subject }) => (role === 'liaison' ? [] : [subject])),
  ]);

/**
 * Who signs where the head may change, and that the enterprise stands behind it. The new head signs, and law asks nobody
 * else to: so that a stranger could take an enterprise by naming themselves. Where nobody whom the register knows is
 * verified in the filing, an officer looks at who decided it.
 */
export const newHeadRules = <Facts extends Signed>({
  replaces,
  heads,
}: NewHeadOf<Facts>): readonly Rule<Facts>[] => [
  ...signerRules<Facts>([implementingRules('第十五条第一款')], heads).map((rule) => ({
    ...rule,
    check: (examined: Case<Facts>) => (replaces(examined) ? NONE : rule.check(examined)),
  })),
  defect({
    id: 'applicant.new-head',
    articles: [implementingRules('第三十三条'), companyLaw('第三十五条第三款')],
    zh: '更换法定代表人、执行事务合伙人（含委派代表）、负责人的，申请由新任者签署：{person} 不是',
    en: 'Where the legal representative, a managing partner or the person in charge is replaced, the new one signs: {person} is not',
    check: (examined) => {
      const { facts } = examined;
      return when(replaces(examined) && !heads(facts).has(facts.signedBy), '/signedBy', {
        person: facts.signedBy,
      });
    },
  }),
  review({
    id: 'applicant.unknown-head',
    articles: [
      implementingRules('第三十二条'),
      implementingRules('第三十三条'),
      companyLaw('第三十五条第一款'),
    ],
    admits: ['register', 'return'],
    zh: '{person} 作为新任者签署申请，此前未登记、备案任何身份，也没有已登记、备案的人员经实名验证参与申请：应当核实变更决议、决定（或者转让、继承文件）由有权者作出',
    en: '{person} signs as the new head, is not known to the register, and nobody who is was verified in this filing: check that whoever may decide it, or passed it on, did',
    check: onEnterprise((enterprise, { facts }) => {
      const known = knownIn(enterprise);
      const takesPart = facts.persons.some(({ subject, proven }) => proven !== 'none' && known.has(subject));
      return when(heads(facts).has(facts.signedBy) && !takesPart, '/signedBy', {
        person: facts.signedBy,
      });
    }),
  }),
];
