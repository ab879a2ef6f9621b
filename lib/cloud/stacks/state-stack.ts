import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyRing } from '../constructs/key-ring.ts';
import { MaterialBucket } from '../constructs/material-bucket.ts';
import { RecordTables } from '../constructs/record-tables.ts';

/** Everything that must outlive any change of code: the tables and files, and the keys without which they mean nothing. */
export class StateStack extends Stack {
  readonly tables: RecordTables;
  readonly keys: KeyRing;
  readonly files: MaterialBucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.tables = new RecordTables(this, 'Tables');
    this.keys = new KeyRing(this, 'Keys');
    this.files = new MaterialBucket(this, 'Materials', { key: this.keys.materials });
  }
}
