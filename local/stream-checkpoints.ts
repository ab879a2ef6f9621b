import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How far one shard was consumed. */
export interface ShardPosition {
  /** The last sequence number that was consumed. */
  readonly after?: string;
  /** The shard was closed and consumed to its end. */
  readonly done?: boolean;
}

type Positions = Record<string, Record<string, ShardPosition>>;

export interface StreamCheckpoints {
  readonly get: (stream: string, shard: string) => ShardPosition;
  readonly set: (stream: string, shard: string, position: ShardPosition) => void;
}

function read(path: string): Positions {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Positions;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * Where the pump stands in each stream, kept in one file that is replaced whole. A file lost or torn by a crash of
 * the machine means that streams are read again from their start, which consumers bear.
 */
export function openCheckpoints(path: string): StreamCheckpoints {
  const positions = read(path);
  return {
    get: (stream, shard) => positions[stream]?.[shard] ?? {},
    set: (stream, shard, position) => {
      positions[stream] = { ...positions[stream], [shard]: position };
      writeFileSync(`${path}.new`, JSON.stringify(positions));
      renameSync(`${path}.new`, path);
    },
  };
}
