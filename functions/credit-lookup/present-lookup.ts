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
    entries: entries.slice(0, most).map((entry) => {
      const { record, class: id, issuedBy, decidedOn, severity, jurisdiction, disputed, day } = entry;
      const repair = outlook(entry);
      const isUnknown = findRecordClass(id) === undefined;
      return {
        record,
        class: id,
        issuedBy,
        decidedOn,
        ...(severity && { severity }),
        jurisdiction,
        ...(disputed && { disputed }),
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

/** As much as fits, of all subjects alike, as JSON: only what is written tells how long it is. */
function fitted(answer: LookupAnswer, rows: readonly AskedRow[], room: number, outlook: Outlook) {
  const written = (extent: Extent): string => JSON.stringify(presentResults(answer, rows, extent, outlook));
  const fits = (results: string): boolean => Buffer.byteLength(results) <= room;
  let results = written(WHOLE);
  if (fits(results)) return { results, abridged: false };
  for (const extent of LESS) {
    results = written(extent);
    if (fits(results)) break;
  }
  return { results, abridged: true };
}

/**
 * The answer as JSON, of at most 4 MB. Its results are written once and apart from the rest, which has Chinese in it: up to
 * 3 MB are copied and counted in a third of the time as long as each character takes one byte.
 *
 * `rows`: what became of each row asked; of those that name somebody the answer has a result, in their order.
 */
export async function presentLookup(answer: LookupAnswer, rows: readonly AskedRow[]): Promise<string> {
  const { results: _results, purpose, ...told } = answer;
  const standings = answer.results.map(({ standing }) => standing);
  const head: Omit<Body, 'results'> = {
    ...told,
    purpose: purpose.id,
    asked: [...rows],
    coverage: presentCoverage(standings),
    repairConditions: [...repairConditions],
    rows: presentRows(standings),
  };
  const room = LONGEST_ANSWER - Buffer.byteLength(JSON.stringify(head)) - 100;
  const { results, abridged } = fitted(answer, rows, room, await outlookFor(answer));
  const beginning = JSON.stringify({ ...head, ...(abridged && { abridged }) });
  return `${beginning.slice(0, -1)},"results":${results}}`;
}
