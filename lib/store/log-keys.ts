import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Key } from './keys.ts';

/** The keys of the table that look-ups are logged in. */
export const logKeys = {
  lookup: (jurisdiction: string, day: string, shard: number, at: Instant, id: string): Key => ({
    pk: `LOG#${jurisdiction}#${day}#${shard}`,
    sk: `${at}#${id}`,
  }),
  /** The days of a side's log, each once it is sealed; and before them where the log begins. */
  logRoot: (jurisdiction: string, day: string): Key => ({ pk: `ROOT#${jurisdiction}`, sk: day }),
  logBegin: (jurisdiction: string): Key => ({ pk: `BEGIN#${jurisdiction}`, sk: 'BEGIN' }),
  /** What a day is sealed as, before it is signed. */
  logDay: (jurisdiction: string, day: string): Key => ({ pk: `TREE#${jurisdiction}#${day}`, sk: 'DAY' }),
  shardTree: (jurisdiction: string, day: string, shard: number): Key => ({
    pk: `TREE#${jurisdiction}#${day}#${shard}`,
    sk: 'SHARD',
  }),
  /** How far a shard was read that no run has come to the end of. */
  grownShard: (jurisdiction: string, day: string, shard: number): Key => ({
    pk: `TREE#${jurisdiction}#${day}#${shard}`,
    sk: 'GROWN',
  }),
  shardLeaves: (jurisdiction: string, day: string, shard: number, chunk: number): Key => ({
    pk: `TREE#${jurisdiction}#${day}#${shard}`,
    sk: `LEAVES#${String(chunk).padStart(6, '0')}`,
  }),
  alarm: (month: string, at: Instant, kind: string, caller: string): Key => ({
    pk: `ALARM#${month}`,
    sk: `${at}#${kind}#${caller}`,
  }),
  seen: (subject: SubjectKey, at: Instant, id: string): Key => ({ pk: `SEEN#${subject}`, sk: `${at}#${id}` }),
} as const;
