import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../environments.ts';
import { lockOf } from '../retention.ts';
import { PrivateBucket } from './private-bucket.ts';

/** All copies of the log and its roots (see `lib/store/evidence-files.ts`). */
const PREFIX = 'log/';

export interface EvidenceBucketProps {
  readonly settings: Pick<Settings, 'retention'>;
}

/**
 * Copies of the log of look-ups and of its roots. What is put here cannot be changed or deleted before its lock ends, in
 * any version; not even with the right to lift a lock of the kind `governance`, until the policy here is taken off.
 */
export class EvidenceBucket extends Construct {
  readonly bucketName: string;
  /** Of every copy of the log, not of the bucket itself. */
  readonly arnOfAll: string;
  /** How the security checks name a right on them all. */
  readonly findingOfAll: string;

  constructor(scope: Construct, id: string, { settings }: EvidenceBucketProps) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Copies', {
      objectLockEnabled: true,
      objectLockDefaultRetention: lockOf(settings),
      encryption: BucketEncryption.S3_MANAGED,
      exportedAs: 'evidence',
      unloggedSince:
        'A log of access would need a bucket of its own that is less guarded than this one. Who put and read what stands in the account’s trail, whose data events an operator turns on for it.',
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LocksStayAsSet',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:BypassGovernanceRetention', 's3:PutObjectRetention'],
        resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      }),
    );
    this.bucketName = bucket.bucketName;
    this.arnOfAll = bucket.arnOfAll(PREFIX);
    this.findingOfAll = bucket.findingOfAll(PREFIX);
  }
}
