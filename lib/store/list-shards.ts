import { createHash } from 'node:crypto';

/** Eight partitions for each list and side, so that a hot one limits neither who publishes nor who reads. */
export const LIST_SHARDS = 8;

export const shardOfRecord = (record: string): number =>
  (createHash('sha256').update(record).digest()[0] ?? 0) % LIST_SHARDS;
