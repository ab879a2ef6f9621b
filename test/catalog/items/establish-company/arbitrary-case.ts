import fc from 'fast-check';
import * as z from 'zod/mini';
import {
  deriveCompany,
  type FiledCompany,
  materialKinds,
} from '../../../../catalog/items/establish-company/facts.ts';
import { contributionMethods } from '../../../../catalog/items/filed-contribution.ts';
import { nameDeclarations } from '../../../../catalog/items/filed-name.ts';
import { officeKinds } from '../../../../catalog/items/filed-offices.ts';
import { wordShape } from '../../../../catalog/items/filed-shapes.ts';
import type { Evidence, NameClaim } from '../../../../lib/domain/standard/evidence.ts';
import type { PlaceTerms } from '../../../../lib/domain/standard/place.ts';
import { documentKinds } from '../../../../lib/domain/subject/identity-document.ts';
import type { PersonFacts, Proven } from '../../../../lib/domain/subject/person.ts';
import type { AppliedMeasure, Verdict } from '../../../../lib/domain/subject/standing-evidence.ts';
import { addDays, type PlainDate, plainDate } from '../../../../lib/domain/time/plain-date.ts';
import type { CompanyCase } from '../../../support/a-company-filing.ts';
import { aStanding, citizenNumber, personsOf } from '../../../support/a-filing.ts';

/** Filings of every sort the schema accepts: mostly near what is right, often wrong, sometimes absurd. */

/** Such as the schema leaves as it is. */
const seen = (text: fc.Arbitrary<string>) =>
  text.filter((one) => z.safeParse(wordShape(6), one).data === one);
const word = (...likely: readonly string[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: seen(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 })) },
    { weight: 1, arbitrary: seen(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })) },
  );
const day = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((count) => addDays(plainDate(from), count));
const anyDay = fc.oneof(
  day('2026-11-01', 2000),
  fc.constantFrom('0001-01-01', '2008-02-29', '9999-12-31').map(plainDate),
);
const ref = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>, most: number) => fc.array(arbitrary, { maxLength: most });

const name = (divisions: readonly string[]): fc.Arbitrary<FiledCompany['name']> =>
  fc.record({
    division: optional(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...divisions) },
        { weight: 1, arbitrary: word('高竹新区', '重庆市') },
      ),
    ),
    divisionPosition: optional(fc.constantFrom('head', 'after-trade-name', 'before-form')),
    zone: optional(word('高滩园区')),
    tradeName: word('禾岚', '禾', '中国禾岚', '浙江', '餐饮', '国务院', '日本', '華興', '禾 岚', 'ＡＢ'),
    industry: optional(
      fc.record({
        word: word('科技', '餐饮', '银行', '中国'),
        class: fc.constantFrom('M75', 'H62', 'T98', 'A00', 'J66'),
      }),
    ),
    form: fc.constantFrom('有限责任公司', '有限公司'),
    declares: optional(few(fc.constantFrom(...nameDeclarations), 6)),
  });

const subscription = {
  subscribedFen: fc.oneof(
    fc.constantFrom(0, 1, 50_000_000, 100_000_000),
    fc.nat({ max: 1_000_000_000_000_000 }),
  ),
  methods: fc.array(fc.constantFrom(...contributionMethods), { minLength: 1, maxLength: 6 }),
  payBy: anyDay,
};

const shareholder: fc.Arbitrary<FiledCompany['shareholders'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('person'), person: ref, ...subscription }),
  fc.record({
    kind: fc.constant('organisation'),
    code: word('91500231MA5U000A5X', '91500231MA5U000A5Y'),
    name: word('丙市远帆商贸有限公司'),
    ...subscription,
  }),
) as fc.Arbitrary<FiledCompany['shareholders'][number]>;

const person: fc.Arbitrary<FiledCompany['persons'][number]> = fc.record({
  ref,
  name: word('林晓岚'),
  document: fc.record({
    kind: fc.constantFrom(...documentKinds),
    number: word(
      citizenNumber('511623', '1990-03-07', '421'),
      citizenNumber('500231', '2009-05-01', '317'),
      citizenNumber('500231', '2015-05-01', '317'),
      'E12345678',
    ),
  }),
  bornOn: optional(anyDay),
});

const filed = (divisions: readonly string[]): fc.Arbitrary<FiledCompany> =>
  fc.record({
    name: name(divisions),
    address: fc.record({
      division: fc.constant('511623'),
      detail: word('鼎屏镇人民路 12 号', '12-3'),
      premises: fc.constantFrom('owned', 'rented', 'other'),
    }),
    businessScope: few(
      fc.record({
        text: word('软件开发', '餐饮服务', '爆破作业'),
        approval: optional(fc.record({ document: word('许可证'), number: word('1') })),
      }),
      4,
    ),
    registeredCapitalFen: fc.constantFrom(0, 1, 100_000_000, 1_000_000_000, 1_000_000_001),
    term: fc.oneof(
      fc.record({ kind: fc.constant('indefinite' as const) }),
      fc.record({ kind: fc.constant('until' as const), endsOn: anyDay }),
    ),
    stateInvestor: fc.constantFrom('none', 'provincial-or-above'),
    shareholders: few(shareholder, 5),
    persons: few(person, 5),
    offices: few(
      fc.record({
        person: ref,
        office: fc.constantFrom(...officeKinds),
        qualificationDeclared: fc.boolean(),
        employeeRepresentative: optional(fc.boolean()),
      }),
      10,
    ),
    governance: fc.record({
      board: fc.constantFrom('board', 'sole-director'),
      supervision: fc.constantFrom('board', 'sole-supervisor', 'audit-committee', 'none-by-consent'),
    }),
    employees: optional(fc.constantFrom(0, 299, 300, 10_000_000)),
    beneficialOwners: optional(
      fc.oneof(
        fc.record({ kind: fc.constant('exempt-by-commitment' as const) }),
        fc.record({
          kind: fc.constant('persons' as const),
          persons: fc.array(ref, { minLength: 1, maxLength: 4 }),
        }),
      ),
    ),
    agent: optional(ref),
    materials: few(
      fc.record({
        kind: fc.constantFrom(...materialKinds),
        title: word('a.pdf'),
        sha256: fc.constant('a'.repeat(64)),
      }),
      8,
    ),
  });

const claim = fc.record({
  name: word('邻水县禾岚科技有限公司'),
  industry: fc.constantFrom('M75', 'H62', undefined),
  state: fc.constantFrom('registered', 'reserved', 'given-up', 'revoked'),
  holder: fc.constantFrom('a', 'b'),
  since: day('2025-01-01', 800),
  until: optional(day('2026-01-01', 800)),
}) as fc.Arbitrary<NameClaim>;

const measure = fc.record({
  row: fc.constantFrom('office-bar', 'registration-bar', 'closer-supervision'),
  articles: fc.constant([]),
  records: few(fc.constantFrom('r1', 'r2'), 2),
}) as fc.Arbitrary<AppliedMeasure>;

const standingsOf = (persons: readonly PersonFacts[]): fc.Arbitrary<Evidence['standings']> =>
  fc.oneof(
    fc.constant('not-read' as const),
    fc
      .tuple(
        ...persons.map((one) =>
          fc
            .record({
              verdict: fc.constantFrom<Verdict>('clear', 'hit', 'unknown'),
              measures: fc.uniqueArray(measure, { maxLength: 2, selector: ({ row }) => row }),
            })
            .map((told) => aStanding(one, told)),
        ),
      )
      .map((standings) => standings),
  );

export interface ArbitraryCase {
  readonly filed: FiledCompany;
  readonly examined: CompanyCase;
}

/** A filing with its case; `divisions` are the division words that filings choose from. */
export const arbitraryCase = (
  terms: PlaceTerms,
  divisions: readonly string[] = [...terms.nameWords.map(({ text }) => text), ...terms.districtWords],
): fc.Arbitrary<ArbitraryCase> =>
  fc
    .record({
      filed: filed(divisions),
      on: day('2026-01-01', 1000),
      proven: fc.constantFrom<Proven>('token', 'in-person', 'none'),
      nameClaims: few(claim, 3),
    })
    .chain(({ filed: one, on, proven, nameClaims }) => {
      const persons = personsOf(one, { proven, on: on as PlainDate });
      return standingsOf(persons).map((standings) => ({
        filed: one,
        examined: {
          facts: deriveCompany(one, persons),
          terms,
          evidence: { nameClaims, standings, readOn: on },
          on,
        },
      }));
    });
