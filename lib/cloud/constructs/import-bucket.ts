import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { importLimits } from '../../domain/credit/import.ts';
import type { ImportObjects } from '../right.ts';

export interface ImportBucketProps {
  readonly key: IKey;
}

/** What is kept for how many days; personal numbers stand in uploads alone, which go first. */
const DAYS = {
  uploads: importLimits.uploadDays,
  chunks: importLimits.fileDays,
  results: importLimits.fileDays,
  receipts: importLimits.receiptDays,
} as const satisfies Record<ImportObjects, number>;

/** Files of records that are imported, and the receipts of their rows. Everything in it ends by itself. */
export class ImportBucket extends Construct {
  readonly bucketName: string;
  private readonly exported: string;
  private readonly bucketArn: string;

  constructor(scope: Construct, id: string, { key }: ImportBucketProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Files', {
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        ...Object.entries(DAYS).map(([objects, days]) => ({
          prefix: `imports/${objects}/`,
          expiration: Duration.days(days),
          /* What a step wrote over, or a lifecycle dropped, is there for one day more. */
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        })),
        { prefix: 'imports/', expiredObjectDeleteMarker: true },
      ],
    });
    /* The framework would have a function of its own set this, with a right over every bucket. */
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'An access log would hold the signed links whole, each good for minutes. Who asked for an import is kept with it.',
    });
    this.bucketName = bucket.bucketName;
    /* Exported under a name of ours, so that the checks name it alike before and after synthesis. */
    const stack = Stack.of(this);
    this.exported = `${stack.stackName}:imports`;
    this.bucketArn = stack.exportValue(bucket.bucketArn, { name: this.exported });
  }

  /** Of every object of one kind. */
  arnOf(objects: ImportObjects): string {
    return `${this.bucketArn}/imports/${objects}/*`;
  }

  /** How the security checks name a right on them. */
  findingOf(objects: ImportObjects): string {
    return `AwsSolutions-IAM5[Resource::${this.exported}/imports/${objects}/*]`;
  }
}
