import { getAuthority } from '../../catalog/authorities.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import type { JudgedStanding } from '../../lib/acts/judge-standings.ts';
import type { LookupAnswer } from '../../lib/acts/look-up.ts';
import type { lookUp } from '../../lib/contract/credit-lookup.ts';
import type { End } from '../../lib/domain/credit/end.ts';
import { type RepairOutlook, repairConditions, repairOutlookOf } from '../../lib/domain/credit/repair.ts';
import type { LiveMeasure, StandingView } from '../../lib/domain/measures/view-at.ts';
import type { AskedRow } from '../../lib/domain/subject/asked-rows.ts';
import type { SourceCoverage } from '../../lib/domain/subject/standing-evidence.ts';
import { subjectKindOf, subjectKinds } from '../../lib/domain/subject/subject-key.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';
import { presentOtherCodes } from '../../lib/edge/present-codes.ts';

type Body = ResponseOf<typeof lookUp>['body'];

/** How much of each subject is told. What is left out is told to be more; verdicts never change. */
interface Extent {
  readonly records: number;
  readonly entries: number;
  readonly listings: number;
}

const WHOLE: Extent = { records: 3, entries: 10, listings: 24 };
/** A thousand of the most burdened subjects fit by the last of them. */
const LESS: readonly Extent[] = [
  { records: 1, entries: 5, listings: 6 },
  { records: 1, entries: 1, listings: 2 },
  { records: 1, entries: 0, listings: 0 },
];
const LONGEST_ANSWER = 4_000_000;

/** Tells from when a record can be repaired. */
type Outlook = (entry: StandingView['disclosed']['entries'][number]) => RepairOutlook | undefined;

const needless: Outlook = () => undefined;

const isAgainst = (recordClass: string): boolean => findRecordClass(recordClass)?.bears === 'against';

/** The rules of repair are long, and most answers need none of them: they are loaded with the first that does. */
async function outlookFor(answer: LookupAnswer): Promise<Outlook> {
  const any = answer.results.some(({ standing }) =>
    standing.view?.disclosed.entries.some((entry) => isAgainst(entry.class)),
  );
  if (!any) return needless;
  const { repairTermsFor } = await import('../../catalog/records/repair-rules.ts');
  const known = new Map<string, RepairOutlook | undefined>();
  /* A thousand subjects have ten thousand entries, and few kinds of them. */
  return ({ class: id, severity, issuedBy, decidedOn }) => {
    const kind = `${id} ${severity} ${issuedBy} ${decidedOn}`;
    if (known.has(kind)) return known.get(kind);
    const { kind: authorityKind } = getAuthority(issuedBy);
    const terms = repairTermsFor({ class: id, authorityKind, decidedOn, ...(severity && { severity }) });
    const recordClass = findRecordClass(id);
    const outlook = recordClass && repairOutlookOf(recordClass, terms, decidedOn);
    known.set(kind, outlook);
    return outlook;
  };
}

const until = (end: End) => (end === 'open' ? {} : { until: end });

const measuresOf = ({ view }: JudgedStanding): readonly LiveMeasure[] =>
  view === undefined ? [] : [...view.discipline, ...view.information, ...view.incentives];

const presentMeasure =
  (most: number) =>
  ({ row, until: end, records, more }: LiveMeasure) => ({
    row: row.id,
    ...until(end),
    records: records.slice(0, most).map(({ record, jurisdiction, day, disputed }) => ({
      record,
      jurisdiction,
      ...until(day),
      ...(disputed && { disputed }),
    })),
    more: more || records.length > most,
  });

function presentDisclosed({ entries, more }: StandingView['disclosed'], most: number, outlook: Outlook) {
  return {
    entries: entries.slice(0, most).map(({ day, ...entry }) => {
      const repair = outlook({ day, ...entry });
      const isUnknown = findRecordClass(entry.class) === undefined;
      return {
        ...entry,
        ...(isUnknown && { classUnknown: true as const }),
        ...until(day),
        ...(repair && { repair }),
      };
    }),
    more: more || entries.length > most,
  };
}

function presentStanding(
  { verdict, reasons, view, listed, linked }: JudgedStanding,
  extent: Extent,
  outlook: Outlook,
) {
  const measure = presentMeasure(extent.records);
  const { history, listings, more } = listed;
  return {
    verdict,
    ...presentOtherCodes(linked),
    history,
    reasons: [...reasons],
    measures: (view?.discipline ?? []).map(measure),
    information: (view?.information ?? []).map(measure),
    incentives: (view?.incentives ?? []).map(measure),
    listings: listings.slice(0, extent.listings),
    ...((more || listings.length > extent.listings) && { moreListings: true as const }),
    ...(view && {
      disclosed: presentDisclosed(view.disclosed, extent.entries, outlook),
      ...(view.moreDisputed && { moreDisputed: true as const }),
    }),
  };
}

/** Each row that some result names, once: a thousand results refer to a handful of rows. */
function presentRows(standings: readonly JudgedStanding[]): Body['rows'] {
  const rows = new Map(standings.flatMap(measuresOf).map((measure) => [measure.row.id, measure]));
  return [...rows.values()].map(({ row, articles }) => ({
    id: row.id,
    group: row.group,
    name: row.name,
    list: row.provenance.source,
    edition: row.provenance.edition,
    confidence: row.provenance.confidence,
    articles: [...articles],
    executedBy: row.executedBy,
    release: row.release,
  }));
}

const presentSource = ({ source, state, completeUpTo }: SourceCoverage) => ({
  source,
  state,
  ...(completeUpTo !== undefined && { completeUpTo }),
});

function presentCoverage(standings: readonly JudgedStanding[]): Body['coverage'] {
  return subjectKinds.flatMap((kind) => {
    const one = standings.find(({ subject }) => subjectKindOf(subject) === kind);
    if (one === undefined) return [];
    const { coverage, completeUpTo } = one;
    return {
      subjects: kind,
      ...(completeUpTo !== undefined && { completeUpTo }),
      sources: coverage.map(presentSource),
    };
  });
}

function presentResults(
  { results }: LookupAnswer,
  rows: readonly AskedRow[],
  extent: Extent,
  outlook: Outlook,
): Body['results'] {
  const asked = rows.filter(({ status }) => status === 'answered' || status === 'duplicate');
  return results.map(({ subject, standing }, at) => {
    const row = asked[at] ?? { index: at, status: 'answered' };
    return {
      index: row.index,
      ...(row.status === 'duplicate' && { duplicateOf: row.duplicateOf }),
      subject,
      ...presentStanding(standing, extent, outlook),
    };
  });
}

/** More bytes than a result, each of its measures, and each record named in it take. */
const MOST_BYTES = { result: 700, measure: 120, record: 200, entry: 420 } as const;

const mostBytesOf = (results: Body['results']): number =>
  results.reduce((sum, { measures, information, incentives, listings, disclosed }) => {
    const applied = [...measures, ...information, ...incentives];
    const records = applied.reduce((count, one) => count + one.records.length, 0);
    const entries = listings.length + (disclosed?.entries.length ?? 0);
    const { result, measure, record, entry } = MOST_BYTES;
    return sum + result + applied.length * measure + records * record + entries * entry;
  }, 0);

const fits = (results: Body['results'], room: number): boolean =>
  mostBytesOf(results) <= room || Buffer.byteLength(JSON.stringify(results)) <= room;

/** As much as fits into 4 MB, of all subjects alike. An answer of usual length is not measured for it. */
function fitted(answer: LookupAnswer, rows: readonly AskedRow[], room: number, outlook: Outlook) {
  let results = presentResults(answer, rows, WHOLE, outlook);
  if (fits(results, room)) return { results, abridged: false };
  for (const extent of LESS) {
    results = presentResults(answer, rows, extent, outlook);
    if (fits(results, room)) break;
  }
  return { results, abridged: true };
}

/** `rows`: what became of each row asked; of those that name somebody the answer has a result, in their order. */
export async function presentLookup(answer: LookupAnswer, rows: readonly AskedRow[]): Promise<Body> {
  const { results: _results, purpose, ...told } = answer;
  const standings = answer.results.map(({ standing }) => standing);
  const head = {
    ...told,
    purpose: purpose.id,
    asked: [...rows],
    coverage: presentCoverage(standings),
    repairConditions: [...repairConditions],
    rows: presentRows(standings),
  };
  const room = LONGEST_ANSWER - Buffer.byteLength(JSON.stringify(head)) - 100;
  const { results, abridged } = fitted(answer, rows, room, await outlookFor(answer));
  return { ...head, ...(abridged && { abridged: true as const }), results };
}
