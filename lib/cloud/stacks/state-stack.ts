import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { EvidenceBucket } from '../constructs/evidence-bucket.ts';
import { ImportBucket } from '../constructs/import-bucket.ts';
import { KeyRing } from '../constructs/key-ring.ts';
import { MaterialBucket } from '../constructs/material-bucket.ts';
import { RecordTables } from '../constructs/record-tables.ts';
import type { Settings } from '../environments.ts';

export interface StateStackProps extends StackProps {
  readonly settings: Settings;
}

/** Everything that must outlive any change of code: the tables and files, the keys without which they mean nothing, and what proves the log. */
export class StateStack extends Stack {
  readonly tables: RecordTables;
  readonly keys: KeyRing;
  readonly evidence: EvidenceBucket;
  readonly files: MaterialBucket;
  readonly imports: ImportBucket;
  readonly hashingKeys: readonly [string, ...string[]];

  constructor(scope: Construct, id: string, props: StateStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.tables = new RecordTables(this, 'Tables');
    this.keys = new KeyRing(this, 'Keys');
    this.evidence = new EvidenceBucket(this, 'Evidence', { settings: props.settings });
    this.files = new MaterialBucket(this, 'Materials', { key: this.keys.materials });
    this.imports = new ImportBucket(this, 'Imports', { key: this.keys.materials });
    const [first = 'own', ...others] = props.settings.subjectHashKeys ?? [];
    const arnOf = (key: string): string => (key === 'own' ? this.keys.subjectHash.keyArn : key);
    this.hashingKeys = [arnOf(first), ...others.map(arnOf)];
  }
}
