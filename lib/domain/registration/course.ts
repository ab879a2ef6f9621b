import { DomainError } from '../errors.ts';
import type { Decision } from '../standard/decide.ts';
import type { Outcome } from '../standard/finding.ts';

/**
 * What happens to a filing without an officer: it is registered on the spot when nothing is found, returned
 * with everything at once when something is to be mended, and otherwise waits for a person to judge.
 */
export type Course = 'register' | 'return' | 'review';

export function courseOf({ findings }: Decision): Course {
  if (findings.length === 0) return 'register';
  return findings.some(({ effect }) => effect === 'defect') ? 'return' : 'review';
}

/** What an officer wants to decide. */
export interface Choice {
  readonly outcome: Outcome;
  /** For a refusal: the rules whose findings carry it. */
  readonly grounds?: readonly string[];
  readonly departure?: { readonly code: string };
}

/** A reason for departing from the standard, and the outcomes it carries. */
export interface DepartureRight {
  readonly code: string;
  readonly outcomes: readonly Outcome[];
}

const refuse = (choice: Choice, decision: Decision): never => {
  throw new DomainError('outcome-not-admissible', {
    values: { outcome: choice.outcome, admissible: decision.admissible },
    findings: decision.findings,
  });
};

/**
 * Holds an officer's choice against the standard: an admissible outcome, a refusal on grounds that were found,
 * or a departure whose reason carries that outcome.
 *
 * @throws DomainError `outcome-not-admissible`.
 */
export function requireAdmissible(
  choice: Choice,
  decision: Decision,
  departures: readonly DepartureRight[],
): void {
  if (choice.departure !== undefined) {
    const right = departures.find(({ code }) => code === choice.departure?.code);
    if (!right?.outcomes.includes(choice.outcome)) refuse(choice, decision);
    return;
  }
  if (!decision.admissible.includes(choice.outcome)) refuse(choice, decision);
  if (choice.outcome !== 'refuse') return;
  const found = decision.findings.filter(({ admits }) => admits.includes('refuse')).map(({ rule }) => rule);
  const grounds = choice.grounds ?? [];
  if (grounds.length === 0 || !grounds.every((ground) => found.includes(ground))) refuse(choice, decision);
}
