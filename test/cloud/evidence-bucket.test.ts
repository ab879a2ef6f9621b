import { expect, test } from 'vitest';
import { deploy, ofType, resourcesOf } from './synthesised.ts';

const resources = resourcesOf(deploy().state);

test('the stream of the record carries both images, as replication to another account asks', () => {
  expect(resources.TablesCredit2FE9F655?.Properties.StreamSpecification).toEqual({
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  });
});

const copies = 'EvidenceCopiesE675EECF';

test('copies of the log are private, kept in every version, and locked for three years', () => {
  expect(resources[copies]?.Properties).toMatchObject({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1096 } },
    },
    VersioningConfiguration: { Status: 'Enabled' },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  });
  expect(resources[copies]?.Properties).not.toHaveProperty('BucketName');
});

test('the lock is set for a deployment: how long, and whether anybody can lift it', () => {
  const set = resourcesOf(deploy({ retention: { lockDays: 3653, lock: 'compliance' } }).state);
  expect(set[copies]?.Properties.ObjectLockConfiguration).toMatchObject({
    Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } },
  });
});

test('every bucket is reached by TLS 1.2 alone, and nobody lifts a lock', () => {
  const policies = ofType(resources, 'AWS::S3::BucketPolicy').map(([, { Properties }]) =>
    JSON.stringify(Properties.PolicyDocument),
  );
  expect(policies.length).toBe(ofType(resources, 'AWS::S3::Bucket').length);
  for (const policy of policies) {
    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(policy).toContain('"NumericLessThan":{"s3:TlsVersion":1.2}');
  }
  expect(policies.join()).toContain('"Action":["s3:BypassGovernanceRetention","s3:PutObjectRetention"]');
});
