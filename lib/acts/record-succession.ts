import { type Half, withLink, withoutLink } from '../domain/credit/half.ts';
import { linkKindOf, type Succession } from '../domain/credit/succession.ts';
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

const conflict = (reason: 'other-kind' | 'too-many' | 'none' | 'of-other-side'): DomainError =>
  new DomainError('succession-conflict', { values: { reason } });

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
 * is told of the other, and of one whose code was replaced all records count.
 *
 * @throws DomainError `forbidden` for whoever neither registers nor runs a platform, `invalid-request`,
 *   `succession-conflict`, `idempotency-conflict`, `too-busy`.
 */
export function createRecordSuccession(deps: SuccessionDeps) {
  const { standings } = deps;

  async function writesOf(asked: SuccessionToRecord, side: string): Promise<readonly Write[]> {
    const [former, current] = [organisationKey(asked.former), organisationKey(asked.current)];
    const link: LinkedKey = { key: current, is: linkKindOf[asked.kind], on: asked.document.decidedOn };
    const [own, other, everywhere] = await Promise.all([
      standings.getForUpdate(former, side),
      standings.getForUpdate(current, side),
      standings.readHalves(former, AbortSignal.timeout(DEADLINE_MS)),
    ]);
    const [held] = everywhere.flatMap((half) => linkIn(half, current) ?? []);
    if (held !== undefined && held.is !== link.is) throw conflict('other-kind');
    if (asked.action === 'withdraw') {
      if (held === undefined) throw conflict('none');
      if (linkIn(own.half, current) === undefined) throw conflict('of-other-side');
      return [
        standings.replace(former, withoutLink(own.half, current), own),
        standings.replace(current, withoutLink(other.half, former), other),
      ];
    }
    if (held !== undefined) return [];
    if ([own, other].some(({ half: { linked = [] } }) => linked.length >= MOST_LINKS))
      throw conflict('too-many');
    return [
      standings.replace(former, withLink(own.half, link), own),
      standings.replace(current, withLink(other.half, seenFrom(former, link)), other),
    ];
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
        const [writes] = await Promise.all([writesOf(asked, jurisdiction), unanswered()]);
        const succession = { ...asked, jurisdiction, recordedBy, recordedAt: moment.at };
        await save(
          succession,
          writes.length === 0 ? [] : [...writes, ...deps.successions.append(succession)],
        );
        return succession;
      }),
    );
}

export type RecordSuccession = ReturnType<typeof createRecordSuccession>;
