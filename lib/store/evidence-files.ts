import type { PlainDate } from '../domain/time/plain-date.ts';

/**
 * Where copies of the log of look-ups and its roots are put. Each has one name for good, and what stands under it stays: what
 * comes again is the same, or was changed meanwhile and must not take its place.
 */
export interface EvidenceFiles {
  put(name: string, text: string): Promise<void>;
}

export interface ShardCopied {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly shard: number;
}

/** Everything under one beginning, by which the right to put is told. */
export const EVIDENCE_PREFIX = 'log/';

/** Entries of one shard of a day in their order, one JSON object a line, in parts of some megabytes. */
export const partName = ({ jurisdiction, day, shard }: ShardCopied, part: number): string =>
  `${EVIDENCE_PREFIX}${jurisdiction}/${day}/${shard}-${String(part).padStart(6, '0')}.ndjson`;

/** What a day was sealed as, with the signature over it. */
export const rootName = (jurisdiction: string, day: PlainDate): string =>
  `${EVIDENCE_PREFIX}${jurisdiction}/${day}/root.json`;
