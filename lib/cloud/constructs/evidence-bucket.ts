import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../environments.ts';
import { lockOf } from '../retention.ts';

export interface EvidenceBucketProps {
  readonly settings: Pick<Settings, 'retention'>;
}

/**
 * Copies of the log of look-ups and of its roots. What is put here cannot be changed or deleted before its lock ends, in
 * any version; not even with the right to lift a lock of the kind `governance`, until the policy here is taken off.
 */
export class EvidenceBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { settings }: EvidenceBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Copies', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: lockOf(settings),
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LocksStayAsSet',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:BypassGovernanceRetention', 's3:PutObjectRetention'],
        resources: [this.bucket.bucketArn, this.bucket.arnForObjects('*')],
      }),
    );
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'A log of access would need a bucket of its own that is less guarded than this one. Who put and read what stands in the account’s trail, whose data events an operator turns on for it.',
    });
  }
}
