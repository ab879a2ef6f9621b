import { createHash } from 'node:crypto';
import {
  type CompanyFacts,
  deriveCompany,
  type FiledCompany,
} from '../../catalog/items/establish-company/facts.ts';
import { placeTermsOf } from '../../catalog/places.ts';
import type { Case } from '../../lib/domain/standard/standard.ts';
import { derivePerson, type PersonFacts, type Proven } from '../../lib/domain/subject/person.ts';
import type { StandingEvidence } from '../../lib/domain/subject/standing-evidence.ts';
import { personKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { type PlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';

type FiledPerson = FiledCompany['persons'][number];

/** The day every builder here takes for today, unless it is told another. */
export const FILED_ON = plainDate('2026-11-23');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An invented citizen number with its right check character; `sequence` is three digits. */
export function citizenNumber(division: string, bornOn: string, sequence: string): string {
  const first17 = division + bornOn.replaceAll('-', '') + sequence;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

/** An invented person with a valid citizen number. */
export const aPerson = (overrides: Partial<FiledPerson> = {}): FiledPerson => ({
  ref: 'p1',
  name: '林晓岚',
  document: { kind: 'citizen-id', number: citizenNumber('511623', '1990-03-07', '421') },
  phone: '13800000001',
  ...overrides,
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const aMaterial = (
  kind: FiledCompany['materials'][number]['kind'],
): FiledCompany['materials'][number] => ({
  kind,
  title: `${kind}.pdf`,
  sha256: sha256(kind),
});

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

/** The same filing with each person proven by the token that `tokenOf` gives. */
export const withProofs = async (
  filed: FiledCompany,
  tokenOf: (person: FiledPerson) => string | Promise<string>,
): Promise<FiledCompany> => ({
  ...filed,
  persons: await Promise.all(
    filed.persons.map(async (person) => ({
      ...person,
      proof: { kind: 'token' as const, token: await tokenOf(person) },
    })),
  ),
});

/** The facts of its persons, as the act of filing derives them, with an invented key. */
export const personsOf = (
  { persons }: FiledCompany,
  { proven = 'token', on = FILED_ON }: { readonly proven?: Proven; readonly on?: PlainDate } = {},
): readonly PersonFacts[] =>
  persons.map(({ ref, document, bornOn }) => {
    const hash = createHash('sha256').update(`${document.kind} ${document.number}`).digest('base64url');
    const declared = bornOn === undefined ? {} : { declaredBornOn: bornOn };
    return derivePerson({ ref, document, subject: personKey('test', hash), proven, ...declared }, on);
  });

export const aStanding = (
  { subject }: Pick<PersonFacts, 'subject'>,
  overrides: Partial<StandingEvidence> = {},
): StandingEvidence => ({
  subject,
  verdict: 'clear',
  measures: [],
  coverage: [],
  lookup: '00000000-0000-4000-8000-000000000000',
  readAt: '2026-11-23T01:02:03.004Z' as Instant,
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
