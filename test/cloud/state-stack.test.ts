import { expect, test } from 'vitest';
import { deploy, ofType, resourcesOf } from './synthesised.ts';

const { state } = deploy();
const resources = resourcesOf(state);

test('what holds state keeps its logical id: another one would mean another, empty table or key', () => {
  const held = Object.entries(resources).map(([id, { Type }]) => `${Type} ${id}`);
  expect(held).toEqual([
    'AWS::DynamoDB::GlobalTable TablesFilings82312B59',
    'AWS::DynamoDB::GlobalTable TablesCredit2FE9F655',
    'AWS::DynamoDB::GlobalTable TablesLookupLogD1DCEA43',
    'AWS::KMS::Key KeysReceipt0583B4D5',
    'AWS::KMS::Key KeysLicence2B45889A',
    'AWS::KMS::Key KeysLog6E3B5E4F',
    'AWS::KMS::Key KeysSubjectHash65E26BFB',
    'AWS::KMS::Key KeysSeal44E72624',
    'AWS::KMS::Key KeysMaterials07906FB2',
    'AWS::S3::Bucket EvidenceCopiesE675EECF',
    'AWS::S3::BucketPolicy EvidenceCopiesPolicy127C11DB',
    'AWS::S3::Bucket MaterialsFilesD6CA6278',
    'AWS::S3::BucketPolicy MaterialsFilesPolicyC7517E5C',
    'AWS::S3::Bucket ImportsFiles4C162912',
    'AWS::S3::BucketPolicy ImportsFilesPolicyE2573B18',
  ]);
});

test('the logical ids are the same whatever the stage', () => {
  expect(Object.keys(resourcesOf(deploy({ stage: 'prod' }).state))).toEqual(Object.keys(resources));
});

test('deleting the stack or taking a table out of it leaves everything where it is', () => {
  expect(state.terminationProtection).toBe(true);
  for (const { DeletionPolicy, UpdateReplacePolicy } of Object.values(resources)) {
    expect(DeletionPolicy).toBe('Retain');
    expect(UpdateReplacePolicy).toBe('Retain');
  }
});

test.each(ofType(resources, 'AWS::DynamoDB::GlobalTable'))(
  '%s is protected, recoverable, on demand and without a physical name',
  (_, { Properties }) => {
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      ],
      StreamSpecification: { StreamViewType: expect.stringMatching(/^NEW_/) },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
    expect(Properties).not.toHaveProperty('TableName');
  },
);

const indexesOf = (id: string): unknown => resources[id]?.Properties.GlobalSecondaryIndexes;

const index = (name: string, hash: string, range: string) => ({
  IndexName: name,
  KeySchema: [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'ALL' },
});

test('the indexes are those of the stores', () => {
  expect(indexesOf('TablesFilings82312B59')).toEqual([
    index('queue', 'queuePk', 'queueSk'),
    index('applicant', 'applicantPk', 'applicantSk'),
    index('name', 'namePk', 'nameSk'),
  ]);
  expect(indexesOf('TablesCredit2FE9F655')).toEqual([
    index('record', 'recordPk', 'recordSk'),
    index('authority', 'authorityPk', 'authoritySk'),
    index('list', 'listPk', 'listSk'),
    index('tasks', 'taskPk', 'taskSk'),
    index('ends', 'endPk', 'endSk'),
  ]);
  expect(indexesOf('TablesLookupLogD1DCEA43')).toBeUndefined();
});

test('answered requests expire; an entry of the log never does', () => {
  const timeToLive = { AttributeName: 'expiresAt', Enabled: true };
  expect(resources.TablesFilings82312B59?.Properties.TimeToLiveSpecification).toEqual(timeToLive);
  expect(resources.TablesCredit2FE9F655?.Properties.TimeToLiveSpecification).toEqual(timeToLive);
  expect(resources.TablesLookupLogD1DCEA43?.Properties).not.toHaveProperty('TimeToLiveSpecification');
});

test('the log refuses every change of an entry to everybody, whatever a role allows', () => {
  expect(resources.TablesLookupLogD1DCEA43?.Properties.Replicas).toMatchObject([
    {
      ResourcePolicy: {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Resource: '*',
              Action: [
                'dynamodb:BatchWriteItem',
                'dynamodb:DeleteItem',
                'dynamodb:PartiQLDelete',
                'dynamodb:PartiQLInsert',
                'dynamodb:PartiQLUpdate',
                'dynamodb:UpdateItem',
              ],
            },
          ],
        },
      },
    },
  ]);
});

test.each([
  ['KeysReceipt0583B4D5', 'ECC_NIST_P256', 'SIGN_VERIFY'],
  ['KeysLicence2B45889A', 'ECC_NIST_P256', 'SIGN_VERIFY'],
  ['KeysSubjectHash65E26BFB', 'HMAC_256', 'GENERATE_VERIFY_MAC'],
  ['KeysSeal44E72624', 'HMAC_256', 'GENERATE_VERIFY_MAC'],
])('%s is a key of %s for %s', (id, KeySpec, KeyUsage) => {
  expect(resources[id]?.Properties).toMatchObject({ KeySpec, KeyUsage });
});

test('files of materials are private, encrypted, kept in every version, and sent by TLS alone', () => {
  expect(resources.MaterialsFilesD6CA6278?.Properties).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
      ],
    },
  });
  expect(resources.MaterialsFilesD6CA6278?.Properties).not.toHaveProperty('BucketName');
  expect(resources.MaterialsFilesPolicyC7517E5C?.Properties.PolicyDocument).toMatchObject({
    Statement: [
      {
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      },
    ],
  });
  expect(resources.KeysMaterials07906FB2?.Properties).toMatchObject({ EnableKeyRotation: true });
});

test('a file that no filing names is dropped after 32 days, one that a filing names never, an export after 8', () => {
  expect(resources.MaterialsFilesD6CA6278?.Properties.LifecycleConfiguration).toEqual({
    Rules: [
      {
        Status: 'Enabled',
        Prefix: 'materials/',
        TagFilters: [{ Key: 'bound', Value: 'no' }],
        ExpirationInDays: 32,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
      { Status: 'Enabled', Prefix: 'materials/', ExpiredObjectDeleteMarker: true },
      {
        Status: 'Enabled',
        Prefix: 'exports/',
        ExpirationInDays: 8,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
      { Status: 'Enabled', Prefix: 'exports/', ExpiredObjectDeleteMarker: true },
    ],
  });
});

test('files of imports are private and encrypted, tell of their arrival, and end by themselves', () => {
  const { Properties } = resources.ImportsFiles4C162912 ?? {
    Properties: {} as Readonly<Record<string, unknown>>,
  };
  expect(Properties).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
      ],
    },
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  const { Rules } = Properties.LifecycleConfiguration as {
    readonly Rules: readonly {
      readonly Prefix: string;
      readonly ExpirationInDays?: number;
      readonly NoncurrentVersionExpiration?: unknown;
    }[];
  };
  const dayLater = { NoncurrentDays: 1 };
  expect(Rules.map((rule) => [rule.Prefix, rule.ExpirationInDays, rule.NoncurrentVersionExpiration])).toEqual(
    [
      ['imports/uploads/', 3, dayLater],
      ['imports/chunks/', 14, dayLater],
      ['imports/results/', 14, dayLater],
      ['imports/receipts/', 1096, dayLater],
      ['imports/', undefined, undefined],
    ],
  );
  expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
  const policy = JSON.stringify(resources.ImportsFilesPolicyE2573B18?.Properties);
  expect(policy).toContain('"s3:TlsVersion":1.2');
});
