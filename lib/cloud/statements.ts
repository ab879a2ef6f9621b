import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EvidenceBucket } from './constructs/evidence-bucket.ts';
import type { ImportBucket } from './constructs/import-bucket.ts';
import type { KeyRing } from './constructs/key-ring.ts';
import type { MaterialBucket } from './constructs/material-bucket.ts';
import type { RecordTables } from './constructs/record-tables.ts';
import type { Right } from './right.ts';

/** What rights are about. */
export interface State {
  readonly tables: RecordTables;
  readonly keys: KeyRing;
  readonly files: MaterialBucket;
  readonly evidence: EvidenceBucket;
  readonly imports: ImportBucket;
  /** ARNs of the keys that persons are keyed by, the one that writes first. */
  readonly hashingKeys: readonly [string, ...string[]];
}

const READS_STREAM = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];

const named = (service: string, actions: readonly string[]): string[] =>
  actions.map((action) => `${service}:${action}`);

/** The files that a right is about. */
export const filesOf = (kind: 'materials' | 'exports' | 'evidence', { files, evidence }: State) =>
  kind === 'evidence' ? evidence : { arnOfAll: files.arnOf[kind], findingOfAll: files.findingOf[kind] };

/**
 * A right as IAM has it: exactly its actions on exactly its resource. CDK's own grants are not used, as they give
 * more (a table's `grantReadData` gives Scan). Leading keys say nothing about an index, whose items are all one kind.
 */
export function statementFor(right: Right, state: State): PolicyStatement {
  const { tables, keys, imports, hashingKeys } = state;
  if ('stream' in right) {
    const resources = [tables.streamArnOf(right.stream)];
    return new PolicyStatement({ actions: named('dynamodb', READS_STREAM), resources });
  }
  if ('key' in right) {
    const resources = right.key === 'subjectHash' ? [...hashingKeys] : [keys[right.key].keyArn];
    return new PolicyStatement({ actions: named('kms', right.allow), resources });
  }
  if ('files' in right) {
    const { arnOfAll } = filesOf(right.files, state);
    return new PolicyStatement({ actions: named('s3', right.allow), resources: [arnOfAll] });
  }
  if ('objects' in right) {
    return new PolicyStatement({
      actions: named('s3', right.allow),
      resources: [imports.arnOf(right.objects)],
    });
  }
  const { tableArn } = tables[right.table];
  if ('query' in right) {
    return new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${tableArn}/index/${right.query}`],
    });
  }
  return new PolicyStatement({
    actions: named('dynamodb', right.allow),
    resources: [tableArn],
    conditions: {
      'ForAllValues:StringLike': {
        'dynamodb:LeadingKeys': right.under.map((beginning) =>
          beginning.endsWith('#') ? `${beginning}*` : beginning,
        ),
      },
    },
  });
}
