import { deriveChange, type FiledChange } from '../../../../catalog/items/change-registration/facts.ts';
import { standard202502 } from '../../../../catalog/items/change-registration/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import type { Enterprise, EnterpriseMember } from '../../../../lib/domain/registration/enterprise.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import type { SubjectKey } from '../../../../lib/domain/subject/subject-key.ts';
import { type PlainDate, plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson, aStanding, citizenNumber, personsOf } from '../../../support/a-filing.ts';
import { enterpriseEvidence } from '../../../support/an-enterprise.ts';

/** Four people whom every case may name; the first is the head in the register. */
export const people = ['1990-03-07', '1985-11-20', '1995-07-01', '1982-02-28'].map((bornOn, index) =>
  aPerson({
    ref: `p${index + 1}`,
    document: { kind: 'citizen-id', number: citizenNumber('511623', bornOn, `10${index}`) },
    residence: '鼎屏镇人民路 1 号',
  }),
);

const keys = new Map(personsOf({ persons: people }).map(({ ref, subject }) => [ref, subject]));
export const keyOf = (ref: string): SubjectKey => keys.get(ref) as SubjectKey;

export const aMember = (
  ref: string,
  subscribedFen: number,
  payBy: string,
  rest: Partial<EnterpriseMember> = {},
): EnterpriseMember => ({
  subject: keyOf(ref),
  name: '林晓岚',
  as: 'shareholder',
  subscribedFen,
  payBy: plainDate(payBy),
  ...rest,
});

const registered: Partial<Enterprise> = {
  heads: [{ subject: keyOf('p1'), name: '林晓岚' }],
  members: [aMember('p1', 60_000_000, '2030-03-10'), aMember('p2', 40_000_000, '2030-03-10')],
  roles: [
    { subject: keyOf('p1'), role: 'legal-representative' },
    { subject: keyOf('p2'), role: 'manager' },
  ],
};

interface Filing {
  readonly on?: string;
  readonly decidedOn?: string;
  readonly enterprise?: Partial<Enterprise>;
  readonly facts?: Partial<FiledChange>;
}

/** The findings on a filing by the first four people, each proven and clear, with every material there is. */
export function findingsOf(
  changes: FiledChange['changes'],
  { on = '2026-11-23', decidedOn = on, enterprise = {}, facts = {} }: Filing = {},
) {
  const day: PlainDate = plainDate(on);
  const filed: FiledChange = {
    enterprise: '91511623MY0000017F',
    signedBy: 'p1',
    decidedOn: plainDate(decidedOn),
    persons: people,
    changes,
    materials: [
      'application-form' as const,
      'change-decision' as const,
      'amended-articles' as const,
      'partners-decision' as const,
      'amended-agreement' as const,
      'entry-agreement' as const,
      'address-document' as const,
      'equity-document' as const,
      'newspaper-announcement' as const,
    ].map((kind) => aMaterial(kind)),
    ...facts,
  };
  const persons = personsOf(filed, { on: day });
  return decide(standard202502, {
    facts: deriveChange(filed, persons),
    terms: placeTermsOf('511623', day),
    evidence: {
      nameClaims: [],
      standings: persons.map((person) => aStanding(person)),
      enterprise: enterpriseEvidence({ ...registered, ...enterprise }),
      readOn: day,
    },
    on: day,
  }).findings.filter(({ rule }) => rule !== 'persons.unused');
}

export const rulesOf = (...told: Parameters<typeof findingsOf>): readonly string[] =>
  findingsOf(...told).map(({ rule }) => rule);

export const SCOPE: FiledChange['changes'] = { businessScope: [{ text: '信息技术咨询服务' }] };

export const aMaterialOf = (kind: FiledChange['materials'][number]['kind']) => aMaterial(kind);

type Hold = NonNullable<FiledChange['changes']['members']>['holds'][number];

export const aHold = (
  person: string,
  parts: readonly (readonly ['before' | 'increase', number, string])[],
  rest: Pick<Hold, 'liability'> & Partial<Pick<Hold, 'methods'>> = {},
): Hold => ({
  kind: 'person',
  person,
  methods: ['money'],
  parts: parts.map(([of, subscribedFen, payBy]) => ({ of, subscribedFen, payBy: plainDate(payBy) })),
  ...rest,
});
