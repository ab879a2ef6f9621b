import {
  type CompanyFacts,
  deriveCompany,
  type FiledCompany,
} from '../../catalog/items/establish-company/facts.ts';
import { placeTermsOf } from '../../catalog/places.ts';
import type { Case } from '../../lib/domain/standard/standard.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson, aStanding, citizenNumber, FILED_ON, personsOf } from './a-filing.ts';

/**
 * A filing that lacks nothing but the persons' proofs: three invented persons establish a small company in the
 * county 511623. `withProofs` adds what tests over HTTP need.
 */
export const aCompanyFiling = (overrides: Partial<FiledCompany> = {}): FiledCompany => ({
  name: {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '科技', class: 'M75' },
    form: '有限公司',
  },
  address: { division: '511623', detail: '鼎屏镇人民路 12 号', premises: 'rented' },
  businessScope: [
    { text: '技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广' },
    { text: '软件开发' },
  ],
  registeredCapitalFen: 100_000_000,
  term: { kind: 'indefinite' },
  stateInvestor: 'none',
  shareholders: [
    {
      kind: 'person',
      person: 'p1',
      subscribedFen: 60_000_000,
      methods: ['money'],
      payBy: plainDate('2031-06-30'),
    },
    {
      kind: 'person',
      person: 'p2',
      subscribedFen: 40_000_000,
      methods: ['money'],
      payBy: plainDate('2031-06-30'),
    },
  ],
  persons: [
    aPerson(),
    aPerson({
      ref: 'p2',
      name: '周启明',
      document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '317') },
      phone: '13800000002',
    }),
    aPerson({
      ref: 'p3',
      name: '何若水',
      document: { kind: 'citizen-id', number: citizenNumber('511602', '1995-07-01', '066') },
      phone: '13800000003',
    }),
  ],
  offices: [
    { person: 'p1', office: 'legal-representative', qualificationDeclared: true },
    { person: 'p1', office: 'director', qualificationDeclared: true },
    { person: 'p1', office: 'manager', qualificationDeclared: true },
    { person: 'p2', office: 'supervisor', qualificationDeclared: true },
    { person: 'p3', office: 'finance-officer', qualificationDeclared: true },
    { person: 'p3', office: 'liaison', qualificationDeclared: false },
  ],
  governance: { board: 'sole-director', supervision: 'sole-supervisor' },
  beneficialOwners: { kind: 'persons', persons: ['p1', 'p2'] },
  materials: [
    aMaterial('application-form'),
    aMaterial('articles-of-association'),
    aMaterial('address-document'),
    aMaterial('appointment-documents'),
  ],
  ...overrides,
});

export type CompanyCase = Case<CompanyFacts>;

/** A clear case: complete, everybody proven, every standing clear. */
export function aCompanyCase(
  overrides: Partial<FiledCompany> = {},
  rest: Partial<Omit<CompanyCase, 'facts'>> = {},
): CompanyCase {
  const filed = aCompanyFiling(overrides);
  const on = rest.on ?? FILED_ON;
  const persons = personsOf(filed, { on });
  return {
    facts: deriveCompany(filed, persons),
    terms: placeTermsOf(filed.address.division, on),
    evidence: {
      nameClaims: [],
      standings: persons.map((person) => aStanding(person)),
      readOn: on,
    },
    on,
    ...rest,
  };
}
