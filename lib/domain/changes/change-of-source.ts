import type { SourceTurn } from '../credit/source-turn.ts';
import type { Change, ChangeType } from './change.ts';

const typeOf = { stale: 'SourceStale', restored: 'SourceRestored' } as const satisfies Record<
  SourceTurn['kind'],
  ChangeType
>;

/** What is told of a source: while it is stale, look-ups that need it are answered `unknown`. */
export const changeOfSource = (turn: SourceTurn): Change => ({
  id: `source:${turn.source}:${turn.number}`,
  side: turn.jurisdiction,
  type: typeOf[turn.kind],
  at: turn.at,
  subject: `credit/sources/${turn.source}`,
  authority: turn.owner,
  data: {
    source: turn.source,
    owner: turn.owner,
    completeUpTo: turn.completeUpTo,
    maximumLagHours: turn.maximumLagHours,
  },
});
