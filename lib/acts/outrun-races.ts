import { DomainError } from '../domain/errors.ts';
import { ConditionsFailed } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';

/** What others can take between reading and writing without touching the filing itself. */
const SHARED = new Set([
  'name-claims-unchanged',
  'code-is-free',
  'enterprise-unchanged',
  'licence-is-new',
  'record-is-new',
  'half-unchanged',
  'dispute-unchanged',
  'repair-unchanged',
]);

const lostToOthers = (error: unknown): boolean =>
  error instanceof ConditionsFailed && error.conditions.every((condition) => SHARED.has(condition));

/**
 * Starts over what somebody else overtook on a name, a code or an enterprise: it is examined again by what stands then.
 *
 * @throws DomainError `too-busy` when it is overtaken every time.
 */
export async function outrunRaces<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let race = 0; race < ATTEMPTS; race += 1) {
    await backOff(race);
    try {
      return await attempt();
    } catch (error) {
      if (!lostToOthers(error)) throw error;
    }
  }
  throw new DomainError('too-busy');
}
