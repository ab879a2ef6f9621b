import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../lib/edge/environment.ts';

const issuer = { issuer: 'https://id.test', audience: 'tongbiao', authorities: ['reg-510001'] };
const provider = { issuer: 'https://names.test', audience: 'tongbiao' };

const variables = (over: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv => ({
  TABLE_FILINGS: 'filings',
  TABLE_CREDIT: 'credit',
  TABLE_LOOKUP_LOG: 'lookups',
  STAGE: 'test',
  BUILD: 'abc',
  KEYS: 'file:/keys.json',
  PUBLIC_URL: 'https://tongbiao.example',
  MATERIALS_BUCKET: 'materials',
  ISSUERS: JSON.stringify([issuer]),
  IDENTITY_PROVIDERS: JSON.stringify([provider]),
  ...over,
});

const kms = {
  KEYS: 'kms',
  RECEIPT_KEY: 'r',
  LICENCE_KEY: 'l',
  LOG_KEY: 'g',
  SUBJECT_HASH_KEY: 'h',
  SEAL_KEY: 's',
};

test('settings are read whole, whatever else stands in the environment', () => {
  expect(readEnvironment(variables({ PATH: '/bin' }))).toEqual({
    tables: { filings: 'filings', credit: 'credit', lookupLog: 'lookups' },
    stage: 'test',
    build: 'abc',
    engine: 'aws',
    keys: { kind: 'file', path: '/keys.json', former: [] },
    publicUrl: 'https://tongbiao.example',
    materials: { kind: 'bucket', bucket: 'materials' },
    exportSettlesSeconds: 30,
    issuers: [issuer],
    identityProviders: [provider],
  });
});

test('keys in KMS are told by their ids', () => {
  expect(readEnvironment(variables(kms)).keys).toEqual({
    kind: 'kms',
    receiptKey: 'r',
    licenceKey: 'l',
    logKey: 'g',
    subjectHashKey: 'h',
    sealKey: 's',
    former: [],
  });
});

test('files of materials are in a bucket, or in a folder that an address answers for', () => {
  const folder = { MATERIALS_BUCKET: undefined, MATERIALS_FOLDER: '/m', MATERIALS_URL: 'http://m.test' };
  expect(readEnvironment(variables(folder)).materials).toEqual({
    kind: 'folder',
    folder: '/m',
    url: 'http://m.test',
  });
  for (const missing of ['MATERIALS_FOLDER', 'MATERIALS_URL'])
    expect(() => readEnvironment(variables({ ...folder, [missing]: '' }))).toThrow('MATERIALS_BUCKET');
});

test('without issuers nobody can sign in, which is no wrong setting', () => {
  expect(readEnvironment(variables({ ISSUERS: '[]', IDENTITY_PROVIDERS: '[]' })).issuers).toEqual([]);
});

describe('the start fails', () => {
  test.each(Object.keys(variables()))('without %s', (name) => {
    expect(() => readEnvironment(variables({ [name]: undefined }))).toThrow();
    expect(() => readEnvironment(variables({ [name]: '' }))).toThrow();
  });

  test.each(['RECEIPT_KEY', 'LICENCE_KEY', 'LOG_KEY', 'SUBJECT_HASH_KEY', 'SEAL_KEY'])(
    'by KMS without %s',
    (name) => {
      expect(() => readEnvironment(variables({ ...kms, [name]: undefined }))).toThrow('is missing');
      expect(() => readEnvironment(variables({ ...kms, [name]: '' }))).toThrow('is missing');
    },
  );

  test.each(['KMS', 'file:', '/keys.json', 'kms '])('with keys in %j', (KEYS) => {
    expect(() => readEnvironment(variables({ ...kms, KEYS }))).toThrow();
  });

  test.each<[string, unknown]>([
    ['that are no list', issuer],
    ['by a name', [{ ...issuer, issuer: 'id.test' }]],
    ['without an audience', [{ ...issuer, audience: undefined }]],
    ['with an empty audience', [{ ...issuer, audience: '' }]],
    ['bound to nothing said', [{ ...issuer, authorities: undefined }]],
    ['bound to a text that is not *', [{ ...issuer, authorities: 'reg-510001' }]],
    ['with a field we do not know', [{ ...issuer, authority: 'reg-510001' }]],
    ['given twice', [issuer, { ...issuer, audience: 'another' }]],
  ])('with issuers %s', (_, issuers) => {
    expect(() => readEnvironment(variables({ ISSUERS: JSON.stringify(issuers) }))).toThrow();
  });

  test('with issuers that are no JSON, or a provider given twice', () => {
    expect(() => readEnvironment(variables({ ISSUERS: '[' }))).toThrow();
    const twice = JSON.stringify([provider, provider]);
    expect(() => readEnvironment(variables({ IDENTITY_PROVIDERS: twice }))).toThrow();
  });
});
