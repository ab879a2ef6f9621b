import type { WatchSubjects } from '../../lib/acts/watch-subjects.ts';
import { beginWatch, endWatch, listWatches, listWatchHits } from '../../lib/contract/credit-watches.ts';
import { isWatching, type Watch, watchedSubject } from '../../lib/domain/credit/watch.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

const presentWatch = (watch: Watch, on: PlainDate) => {
  const { id, subject, purpose, basis, lookup, since, until, endedAt } = watch;
  return {
    id,
    subject: watchedSubject(subject),
    purpose,
    basis,
    lookup,
    since,
    until,
    state: isWatching(watch, on) ? ('watching' as const) : ('ended' as const),
    ...(endedAt !== undefined && { endedAt }),
  };
};

export const createHandler = ({ watches }: { readonly watches: WatchSubjects }) =>
  surfaceHandler([
    httpHandler(beginWatch, async ({ caller, body, moment }) => ({
      status: 200,
      body: presentWatch(await watches.begin(caller, body, moment), moment.on),
    })),
    httpHandler(endWatch, async ({ caller, params, moment }) => ({
      status: 200,
      body: presentWatch(await watches.end(caller, params.id, moment), moment.on),
    })),
    httpHandler(listWatches, async ({ caller, query, moment }) => {
      const { entries, next } = await watches.list(caller, query.cursor);
      const shown = entries.map((watch) => presentWatch(watch, moment.on));
      return { status: 200, body: { watches: shown, ...(next !== undefined && { next }) } };
    }),
    httpHandler(listWatchHits, async ({ caller, query }) => {
      const { entries, next } = await watches.hits(caller, query.cursor);
      const hits = entries.map(({ authority: _authority, ...hit }) => hit);
      return { status: 200, body: { hits, ...(next !== undefined && { next }) } };
    }),
  ]);
