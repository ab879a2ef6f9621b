import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { dayLeaf } from '../crypto/log-proof.ts';
import { consistencyPath } from '../crypto/merkle.ts';
import { DomainError } from '../domain/errors.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { LogRootStore, SignedDay } from '../store/log-root-store.ts';

/** That the log up to one day is the beginning of the log up to another (一致性证明). */
export interface ConsistencyProof {
  readonly from: SignedDay;
  readonly to: SignedDay;
  readonly path: readonly string[];
}

/** Without a side, all of them; without days, from the first to the last that is sealed. */
export interface DaysAsked {
  readonly jurisdiction?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

const LAST_DAY = '9999-12-31' as PlainDate;

const sidesOf = (jurisdiction: string | undefined): readonly string[] =>
  jurisdictions.map(({ code }) => code).filter((code) => jurisdiction === undefined || code === jurisdiction);

/** What anybody may read of the log: its signed roots, and that they go on from one another. */
export function createReadLogRoots({ logRoots }: { readonly logRoots: LogRootStore }) {
  const between = async (side: string, { from, to }: DaysAsked): Promise<ConsistencyProof | undefined> => {
    const days = await logRoots.allRootsUpTo(side, to ?? LAST_DAY);
    const earlier = from === undefined ? days[0] : days.find(({ day }) => day === from);
    const later = days.at(-1);
    if (earlier === undefined || later === undefined || (to !== undefined && later.day !== to))
      return undefined;
    const path = consistencyPath(earlier.log.size, days.map(dayLeaf));
    return { from: earlier, to: later, path: path.map((hash) => Buffer.from(hash).toString('base64url')) };
  };
  return {
    /** By day, the earliest first; of a page that ends within a side's days no other side's later ones are told. */
    async list(asked: { readonly jurisdiction?: string; readonly after?: PlainDate }) {
      const pages = await Promise.all(
        sidesOf(asked.jurisdiction).map((side) => logRoots.listRoots(side, asked.after)),
      );
      const [end] = pages.flatMap(({ next }) => (next === undefined ? [] : [next])).toSorted();
      const roots = pages
        .flatMap(({ days }) => days)
        .filter(({ day }) => end === undefined || day <= end)
        .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
      return { roots, ...(end !== undefined && { next: end }) };
    },

    /** @throws DomainError `not-found` where no side has both days; `invalid-request` where they come in the wrong order. */
    async proveConsistency(asked: DaysAsked): Promise<readonly ConsistencyProof[]> {
      if (asked.from !== undefined && asked.to !== undefined && asked.from > asked.to)
        throw new DomainError('invalid-request', { defects: [{ path: 'query:/to', code: 'before-from' }] });
      const proofs = await Promise.all(sidesOf(asked.jurisdiction).map((side) => between(side, asked)));
      const found = proofs.filter((proof) => proof !== undefined);
      if (found.length === 0) throw new DomainError('not-found');
      return found;
    },
  };
}

export type ReadLogRoots = ReturnType<typeof createReadLogRoots>;
