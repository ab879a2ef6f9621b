/** One index over a table; all keys are strings and everything is projected. */
export interface IndexShape {
  readonly name: string;
  readonly hash: string;
  readonly range: string;
}

/** A table as the cloud and the local run both create it: keys `pk` and `sk`, on-demand. */
export interface TableShape {
  readonly name: 'filings' | 'credit' | 'lookup-log';
  readonly indexes: readonly IndexShape[];
  /** Attribute with the epoch second at which an item may be dropped. */
  readonly timeToLive?: string;
  readonly streamed: boolean;
}

/** `docs/access-patterns.md` tells which question each key answers. */
export const tables = {
  filings: {
    name: 'filings',
    indexes: [
      { name: 'queue', hash: 'queuePk', range: 'queueSk' },
      { name: 'applicant', hash: 'applicantPk', range: 'applicantSk' },
      { name: 'name', hash: 'namePk', range: 'nameSk' },
    ],
    timeToLive: 'expiresAt',
    streamed: true,
  },
  credit: {
    name: 'credit',
    indexes: [
      { name: 'record', hash: 'recordPk', range: 'recordSk' },
      { name: 'authority', hash: 'authorityPk', range: 'authoritySk' },
      { name: 'list', hash: 'listPk', range: 'listSk' },
      { name: 'tasks', hash: 'taskPk', range: 'taskSk' },
      { name: 'ends', hash: 'endPk', range: 'endSk' },
    ],
    timeToLive: 'expiresAt',
    streamed: true,
  },
  lookupLog: { name: 'lookup-log', indexes: [], streamed: true },
} as const satisfies Record<string, TableShape>;
