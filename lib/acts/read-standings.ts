import { getPurpose } from '../../catalog/purposes.ts';
import type { LiveMeasure } from '../domain/measures/view-at.ts';
import type { OtherKeys } from '../domain/subject/linked-key.ts';
import type { AppliedMeasure, StandingEvidence } from '../domain/subject/standing-evidence.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { createJudgeStandings, DEADLINE_MS, type JudgeDeps, linkedIn } from './judge-standings.ts';
import { answerLogged } from './log-lookup.ts';

/** Who asks, in whose name, about whom and why. */
export interface StandingsAsked {
  readonly subjects: readonly SubjectKey[];
  readonly otherKeys?: OtherKeys | undefined;
  readonly purpose: string;
  readonly basis: string;
  readonly asker: { readonly id: string; readonly authority: string; readonly jurisdiction: string };
  readonly moment: Moment;
}

export type ReadStandings = (asked: StandingsAsked) => Promise<readonly StandingEvidence[]>;

function applied({ row, articles, until, records }: LiveMeasure): AppliedMeasure {
  const disputed = records.flatMap((entry) => (entry.disputed ? [entry.record] : []));
  return {
    row: row.id,
    articles,
    ...(until !== 'open' && { until }),
    records: records.map(({ record }) => record),
    ...(disputed.length > 0 && { disputed }),
  };
}

/**
 * Standings as facts of a case (信用状况), one for each subject asked for, in their order. One step: the reads and
 * the log entry side by side. A read that fails gives `unknown`; nobody asked for asks nothing and logs nothing.
 *
 * @throws DomainError `lookup-not-logged`, `unknown-purpose`.
 */
export function createReadStandings({
  lookupLog,
  ...deps
}: JudgeDeps & { readonly lookupLog: Pick<LookupLogStore, 'append'> }): ReadStandings {
  const judge = createJudgeStandings(deps);
  const { deadlineMs = DEADLINE_MS } = deps;
  return async ({ subjects, otherKeys, purpose: purposeId, basis, asker, moment }) => {
    if (subjects.length === 0) return [];
    const purpose = getPurpose(purposeId, basis, moment.on);
    const once = [...new Set(subjects)];
    const { id: caller, authority, jurisdiction } = asker;
    const asked = { ...moment, caller, authority, jurisdiction, purpose: purpose.id, basis, subjects: once };
    const { id: lookup, answer } = await answerLogged(
      lookupLog,
      asked,
      deadlineMs,
      () => judge({ subjects: once, otherKeys, purpose, moment }),
      undefined,
      linkedIn,
    );
    return answer.map(({ subject, verdict, view, coverage }) => {
      const incentives = (view?.incentives ?? []).map(applied);
      return {
        subject,
        verdict,
        measures: (view?.discipline ?? []).map(applied),
        ...(incentives.length > 0 && { incentives }),
        coverage,
        lookup,
        readAt: moment.at,
      };
    });
  };
}
