import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface PrivateBucketProps
  extends Pick<
    BucketProps,
    | 'bucketKeyEnabled'
    | 'encryption'
    | 'encryptionKey'
    | 'lifecycleRules'
    | 'objectLockDefaultRetention'
    | 'objectLockEnabled'
  > {
  /** What its ARN is exported as, within the stack. */
  readonly exportedAs: string;
  /** Why nobody keeps a log of access to it (AwsSolutions-S1). */
  readonly unloggedSince: string;
}

/**
 * What all buckets are: in every version, reached by TLS 1.2 alone, nobody's but the account's, kept when it leaves the
 * stack. Its ARN is exported under a name of ours, so that the security checks name it alike before and after synthesis.
 */
export class PrivateBucket extends Bucket {
  private readonly exportedAs: string;
  private readonly exportedArn: string;

  constructor(scope: Construct, id: string, { exportedAs, unloggedSince, ...props }: PrivateBucketProps) {
    super(scope, id, {
      ...props,
      versioned: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(this).acknowledge({ id: 'AwsSolutions-S1', reason: unloggedSince });
    const stack = Stack.of(this);
    this.exportedAs = `${stack.stackName}:${exportedAs}`;
    this.exportedArn = stack.exportValue(this.bucketArn, { name: this.exportedAs });
  }

  /** Of every object whose key begins so, not of the bucket itself. */
  arnOfAll(prefix: string): string {
    return `${this.exportedArn}/${prefix}*`;
  }

  /** How the security checks name a right on them all. */
  findingOfAll(prefix: string): string {
    return `AwsSolutions-IAM5[Resource::${this.exportedAs}/${prefix}*]`;
  }
}
