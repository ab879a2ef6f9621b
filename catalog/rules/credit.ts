import type { FindingValue } from '../../lib/domain/standard/finding.ts';
import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Violation } from '../../lib/domain/standard/standard.ts';
import type { AppliedMeasure, StandingEvidence } from '../../lib/domain/subject/standing-evidence.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../laws.ts';
import type { WithPersons } from './persons.ts';
import { NONE, review } from './rule.ts';

/** Rows of the measure list that bear on registration. */
export const OFFICE_BAR = 'office-bar';
const REVOKED_OFFICE_BAR = 'office-bar-licence-revoked';
const REGISTRATION_BAR = 'registration-bar';

/** Whose standing is evidence, by what the filing calls them, and where it names them. */
export interface Asked {
  readonly subject: SubjectKey;
  readonly path: string;
  readonly ref: string;
}

/** Those of the persons meant who are proven to be who the filing says: nobody else's standing is read. */
export const provenAmong = ({ persons }: WithPersons, meant: ReadonlySet<string>): readonly Asked[] =>
  persons.flatMap(({ ref, subject, proven }, index) =>
    proven !== 'none' && meant.has(ref) ? [{ subject, path: `/persons/${index}`, ref }] : [],
  );

export interface Read {
  readonly asked: Asked;
  /** `undefined` where somebody was to be asked for and is not in the evidence. */
  readonly standing: StandingEvidence | undefined;
}

export type Asks<Facts> = (facts: Facts) => readonly Asked[];

/** Everybody whose standing counts, with what was read of them; nobody where nothing was read on purpose. */
export function readStandings<Facts>(
  { facts, evidence: { standings } }: Case<Facts>,
  asks: Asks<Facts>,
): readonly Read[] {
  if (standings === 'not-read') return [];
  const bySubject = new Map(standings.map((standing) => [standing.subject, standing]));
  return asks(facts).map((asked) => ({ asked, standing: bySubject.get(asked.subject) }));
}

/** What explains a measure: its row, the records it rests on, its articles and its end. */
const explain = (
  { ref }: Asked,
  { row, records, articles, until }: AppliedMeasure,
): Readonly<Record<string, FindingValue>> => ({
  person: ref,
  row,
  records,
  articles: articles.map(({ law, article }) => `${law} ${article}`),
  until: until ?? '—',
});

/** A hit that names no measure explains nothing, and is not taken for clear. */
export const isUncertain = ({ verdict, measures }: StandingEvidence): boolean =>
  verdict === 'unknown' || (verdict === 'hit' && measures.length === 0);

/** Most standings hold no measure at all, and then nobody has to be looked up. */
export function measuresOf<Facts>(
  examined: Case<Facts>,
  asks: Asks<Facts>,
  applies: (measure: AppliedMeasure, asked: Asked) => boolean,
): readonly Violation[] {
  const { standings } = examined.evidence;
  if (standings === 'not-read' || standings.every(({ measures }) => measures.length === 0)) return NONE;
  return readStandings(examined, asks).flatMap(({ asked, standing }) =>
    (standing?.measures ?? [])
      .filter((measure) => applies(measure, asked))
      .map((measure) => ({ path: asked.path, values: explain(asked, measure) })),
  );
}

/** The ground by which a debtor on a court's list is kept from office; `{…}` as the measure fills them in. */
export type OfficeBar = Bilingual & { readonly articles: readonly Article[] };

const companyBar: OfficeBar = {
  articles: [companyLaw('第一百七十八条第一款第五项'), companyLaw('第一百七十八条第二款')],
  zh: '个人因所负数额较大债务到期未清偿被人民法院列为失信被执行人的，不得担任董事、监事、高级管理人员',
  en: 'listed by a court for large overdue debt, nobody may hold it',
};

const officeBar = <Facts>(
  asked: Asks<Facts>,
  barrable: (facts: Facts) => ReadonlySet<string>,
  { articles, zh, en }: OfficeBar,
): Rule<Facts> =>
  review({
    id: 'credit.office-bar',
    articles,
    admits: ['register', 'refuse'],
    zh: `{person} 拟任职，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：${zh}`,
    en: `{person} is to hold office and is under the measure {row} by the records {records} ({articles}, until {until}): ${en}`,
    check: (examined) =>
      measuresOf(
        examined,
        asked,
        ({ row }, { ref }) => row === OFFICE_BAR && barrable(examined.facts).has(ref),
      ),
  });

const revokedOfficeBar = <Facts>(
  asked: Asks<Facts>,
  barrable: (facts: Facts) => ReadonlySet<string>,
): Rule<Facts> =>
  review({
    id: 'credit.office-bar-revoked',
    articles: [
      companyLaw('第一百七十八条第一款第四项'),
      companyLaw('第一百七十八条第二款'),
      registrationRegulation('第十二条第四项'),
    ],
    admits: ['register', 'refuse'],
    zh: '{person} 拟任职，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：担任因违法被吊销营业执照、责令关闭的企业的法定代表人并负有个人责任的，三年内不得担任',
    en: '{person} is to hold office and is under the measure {row} by the records {records} ({articles}, until {until}): responsible as legal representative of an enterprise whose licence was revoked or that was closed by order, nobody may hold it for three years',
    check: (examined) =>
      measuresOf(
        examined,
        asked,
        ({ row }, { ref }) => row === REVOKED_OFFICE_BAR && barrable(examined.facts).has(ref),
      ),
  });

/**
 * Whoever signs as the head of a company and may not be one any more: another change has to bring a change of the head
 * along (实施细则 第二十条第一款), and is not refused for it.
 */
export const headBarredRule = <Facts>(asked: Asks<Facts>): Rule<Facts> =>
  review({
    id: 'credit.head-barred',
    articles: [implementingRules('第二十条第一款'), registrationRegulation('第二十五条')],
    admits: ['register', 'return'],
    zh: '{person} 的信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：法定代表人依法受到任职资格限制的，应当及时申请办理法定代表人变更登记',
    en: '{person} is under the measure {row} by the records {records} ({articles}, until {until}): a legal representative who may hold no office has to be replaced without delay',
    check: (examined) =>
      measuresOf(examined, asked, ({ row }) => row === OFFICE_BAR || row === REVOKED_OFFICE_BAR),
  });

/** Rows that have a rule of their own, or reach nobody where an enterprise has no such offices. */
const KNOWN = new Set([OFFICE_BAR, REVOKED_OFFICE_BAR, REGISTRATION_BAR]);

export interface CreditOf<Facts> {
  /** Who applies and is proven: shareholders, officers, the agent; an organisation by its code. */
  readonly asked: Asks<Facts>;
  /** Whom the bar reaches; left out where the enterprise has no such offices. */
  readonly barrable?: (facts: Facts) => ReadonlySet<string>;
  /** @default 公司法 第一百七十八条 */
  readonly bar?: OfficeBar;
}

export const creditRules = <Facts>({
  asked,
  barrable,
  bar = companyBar,
}: CreditOf<Facts>): readonly Rule<Facts>[] => [
  ...(barrable === undefined ? [] : [officeBar(asked, barrable, bar), revokedOfficeBar(asked, barrable)]),
  review({
    id: 'credit.registration-bar',
    articles: [registrationRegulation('第四十条第三款')],
    admits: ['register', 'refuse'],
    zh: '{person} 为申请人，信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：虚假登记的直接责任人三年内不得再次申请登记',
    en: '{person} applies and is under the measure {row} by the records {records} ({articles}, until {until}): directly responsible for a false registration, nobody may apply within three years',
    check: (examined) => measuresOf(examined, asked, ({ row }) => row === REGISTRATION_BAR),
  }),
  /* A row of which these rules know no statutory ground: an officer sees it, and nothing may be refused for it. */
  review({
    id: 'credit.other-measure',
    articles: [registrationRegulation('第二十条')],
    admits: ['register'],
    zh: '{person} 的信用记录 {records} 触发措施 {row}（依据 {articles}，至 {until}）：不是不予登记的法定情形',
    en: '{person} is under the measure {row} by the records {records} ({articles}, until {until}): no statutory ground to refuse',
    check: (examined) => measuresOf(examined, asked, ({ row }) => !KNOWN.has(row)),
  }),
  review({
    id: 'credit.unknown',
    articles: [registrationRegulation('第十九条第一款')],
    admits: ['register'],
    zh: '{person} 的信用状况暂时无法确认，应当由登记人员审查，不得据此不予登记',
    en: 'The standing of {person} cannot be told now: an officer examines the filing, and it is no ground to refuse',
    check: (examined) =>
      readStandings(examined, asked)
        .filter(({ standing }) => standing === undefined || isUncertain(standing))
        .map(({ asked: { path, ref } }) => ({ path, values: { person: ref } })),
  }),
];
