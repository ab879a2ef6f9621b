import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { companyApplicants } from '../../rules/companies/parts.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import { organisationsAmong, personsAmong } from '../filed-investor.ts';
import type { CompanyFacts } from './facts.ts';

/** Incentives are those of all who invest, organisations and persons who are proven. */
export const incentives = {
  applicants: ({ shareholders, persons }: CompanyFacts): readonly SubjectKey[] => {
    const proven = provenAmong({ persons }, new Set(personsAmong(shareholders))).map(
      ({ subject }) => subject,
    );
    const all = [...organisationsAmong(shareholders), ...proven];
    return all.length === shareholders.length ? all : [];
  },
};

/** Whose standing is evidence. */
export const asked = (facts: CompanyFacts): readonly Asked[] =>
  provenAmong(facts, companyApplicants(facts.shareholders, facts));
