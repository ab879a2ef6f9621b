import {
  hitOf,
  type Told,
  toldOfDispute,
  toldOfSuccession,
  toldOfVersion,
  type Watch,
} from '../domain/credit/watch.ts';
import { DomainError } from '../domain/errors.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { disputeOfImage } from '../store/dispute-store.ts';
import { recordOfImage } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { successionOfImage } from '../store/succession-store.ts';
import type { WatchStore } from '../store/watch-store.ts';
import type { BatchProjection, StreamedItem } from './fan-out.ts';
import { readUnderAllKeys } from './read-under-all-keys.ts';

const DEADLINE_MS = 5_000;

interface ToldOf {
  /** Of the item that tells it. */
  readonly sequence: string;
  readonly subject: SubjectKey;
  readonly told: readonly Told[];
}

function toldIn(image: StreamedItem['image']): Omit<ToldOf, 'sequence'> | undefined {
  const version = recordOfImage(image);
  if (version !== undefined) return { subject: version.subject, told: [toldOfVersion(version)] };
  const dispute = disputeOfImage(image);
  if (dispute !== undefined) return { subject: dispute.subject, told: toldOfDispute(dispute) };
  const said = successionOfImage(image);
  return said && { subject: said.subject, told: [toldOfSuccession(said.succession)] };
}

/**
 * Tells whoever watches a subject that something was recorded about it: what happened to a record, that one is disputed or the
 * dispute answered, that another code took the place of its own. What ends by time alone is not recorded.
 *
 * Nearly nobody is watched: the keys of all subjects of a batch, and whether anybody watches them, are read together, and
 * watchers of those alone that have any.
 */
export const createTellWatchers = ({
  watches,
  standings,
}: {
  readonly watches: WatchStore;
  readonly standings: Pick<StandingStore, 'readMany'>;
}): BatchProjection => {
  const tell = (watchers: readonly Watch[], { told }: ToldOf, keys: readonly SubjectKey[]) =>
    Promise.all(
      watchers.flatMap((watch) =>
        told.flatMap((one) => {
          const hit = hitOf(watch, one, keys);
          return hit === undefined ? [] : watches.tell(hit);
        }),
      ),
    );

  return {
    name: 'watches',
    projectAll: async (items, onFault) => {
      const failed = new Set<string>();
      const fails = ({ sequence }: Pick<ToldOf, 'sequence'>, fault: unknown): void => {
        onFault(fault);
        failed.add(sequence);
      };
      const all = items.flatMap(({ sequence, image }): readonly ToldOf[] => {
        try {
          const told = toldIn(image);
          return told === undefined ? [] : [{ sequence, ...told }];
        } catch (fault) {
          fails({ sequence }, fault);
          return [];
        }
      });
      if (all.length === 0) return [...failed];
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const subjects = [...new Set(all.map(({ subject }) => subject))];
      /* Whoever watches a subject by another key of its own watches the same subject. */
      const { found } = await readUnderAllKeys(subjects, {}, (keys) =>
        standings.readMany(keys, signal, onFault),
      );
      const keysOf = new Map([...found].map(([subject, read]) => [subject, read.map(({ key }) => key)]));
      const watched = await watches.findWatched([...new Set([...keysOf.values()].flat())]);
      await Promise.all(
        [...Map.groupBy(all, ({ subject }) => subject)].map(async ([subject, ofSubject]) => {
          const keys = keysOf.get(subject);
          const fail = (fault: unknown): void => ofSubject.forEach((one) => void fails(one, fault));
          if (keys === undefined) return fail(new DomainError('too-busy'));
          if (!keys.some((key) => watched.has(key))) return;
          try {
            const watchers = (await Promise.all(keys.map((key) => watches.listWatchers(key)))).flat();
            for (const one of ofSubject)
              await tell(watchers, one, keys).catch((fault: unknown) => fails(one, fault));
          } catch (fault) {
            fail(fault);
          }
        }),
      );
      return [...failed];
    },
  };
};
