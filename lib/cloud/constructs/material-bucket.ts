import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportLimits } from '../../domain/credit/export.ts';
import { intakeLimits } from '../../domain/registration/intake-limits.ts';
import { PrivateBucket } from './private-bucket.ts';

export interface MaterialBucketProps {
  readonly key: IKey;
}

/** All files of materials, and the tag of those that no filing names yet (see `lib/store/material-files.ts`). */
const PREFIX = 'materials/';
const UNBOUND = { bound: 'no' };
/** Parts of exports (see `lib/store/export-files.ts`). */
const EXPORTS = 'exports/';

/** Longer than an upload counts, so that nothing is dropped that a filing could still name. */
const DAYS_OF_GRACE = 2;

/**
 * Files of materials: sent and fetched by signed forms and links alone. What no filing comes to name is dropped; what one
 * names stays, whatever is written over it.
 */
export class MaterialBucket extends Construct {
  readonly bucketName: string;
  /** Of every file of a kind in it, not of the bucket itself. */
  readonly arnOf: Readonly<Record<'materials' | 'exports', string>>;
  /** How the security checks name a right on them all. */
  readonly findingOf: Readonly<Record<'materials' | 'exports', string>>;

  constructor(scope: Construct, id: string, { key }: MaterialBucketProps) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Files', {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          prefix: PREFIX,
          tagFilters: UNBOUND,
          expiration: Duration.days(intakeLimits.material.keptDays + DAYS_OF_GRACE),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { prefix: PREFIX, expiredObjectDeleteMarker: true },
        {
          prefix: EXPORTS,
          expiration: Duration.days(exportLimits.keptDays + 1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { prefix: EXPORTS, expiredObjectDeleteMarker: true },
      ],
      exportedAs: 'materials',
      unloggedSince:
        'An access log would hold the signed links whole, each good for minutes. Who was given a link to what is the function’s to say.',
    });
    this.bucketName = bucket.bucketName;
    this.arnOf = { materials: bucket.arnOfAll(PREFIX), exports: bucket.arnOfAll(EXPORTS) };
    this.findingOf = { materials: bucket.findingOfAll(PREFIX), exports: bucket.findingOfAll(EXPORTS) };
  }
}
