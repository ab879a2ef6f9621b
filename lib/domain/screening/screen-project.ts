import { type Condition, evaluate } from './condition.ts';
import type { ProjectFacts } from './project-facts.ts';

/** `hit`: the entry bars the project as told. `needs-evidence`: an answer is missing. From good to bad. */
export const screeningResults = ['clear', 'needs-evidence', 'hit'] as const;
export type ScreeningResult = (typeof screeningResults)[number];

/** An entry of the list, as far as screening needs it. */
export interface ScreenedEntry {
  readonly id: string;
  readonly bars: Condition;
}

export interface EntryScreening<Entry extends ScreenedEntry> {
  readonly entry: Entry;
  readonly result: ScreeningResult;
  /** What would settle it: ids of questions; empty unless `needs-evidence`. */
  readonly asks: readonly string[];
}

/** `not-applicable`: the list is for new fixed-asset investment (新增固定资产投资项目) only. */
export interface ProjectScreening<Entry extends ScreenedEntry> {
  readonly result: ScreeningResult | 'not-applicable';
  readonly entries: readonly EntryScreening<Entry>[];
}

function screenEntry<Entry extends ScreenedEntry>(entry: Entry, facts: ProjectFacts): EntryScreening<Entry> {
  const isNew: Condition = { fact: 'newFixedAssetInvestment', is: true };
  const barred = evaluate({ all: [isNew, entry.bars] }, facts);
  if (barred.holds === 'open') return { entry, result: 'needs-evidence', asks: barred.asks };
  return { entry, result: barred.holds ? 'hit' : 'clear', asks: [] };
}

/**
 * Holds one project against one list; the worst entry decides.
 *
 * What is not told is asked for and never assumed. The result is for the procedures of the project (备案, 核准,
 * 环评); registration of an enterprise is a formal review (条例 第十九条) and never rests on it.
 */
export function screenProject<Entry extends ScreenedEntry>(
  facts: ProjectFacts,
  list: readonly Entry[],
): ProjectScreening<Entry> {
  if (facts.newFixedAssetInvestment === false) return { result: 'not-applicable', entries: [] };
  const entries = list.map((entry) => screenEntry(entry, facts));
  const worst = screeningResults.findLast((result) => entries.some((entry) => entry.result === result));
  return { result: worst ?? 'clear', entries };
}
