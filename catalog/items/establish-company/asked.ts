import { barrablePersons } from '../../rules/companies/offices.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import { personsAmong } from '../filed-investor.ts';
import type { CompanyFacts } from './facts.ts';

/**
 * Who applies (条例 第四十条: the person directly responsible may not apply again): shareholders who establish the
 * company, its officers and the agent. A liaison or a beneficial owner does not apply.
 */
export const applicants = (
  facts: Pick<CompanyFacts, 'offices' | 'shareholders' | 'agent'>,
): ReadonlySet<string> =>
  new Set([
    ...barrablePersons(facts),
    ...personsAmong(facts.shareholders),
    ...(facts.agent === undefined ? [] : [facts.agent]),
  ]);

/** Whose standing is evidence. */
export const asked = (facts: CompanyFacts): readonly Asked[] => provenAmong(facts, applicants(facts));
