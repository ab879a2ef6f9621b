import type { JudgedStanding } from '../../lib/acts/judge-standings.ts';
import type { LookupAnswer } from '../../lib/acts/look-up.ts';
import type { lookUp } from '../../lib/contract/credit-lookup.ts';
import type { End } from '../../lib/domain/credit/end.ts';
import type { LiveMeasure } from '../../lib/domain/measures/view-at.ts';
import type { SourceCoverage } from '../../lib/domain/subject/standing-evidence.ts';
import { subjectKindOf, subjectKinds } from '../../lib/domain/subject/subject-key.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

type Body = ResponseOf<typeof lookUp>['body'];

const until = (end: End) => (end === 'open' ? {} : { until: end });

const measuresOf = ({ view }: JudgedStanding): readonly LiveMeasure[] =>
  view === undefined ? [] : [...view.discipline, ...view.information, ...view.incentives];

const presentMeasure = ({ row, until: end, records, more }: LiveMeasure) => ({
  row: row.id,
  ...until(end),
  records: records.map(({ record, jurisdiction, day, disputed }) => ({
    record,
    jurisdiction,
    ...until(day),
    ...(disputed && { disputed }),
  })),
  more,
});

function presentStanding({ verdict, reasons, view }: JudgedStanding) {
  return {
    verdict,
    reasons: [...reasons],
    measures: (view?.discipline ?? []).map(presentMeasure),
    information: (view?.information ?? []).map(presentMeasure),
    incentives: (view?.incentives ?? []).map(presentMeasure),
    ...(view && {
      disclosed: {
        entries: view.disclosed.entries.map(({ day, ...entry }) => ({ ...entry, ...until(day) })),
        more: view.disclosed.more,
      },
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

export function presentLookup({ results, purpose, ...answer }: LookupAnswer): Body {
  const standings = results.map(({ standing }) => standing);
  return {
    ...answer,
    purpose: purpose.id,
    coverage: presentCoverage(standings),
    rows: presentRows(standings),
    results: results.map(({ subject, standing }, index) => ({
      index,
      subject,
      ...presentStanding(standing),
    })),
  };
}
