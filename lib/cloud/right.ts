import type { tables } from '../store/tables.ts';

export type TableName = keyof typeof tables;
export type KeyName = 'receipt' | 'licence' | 'log' | 'subjectHash' | 'seal' | 'materials';

/** Nothing here deletes, scans, or writes without naming the item: such a right cannot be given. */
type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query';
type WriteAction = 'PutItem' | 'ConditionCheckItem';

/** Beginnings of partition keys (see `keys.ts`); an item under any other is out of reach. */
interface ItemRights<Table extends TableName, Action extends string> {
  readonly table: Table;
  readonly allow: readonly Action[];
  readonly under: readonly [string, ...string[]];
}

type IndexRights = {
  readonly [Table in TableName]: {
    readonly table: Table;
    readonly query: (typeof tables)[Table]['indexes'][number]['name'];
  };
}[TableName];

export type Right =
  | ItemRights<'filings' | 'credit', ReadAction | WriteAction>
  | ItemRights<'lookupLog', ReadAction | 'PutItem'>
  /* Only a counter is ever changed in its place. */
  | { readonly table: 'credit'; readonly allow: readonly ['UpdateItem']; readonly under: readonly ['QUOTA#'] }
  | IndexRights
  | { readonly stream: TableName }
  | { readonly key: 'receipt' | 'licence' | 'log'; readonly allow: readonly ('Sign' | 'GetPublicKey')[] }
  | { readonly key: 'subjectHash' | 'seal'; readonly allow: readonly ['GenerateMac'] }
  | { readonly key: 'materials'; readonly allow: readonly ('GenerateDataKey' | 'Decrypt')[] }
  | FileRights
  /* Copies are put, and neither read nor changed: what is locked stays as it was put. */
  | { readonly files: 'evidence'; readonly allow: readonly ['PutObject'] };

/** On files of materials, all of which have keys of one beginning. A form or a link has the rights of whoever signs it. */
interface FileRights {
  readonly files: 'materials';
  readonly allow: readonly (
    | 'PutObject'
    | 'PutObjectTagging'
    | 'PutObjectVersionTagging'
    | 'GetObject'
    | 'GetObjectVersion'
  )[];
}
