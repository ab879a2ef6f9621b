import type { FindingValue } from '../../../../lib/domain/standard/finding.ts';
import type { Violation } from '../../../../lib/domain/standard/standard.ts';
import type { PersonFacts } from '../../../../lib/domain/subject/person.ts';
import type { AppliedMeasure, StandingEvidence } from '../../../../lib/domain/subject/standing-evidence.ts';
import { companyLaw, registrationRegulation } from '../../../laws.ts';
import { barrablePersons, personsAsked } from '../asked.ts';
import { type CompanyCase, type CompanyRule, review } from '../rule.ts';

/** Rows of the measure list that bear on registration. */
const OFFICE_BAR = 'office-bar';
const REGISTRATION_BAR = 'registration-bar';

interface Read {
  readonly person: PersonFacts;
  readonly path: string;
  /** `undefined` where the person was to be asked for and is not in the evidence. */
  readonly standing: StandingEvidence | undefined;
}

/** The persons whose standing counts, with what was read of them; nobody where nothing was read on purpose. */
function readStandings({ facts, evidence: { standings } }: CompanyCase): readonly Read[] {
  if (standings === 'not-read') return [];
  const bySubject = new Map(standings.map((standing) => [standing.subject, standing]));
  return personsAsked(facts).map((person) => ({
    person,
    path: `/persons/${facts.persons.indexOf(person)}`,
    standing: bySubject.get(person.subject),
  }));
}

/** What explains a measure: its row, the records it rests on, its articles and its end. */
const explain = (
  person: PersonFacts,
  { row, records, articles, until }: AppliedMeasure,
): Readonly<Record<string, FindingValue>> => ({
  person: person.ref,
  row,
  records,
  articles: articles.map(({ law, article }) => `${law} ${article}`),
  until: until ?? '—',
});

/** A hit that names no measure explains nothing, and is not taken for clear. */
const isUncertain = ({ verdict, measures }: StandingEvidence): boolean =>
  verdict === 'unknown' || (verdict === 'hit' && measures.length === 0);

const measuresOf = (
  examined: CompanyCase,
  applies: (measure: AppliedMeasure, person: PersonFacts) => boolean,
): readonly Violation[] =>
  readStandings(examined).flatMap(({ person, path, standing }) =>
    (standing?.measures ?? [])
      .filter((measure) => applies(measure, person))
      .map((measure) => ({ path, values: explain(person, measure) })),
  );

export const creditRules: readonly CompanyRule[] = [
  review({
    id: 'credit.office-bar',
    articles: [companyLaw('第一百七十八条第一款第五项'), companyLaw('第一百七十八条第二款')],
    admits: ['register', 'refuse'],
    zh: '{person} 拟任职，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：个人因所负数额较大债务到期未清偿被人民法院列为失信被执行人的，不得担任董事、监事、高级管理人员',
    en: '{person} is to hold office and is under the measure {row} by the records {records} ({articles}, until {until}): listed by a court for large overdue debt, nobody may hold it',
    check: (examined) => {
      const barrable = barrablePersons(examined.facts);
      return measuresOf(examined, ({ row }, { ref }) => row === OFFICE_BAR && barrable.has(ref));
    },
  }),
  review({
    id: 'credit.registration-bar',
    articles: [registrationRegulation('第四十条第三款')],
    admits: ['register', 'refuse'],
    zh: '{person} 为申请人，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：虚假登记的直接责任人三年内不得再次申请登记',
    en: '{person} applies and is under the measure {row} by the records {records} ({articles}, until {until}): directly responsible for a false registration, nobody may apply within three years',
    check: (examined) => measuresOf(examined, ({ row }) => row === REGISTRATION_BAR),
  }),
  /* A row of which these rules know no statutory ground: an officer sees it, and nothing may be refused for it. */
  review({
    id: 'credit.other-measure',
    articles: [registrationRegulation('第二十条')],
    admits: ['register'],
    zh: '{person} 的信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：不是不予登记的法定情形',
    en: '{person} is under the measure {row} by the records {records} ({articles}, until {until}): no statutory ground to refuse',
    check: (examined) => measuresOf(examined, ({ row }) => row !== OFFICE_BAR && row !== REGISTRATION_BAR),
  }),
  review({
    id: 'credit.unknown',
    articles: [registrationRegulation('第十九条第一款')],
    admits: ['register'],
    zh: '{person} 的信用状况暂时无法确认，应当由登记人员审查，不得据此不予登记',
    en: 'The standing of {person} cannot be told now: an officer examines the filing, and it is no ground to refuse',
    check: (examined) =>
      readStandings(examined)
        .filter(({ standing }) => standing === undefined || isUncertain(standing))
        .map(({ person, path }) => ({ path, values: { person: person.ref } })),
  }),
];
