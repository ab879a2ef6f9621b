import type { FiledCooperative } from '../../catalog/items/establish-cooperative/facts.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson, citizenNumber } from './a-filing.ts';

type Member = FiledCooperative['members'][number];

/** Invented codes of the class of co-operatives, which pass their checks. */
export const COOPERATIVE_CODES = ['93500112MA5U00003H', '93500112MA5U00011C', '93500112MA5U0002X4'];

/** Invented codes of enterprises. */
export const ENTERPRISE_CODES = ['91500112MA5U00003P', '91500112MA5U00011J', '91500112MA5U0002XA'];

/** The invented person `p<number>`, of up to 999. */
export const aFounder = (number: number, bornOn = '1980-03-07') =>
  aPerson({
    ref: `p${number}`,
    name: `林晓${String.fromCodePoint(0x4e00 + number)}`,
    document: {
      kind: 'citizen-id',
      number: citizenNumber('511623', bornOn, String(number).padStart(3, '0')),
    },
  });

export const aMember = (
  number: number,
  overrides: Partial<Extract<Member, { kind: 'person' }>> = {},
): Member => ({
  kind: 'person',
  person: `p${number}`,
  farmer: true,
  subscribedFen: 2_000_000,
  methods: ['money'],
  ...overrides,
});

export const anOrganisation = (
  code: string,
  overrides: Partial<Extract<Member, { kind: 'organisation' }>> = {},
): Member => ({
  kind: 'organisation',
  code,
  name: '重庆远帆商贸有限公司',
  body: 'enterprise',
  relatedBusiness: true,
  managesPublicAffairs: false,
  subscribedFen: 2_000_000,
  methods: ['money'],
  ...overrides,
});

const numbers = (to: number) => Array.from({ length: to }, (_, at) => at + 1);

/** What depends on who its members are: the persons, the sum, the founding assembly. */
export const ofMembers = (members: readonly Member[]): Partial<FiledCooperative> => ({
  members: [...members],
  persons: members.flatMap((member) =>
    member.kind === 'person' ? [aFounder(Number(member.person.slice(1)))] : [],
  ),
  contributionFen: members.reduce((sum, { subscribedFen }) => sum + subscribedFen, 0),
  founding: { heldOn: plainDate('2026-11-16'), attended: members.length, adoptedBy: members.length },
});

/** A filing that lacks nothing but proofs: five invented farmers found a co-operative in the county 511623. */
export const aCooperative = (overrides: Partial<FiledCooperative> = {}): FiledCooperative => ({
  kind: 'cooperative',
  name: {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '种植', class: 'A01' },
    form: '专业合作社',
  },
  address: { division: '511623', detail: '鼎屏镇松林村 12 号', premises: 'rented' },
  businessScope: [{ text: '水果种植' }, { text: '农副产品销售' }],
  contributionFen: 10_000_000,
  members: numbers(5).map((number) => aMember(number)),
  offices: [
    { person: 'p1', office: 'chair', qualificationDeclared: true },
    { person: 'p2', office: 'executive-supervisor', qualificationDeclared: true },
    { person: 'p1', office: 'liaison', qualificationDeclared: false },
  ],
  founding: { heldOn: plainDate('2026-11-16'), attended: 5, adoptedBy: 5 },
  persons: numbers(5).map((number) => aFounder(number)),
  materials: [
    aMaterial('application-form'),
    aMaterial('articles-of-association'),
    aMaterial('address-document'),
    aMaterial('founding-minutes'),
    aMaterial('appointment-documents'),
    aMaterial('member-register'),
    aMaterial('contribution-list'),
  ],
  ...overrides,
});

/** Three co-operatives, or as many as are told, found a union. */
export const aUnion = (count = 3, overrides: Partial<FiledCooperative> = {}): FiledCooperative => {
  const codes = COOPERATIVE_CODES.slice(0, count);
  const [first = '', second = first] = codes;
  return aCooperative({
    kind: 'union',
    name: {
      division: '邻水县',
      tradeName: '禾岚',
      industry: { word: '种植', class: 'A01' },
      form: '专业合作社联合社',
    },
    ...ofMembers(
      codes.map((code) => anOrganisation(code, { name: '邻水县青禾种植专业合作社', body: 'cooperative' })),
    ),
    offices: [
      { person: 'p1', office: 'chair', qualificationDeclared: true, delegatedBy: first },
      { person: 'p2', office: 'director', qualificationDeclared: true, delegatedBy: second },
      { person: 'p1', office: 'liaison', qualificationDeclared: false },
    ],
    persons: [aFounder(1), aFounder(2)],
    ...overrides,
  });
};
