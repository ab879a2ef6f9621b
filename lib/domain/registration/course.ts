import { DomainError } from '../errors.ts';
import type { Decision } from '../standard/decide.ts';
import type { Outcome } from '../standard/finding.ts';

/**
 * What happens to a filing without an officer: it is registered on the spot when nothing is to be judged, returned
 * with everything at once when something is to be mended, and otherwise waits for a person to judge.
 */
export type Course = 'register' | 'return' | 'review';

export function courseOf({ findings }: Decision): Course {
  if (findings.some(({ effect }) => effect === 'defect')) return 'return';
  return findings.some(({ effect }) => effect === 'review') ? 'review' : 'register';
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

const isCarried = ({ outcome, departure }: Choice, decision: Decision, rights: readonly DepartureRight[]) =>
  departure === undefined
    ? decision.admissible.includes(outcome)
    : rights.some((right) => right.code === departure.code && right.outcomes.includes(outcome));

/**
 * Holds an officer's choice against the standard: an admissible outcome, or a departure whose reason carries it;
 * a refusal rests on grounds that were found, and only a departing one may name none.
 *
 * @throws DomainError `outcome-not-admissible`.
 */
export function requireAdmissible(
  choice: Choice,
  decision: Decision,
  departures: readonly DepartureRight[],
): void {
  if (!isCarried(choice, decision, departures)) refuse(choice, decision);
  if (choice.outcome !== 'refuse') return;
  const found = decision.findings.filter(({ admits }) => admits.includes('refuse')).map(({ rule }) => rule);
  const { grounds = [], departure } = choice;
  const isGrounded = grounds.length > 0 || departure !== undefined;
  if (!isGrounded || !grounds.every((ground) => found.includes(ground))) refuse(choice, decision);
}
