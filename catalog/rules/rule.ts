import type { Outcome } from '../../lib/domain/standard/finding.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Violation } from '../../lib/domain/standard/standard.ts';

interface Told<Facts> {
  readonly id: string;
  readonly articles: readonly Article[];
  readonly zh: string;
  readonly en: string;
  readonly check: (examined: Case<Facts>) => readonly Violation[];
}

/** The applicant can and must mend it: the filing goes back with all findings. */
export const defect = <Facts>({ zh, en, ...told }: Told<Facts>): Rule<Facts> => ({
  ...told,
  effect: 'defect',
  admits: [],
  message: { zh, en },
});

/** An officer has to judge it, within what `admits`. */
export const review = <Facts>({
  zh,
  en,
  ...told
}: Told<Facts> & { readonly admits: readonly Outcome[] }): Rule<Facts> => ({
  ...told,
  effect: 'review',
  message: { zh, en },
});

/** Told, and nothing else: it changes neither the course of a filing nor what may be decided. */
export const note = <Facts>({ zh, en, ...told }: Told<Facts>): Rule<Facts> => ({
  ...told,
  effect: 'note',
  admits: [],
  message: { zh, en },
});

export const NONE: readonly Violation[] = [];

/** The violation where the condition holds, else none. */
export const when = (violated: boolean, path: string, values?: Violation['values']): readonly Violation[] =>
  violated ? [values === undefined ? { path } : { path, values }] : NONE;

/** One violation for each entry of a list that `judge` gives one for. */
export const each = <Entry>(
  entries: readonly Entry[],
  judge: (entry: Entry, index: number) => Violation | undefined,
): readonly Violation[] => entries.map(judge).filter((violation) => violation !== undefined);
