import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { importLimits } from '../../domain/credit/import.ts';
import type { ImportObjects } from '../right.ts';
import { PrivateBucket } from './private-bucket.ts';

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
  private readonly bucket: PrivateBucket;

  constructor(scope: Construct, id: string, { key }: ImportBucketProps) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Files', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
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
      exportedAs: 'imports',
      unloggedSince:
        'An access log would hold the signed links whole, each good for minutes. Who asked for an import is kept with it.',
    });
    /* The framework would have a function of its own set this, with a right over every bucket. */
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    this.bucketName = bucket.bucketName;
    this.bucket = bucket;
  }

  /** Of every object of one kind. */
  arnOf(objects: ImportObjects): string {
    return this.bucket.arnOfAll(`imports/${objects}/`);
  }

  /** How the security checks name a right on them. */
  findingOf(objects: ImportObjects): string {
    return this.bucket.findingOfAll(`imports/${objects}/`);
  }
}
