import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { KeyRing } from '../constructs/key-ring.ts';
import { RecordTables } from '../constructs/record-tables.ts';

/** Everything that must outlive any change of code: the tables, and the keys without which they mean nothing. */
export class StateStack extends Stack {
  readonly tables: RecordTables;
  readonly keys: KeyRing;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.tables = new RecordTables(this, 'Tables');
    this.keys = new KeyRing(this, 'Keys');
  }
}
