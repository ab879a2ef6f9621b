import { DomainError } from '../domain/errors.ts';
import { releaseName } from '../domain/registration/claim-name.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { NameClaimStore } from '../store/name-claim-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { readNames } from './examine-filing.ts';
import { isFiledBy, requireSight } from './filing-rights.ts';
import { filedOf, type Located, relocateFiling } from './locate-filing.ts';
import { asConflict, type InReview, requireOpen } from './open-filing.ts';
import { outrunRaces } from './outrun-races.ts';
import { createReadRegister, type RegisterDeps } from './read-register.ts';
import { prepareStep, type StepDeps } from './review-step.ts';

export interface WithdrawDeps extends RegisterDeps, StepDeps {
  readonly filings: StepDeps['filings'] & { find(id: string): Promise<Filing | undefined> };
  readonly requests: RequestStore;
  readonly nameClaims: NameClaimStore;
  readonly writeAll: WriteAll;
}

export interface WithdrawalRequest {
  readonly filing: string;
  readonly expectedVersion?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * A step an authority takes by its office is no application: no statute lets it be taken back, and an inquiry or a case
 * ends by a decision of somebody else (行政处罚法 第五十七条, 实施细则 第五十三条), which may be to return it.
 */
function requireApplication({ exOfficio }: Filing): void {
  if (exOfficio) throw new DomainError('withdrawal-not-allowed', { values: { reason: 'by-office' } });
}

/**
 * Withdraws a filing before it is decided: whoever filed it, or the window that took it. It leaves the queue and gives
 * up the name it held, in one transaction with its receipt; of a withdrawal and a decision at one moment one holds. That
 * who applied may take it back until it is decided is [inference]: law gives the right to apply and nowhere ends it.
 *
 * @throws DomainError `not-found`, `forbidden`, `withdrawal-not-allowed`, `filing-not-open`, `version-conflict`,
 *   `signing-unavailable`, `too-busy`.
 */
export function createWithdrawFiling(deps: WithdrawDeps) {
  const readRegister = createReadRegister(deps);

  const release = async (open: InReview, located: Located): Promise<readonly Write[]> => {
    const { matter, item } = located;
    const filed = filedOf(open);
    const code = matter.about === 'enterprise' ? matter.code : matter.parent;
    const register = code === undefined ? undefined : await readRegister(code, item.undoes?.(filed));
    const { taken } = await readNames(located, filed, register, deps.nameClaims);
    return taken === undefined
      ? []
      : [deps.nameClaims.replace(taken, releaseName(taken.claims, { filing: open.id }))];
  };

  const run = async (
    { filing: id, expectedVersion, reason }: WithdrawalRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const [found] = await Promise.all([deps.filings.find(id), unanswered()]);
    const seen = requireSight(caller, found);
    if (!isFiledBy(caller, seen)) throw new DomainError('forbidden');
    requireApplication(seen);
    const open = requireOpen(seen, expectedVersion);
    const located = await relocateFiling(open);
    const withdrawal = {
      by: caller.id,
      at: moment.at,
      on: moment.on,
      ...(reason !== undefined && { reason }),
    };
    const step = {
      type: 'FilingWithdrawn',
      by: caller.id,
      state: { state: 'withdrawn', withdrawal },
    } as const;
    const [released, { filing, writes }] = await Promise.all([
      release(open, located),
      prepareStep(open, located, step, moment, deps),
    ]);
    try {
      await save(filing, [...writes, ...released]);
    } catch (error) {
      throw asConflict(error, seen);
    }
    return filing;
  };

  return answeringStep(deps, run, outrunRaces);
}
