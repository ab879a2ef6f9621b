/** Somebody asked for what is not there or cannot be; the message says how to ask. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Which store to read, as somebody at a terminal names it. */
export interface AskedStore {
  /** A data directory of the local run, whether its service runs or not. */
  readonly data?: string | undefined;
  /** Any DynamoDB-compatible engine, AWS too. */
  readonly endpoint?: string | undefined;
  /** What the names of the tables begin with. @default 'tongbiao' */
  readonly prefix?: string | undefined;
  /** The whole name of the table of filings, where it has no prefix of ours. */
  readonly table?: string | undefined;
  /** Public keys as `GET /standards/keys` gives them: a file or an address. */
  readonly keys?: string | undefined;
}

/** The options by which every tool that reads a store names it. */
export const storeOptions = {
  data: { type: 'string' },
  endpoint: { type: 'string' },
  prefix: { type: 'string' },
  table: { type: 'string' },
  keys: { type: 'string' },
} as const;

export const storeUsage = `  --data DIR                       数据目录 a data directory of the local run (default .local), read from a copy where no service runs on it
  --endpoint URL --keys FILE|URL   任一 DynamoDB 引擎 any DynamoDB engine, AWS too; keys as GET /v1/standards/keys gives them
  --prefix NAME | --table NAME     表名前缀或申请表全名 prefix of the tables (default tongbiao), or the whole name of the table of filings`;
