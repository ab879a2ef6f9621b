import { describe, expect, test } from 'vitest';
import { readBaselines, templatesNow } from '../../bin/baseline.ts';
import { baselineOf, lossesAgainst, type Template, unpinnedIn } from '../../lib/cloud/state-baseline.ts';

const now = templatesNow();
const pinned = readBaselines();

describe.each(['state', 'identity'] as const)('the stack of %s', (name) => {
  test('takes nothing away of what is deployed: where it would, move the contents first', () => {
    expect(lossesAgainst(pinned[name], now[name])).toEqual([]);
  });

  test('holds nothing that is not pinned: `npm run baseline` pins what is new', () => {
    expect(unpinnedIn(pinned[name], now[name])).toEqual([]);
  });
});

test('stage, region and retention change nothing of it', () => {
  const elsewhere = templatesNow({ stage: 'prod', region: 'eu-central-1', retention: { lockDays: 3653 } });
  expect(baselineOf(elsewhere.state)).toEqual(pinned.state);
  expect(baselineOf(elsewhere.identity)).toEqual(pinned.identity);
});

/** The template with one resource changed. */
const changed = (id: string, properties: Readonly<Record<string, unknown>>, rest = {}): Template => {
  const resource = now.state[id] ?? { Type: 'none' };
  return {
    ...now.state,
    [id]: { ...resource, ...rest, Properties: { ...resource.Properties, ...properties } },
  };
};
const without = (id: string): Template =>
  Object.fromEntries(Object.entries(now.state).filter(([one]) => one !== id));
const lossesOf = (template: Template): readonly string[] => lossesAgainst(pinned.state, template);

const key = (name: string) => [{ AttributeName: name, KeyType: 'HASH' }];
const credit = 'TablesCredit2FE9F655';
const indexes = now.state[credit]?.Properties?.GlobalSecondaryIndexes as readonly unknown[];

describe('a change is refused that', () => {
  test('takes a table out, or gives it another logical id', () => {
    expect(lossesOf(without(credit))).toEqual([
      'TablesCredit2FE9F655 (AWS::DynamoDB::GlobalTable) would be gone: its logical id changed, or it was taken out',
    ]);
  });

  test('makes something else of a resource', () => {
    expect(lossesOf(changed('KeysSeal44E72624', {}, { Type: 'AWS::S3::BucketPolicy' }))).toEqual([
      'KeysSeal44E72624 would be replaced: it is a AWS::KMS::Key and becomes a AWS::S3::BucketPolicy',
    ]);
  });

  test('no longer keeps what leaves the stack', () => {
    expect(lossesOf(changed(credit, {}, { DeletionPolicy: 'Delete' }))).toEqual([
      'TablesCredit2FE9F655 would no longer be kept when it leaves the stack: DeletionPolicy becomes Delete',
    ]);
  });

  test.each([
    [credit, { TableName: 'credit' }],
    [credit, { KeySchema: key('id') }],
    [credit, { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }],
    [credit, { GlobalSecondaryIndexes: [] }],
    [credit, { Replicas: [] }],
    [credit, { Replicas: [{ DeletionProtectionEnabled: false }] }],
    ['KeysReceipt0583B4D5', { KeySpec: 'ECC_NIST_P384' }],
    ['KeysSeal44E72624', { KeyUsage: 'ENCRYPT_DECRYPT' }],
    ['EvidenceCopiesE675EECF', { BucketName: 'copies' }],
    ['EvidenceCopiesE675EECF', { ObjectLockEnabled: false }],
    ['EvidenceCopiesE675EECF', { VersioningConfiguration: { Status: 'Suspended' } }],
  ])('changes %s by %j', (id, properties) => {
    const [loss, ...others] = lossesOf(changed(id, properties));
    expect(others).toEqual([]);
    expect(loss).toContain(`${id} would be replaced, refused or emptied: ${Object.keys(properties)[0]} is `);
  });
});

test('what is added takes nothing away', () => {
  const more = [...indexes, { IndexName: 'day', KeySchema: key('day'), Projection: {} }];
  expect(lossesOf(changed(credit, { GlobalSecondaryIndexes: more }))).toEqual([]);
  const another: Template = { ...now.state, Another: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain' } };
  expect(lossesOf(another)).toEqual([]);
  expect(unpinnedIn(pinned.state, another)).toEqual(['Another']);
});

test('a type of which nobody has said whether it holds state is asked about', () => {
  expect(() => lossesOf({ ...now.state, Feed: { Type: 'AWS::Kinesis::Stream' } })).toThrow(
    'Feed is a AWS::Kinesis::Stream: say in lib/cloud/state-baseline.ts what of it must stay, or that it holds nothing',
  );
});
