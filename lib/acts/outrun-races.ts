import { DomainError } from '../domain/errors.ts';
import { ConditionsFailed } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';

/** What others can take between reading and writing without touching the filing itself. */
const SHARED = new Set([
  'name-claims-unchanged',
  'code-is-free',
  'enterprise-unchanged',
  'licence-is-new',
  'status-place-is-free',
  'record-is-new',
  'half-unchanged',
  'filing-uncorrected',
  'uploads-unchanged',
  'exports-unchanged',
  'imports-unchanged',
  'material-unbound',
  'drafts-unchanged',
  'draft-unchanged',
  'dispute-unchanged',
  'repair-unchanged',
  'data-request-unchanged',
  'filing-unerased',
  'filing-unrestricted',
  'succession-is-new',
  'follow-up-unchanged',
]);

/** What changes with every step of a filing. */
const OF_FILING = new Set([...SHARED, 'filing-unchanged', 'event-is-new']);

const lostTo =
  (others: ReadonlySet<string>) =>
  (error: unknown): boolean =>
    error instanceof ConditionsFailed && error.conditions.every((condition) => others.has(condition));

async function outrun<Result>(
  attempt: () => Promise<Result>,
  isLost: (error: unknown) => boolean,
): Promise<Result> {
  for (let race = 0; race < ATTEMPTS; race += 1) {
    await backOff(race);
    try {
      return await attempt();
    } catch (error) {
      if (!isLost(error)) throw error;
    }
  }
  throw new DomainError('too-busy');
}

/**
 * Starts over what somebody else overtook on a name, a code, an enterprise, a material or a draft: it is examined again by what stands then.
 *
 * @throws DomainError `too-busy` when it is overtaken every time.
 */
export const outrunRaces = <Result>(attempt: () => Promise<Result>): Promise<Result> =>
  outrun(attempt, lostTo(SHARED));

/**
 * The same where somebody else changed the filing itself: who came late is told by what stands then, such as who has
 * claimed it. Only for steps that are held against the state they find, and not against what was read before.
 *
 * @throws DomainError `too-busy` when it is overtaken every time.
 */
export const outrunOthers = <Result>(attempt: () => Promise<Result>): Promise<Result> =>
  outrun(attempt, lostTo(OF_FILING));
