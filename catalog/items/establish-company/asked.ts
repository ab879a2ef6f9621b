import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import type { CompanyFacts } from './facts.ts';
import { isBarrable } from './offices.ts';

/** Whom 公司法 第一百七十八条 reaches in this filing. Shareholders as such are not among them. */
export const barrablePersons = (facts: Pick<CompanyFacts, 'offices'>): ReadonlySet<string> =>
  new Set(facts.offices.filter(isBarrable).map(({ person }) => person));

/**
 * Who applies (条例 第四十条: the person directly responsible may not apply again): shareholders who establish the
 * company, its officers and the agent. A liaison or a beneficial owner does not apply.
 */
export const applicants = (
  facts: Pick<CompanyFacts, 'offices' | 'shareholders' | 'agent'>,
): ReadonlySet<string> =>
  new Set([
    ...barrablePersons(facts),
    ...facts.shareholders.flatMap((shareholder) =>
      shareholder.kind === 'person' ? [shareholder.person] : [],
    ),
    ...(facts.agent === undefined ? [] : [facts.agent]),
  ]);

/** Whose standing is evidence, and asked only of persons who are proven to be who the filing says. */
export function personsAsked(facts: CompanyFacts): readonly PersonFacts[] {
  const asked = applicants(facts);
  return facts.persons.filter(({ ref, proven }) => proven !== 'none' && asked.has(ref));
}
