import { type Half, withLink, withoutLink } from '../domain/credit/half.ts';
import { linkKindOf, type Succession, standingOf } from '../domain/credit/succession.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { type LinkedKey, MOST_LINKS, seenFrom } from '../domain/subject/linked-key.ts';
import { organisationKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { SuccessionStore } from '../store/succession-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { authorityOf } from './caller-authority.ts';
import { outrunRaces } from './outrun-races.ts';

export interface SuccessionDeps {
  readonly standings: Pick<StandingStore, 'getForUpdate' | 'readHalves' | 'replace'>;
  readonly successions: SuccessionStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

export type SuccessionToRecord = Pick<Succession, 'action' | 'former' | 'current' | 'kind' | 'document'>;

const DEADLINE_MS = 5_000;

const conflict = (
  reason: 'other-kind' | 'too-many' | 'none' | 'of-other-side' | 'of-other-authority',
): DomainError => new DomainError('succession-conflict', { values: { reason } });

const linkIn = ({ linked = [] }: Half, key: LinkedKey['key']): LinkedKey | undefined =>
  linked.find((one) => one.key === key);

/** @throws DomainError `invalid-request`. */
function requireTwoCodes({ former, current, document }: SuccessionToRecord, { on }: Moment): void {
  const defects = [
    ...(former === current ? [{ path: '/current', code: 'same-code' }] : []),
    ...(document.decidedOn > on ? [{ path: '/document/decidedOn', code: 'after-today' }] : []),
  ];
  if (defects.length > 0) throw new DomainError('invalid-request', { defects });
}

/**
 * Records that one code of an organisation took the place of another (换码、转型), or withdraws that: in the halves of the
 * caller's side, of both codes at once, so that nobody sees it from one end alone. Whoever asks by either code from then on
 * is told of the other, and of one whose code was replaced all records count. Each side has the link for itself, and keeps it
 * until all of its authorities that recorded it have withdrawn it: nobody takes away what another said by a document.
 *
 * @throws DomainError `forbidden` for whoever neither registers nor runs a platform, `invalid-request`,
 *   `succession-conflict`, `idempotency-conflict`, `too-busy`.
 */
export function createRecordSuccession(deps: SuccessionDeps) {
  const { standings, successions } = deps;

  /** What is to be written; or, of what this authority recorded already, how it stands. */
  async function take(
    succession: Succession,
  ): Promise<{ readonly as: Succession; readonly writes: readonly Write[] }> {
    const { jurisdiction: side, recordedBy } = succession;
    const [former, current] = [organisationKey(succession.former), organisationKey(succession.current)];
    const on = succession.document.decidedOn;
    const link: LinkedKey = { key: current, is: linkKindOf[succession.kind], on };
    const [own, other, everywhere] = await Promise.all([
      standings.getForUpdate(former, side),
      standings.getForUpdate(current, side),
      standings.readHalves(former, AbortSignal.timeout(DEADLINE_MS)),
    ]);
    /* Whoever says anything of it replaces the halves: what is read after them lacks nothing when they are unchanged. */
    const standing = standingOf(await successions.listOf(succession.former), succession);
    const [held] = everywhere.flatMap((half) => linkIn(half, current) ?? []);
    if (held !== undefined && held.is !== link.is) throw conflict('other-kind');
    const ofOwn = standing.find((one) => one.recordedBy === recordedBy);
    const inOwn = linkIn(own.half, current) !== undefined;
    const writes = (nextOwn: Half, nextOther: Half): readonly Write[] => [
      standings.replace(former, nextOwn, own),
      standings.replace(current, nextOther, other),
      ...successions.append(succession),
    ];
    if (succession.action === 'withdraw') {
      if (held === undefined) throw conflict('none');
      if (!inOwn) throw conflict('of-other-side');
      if (ofOwn === undefined) throw conflict('of-other-authority');
      return {
        as: succession,
        writes:
          standing.length > 1
            ? writes(own.half, other.half)
            : writes(withoutLink(own.half, current), withoutLink(other.half, former)),
      };
    }
    if (ofOwn !== undefined) return { as: ofOwn, writes: [] };
    if (!inOwn && [own, other].some(({ half: { linked = [] } }) => linked.length >= MOST_LINKS))
      throw conflict('too-many');
    return {
      as: succession,
      writes: writes(withLink(own.half, link), withLink(other.half, seenFrom(former, link))),
    };
  }

  return (
    caller: Caller,
    asked: SuccessionToRecord,
    once: Asked<Succession>,
    moment: Moment,
  ): Promise<Answered> =>
    answerOnce(deps.requests, deps.writeAll, once, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const { id: recordedBy, kind: authorityKind, jurisdiction } = authorityOf(caller);
        if (authorityKind === 'court') throw new DomainError('forbidden');
        requireTwoCodes(asked, moment);
        const succession = { ...asked, jurisdiction, recordedBy, recordedAt: moment.at };
        const [{ as, writes }] = await Promise.all([take(succession), unanswered()]);
        await save(as, writes);
        return as;
      }),
    );
}

export type RecordSuccession = ReturnType<typeof createRecordSuccession>;
