import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';
import type { Completeness } from './source-store.ts';

export interface HealthAsked {
  readonly sources: readonly string[];
  readonly jurisdictions: readonly string[];
  /** The day whose seal is asked for. */
  readonly day: PlainDate;
}

export interface HealthRead {
  readonly completeness: Completeness;
  /** By jurisdiction, where its log begins. */
  readonly begins: ReadonlyMap<string, PlainDate>;
  /** The jurisdictions whose day is sealed. */
  readonly sealed: ReadonlySet<string>;
}

const source = z.object({ source: z.string(), completeUpTo: z.custom<Instant>() });
const begin = z.object({ pk: z.string(), day: z.custom<PlainDate>() });
const root = z.object({ jurisdiction: z.string() });

/** A batch that came back in part. */
class PartlyRead extends Error {
  override readonly name = 'PartlyRead';
}

/** What health is told by: a few small items of two tables, in one call. */
export function createHealthStore(
  client: DynamoDBDocumentClient,
  tables: { readonly credit: string; readonly lookupLog: string },
) {
  return {
    /** @throws whatever the engine does; nothing is told of a part of it. */
    async read({ sources, jurisdictions, day }: HealthAsked, signal: AbortSignal): Promise<HealthRead> {
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(
        new BatchGetCommand({
          RequestItems: {
            [tables.credit]: { Keys: sources.map(keys.source) },
            [tables.lookupLog]: {
              Keys: jurisdictions.flatMap((side) => [keys.logRoot(side, day), keys.logBegin(side)]),
            },
          },
        }),
        { abortSignal: signal },
      );
      if (Object.keys(UnprocessedKeys).length > 0) throw new PartlyRead();
      const beats = (Responses[tables.credit] ?? []).map((item) => z.parse(source, item));
      const logged = Responses[tables.lookupLog] ?? [];
      const begins = logged.filter(({ sk }) => sk === 'BEGIN').map((item) => z.parse(begin, item));
      const roots = logged.filter(({ sk }) => sk !== 'BEGIN').map((item) => z.parse(root, item));
      return {
        completeness: new Map(beats.map((beat) => [beat.source, beat.completeUpTo])),
        begins: new Map(
          jurisdictions.flatMap((side) => {
            const found = begins.find(({ pk }) => pk === keys.logBegin(side).pk);
            return found === undefined ? [] : [[side, found.day] as const];
          }),
        ),
        sealed: new Set(roots.map(({ jurisdiction }) => jurisdiction)),
      };
    },
  };
}

export type HealthStore = ReturnType<typeof createHealthStore>;
