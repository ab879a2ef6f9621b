import { describe, expect, test } from 'vitest';
import { readSettings, SettingsRefused } from '../../lib/cloud/environments.ts';
import { deploy } from './synthesised.ts';

const isAuthority = (id: string): boolean => ['reg-110101', 'reg-110102'].includes(id);
const read = (context: Record<string, unknown>) => readSettings(context, isAuthority);

const issuer = { issuer: 'https://login.example.org', audience: 'tongbiao', authorities: ['reg-110101'] };
const provider = { issuer: 'https://id.example.org', audience: 'tongbiao' };

function problemsOf(context: Record<string, unknown>): readonly string[] {
  try {
    read(context);
  } catch (error) {
    if (error instanceof SettingsRefused) return error.problems;
    throw error;
  }
  return [];
}

test('without any context: stage dev, no region, and nobody let in', () => {
  expect(read({})).toEqual({ stage: 'dev', issuers: [], identityProviders: [] });
});

test('all settings, as text of a command line or as values of cdk.json', () => {
  const wanted = {
    stage: 'prod',
    region: 'cn-northwest-1',
    account: '123456789012',
    issuers: [issuer],
    identityProviders: [provider],
    publicUrl: 'https://tongbiao.example.org',
    alarmTarget: 'arn:aws-cn:sns:cn-northwest-1:123456789012:on-call',
  };
  const { issuers, identityProviders, ...plain } = wanted;
  expect(read(wanted)).toEqual(wanted);
  expect(
    read({
      ...plain,
      issuers: JSON.stringify(issuers),
      identityProviders: JSON.stringify(identityProviders),
    }),
  ).toEqual(wanted);
});

test('an issuer may speak for every authority when that is said, and name where its keys are', () => {
  const everywhere = { ...issuer, authorities: '*', jwks: 'https://keys.example.org/jwks' };
  expect(read({ issuers: [everywhere] }).issuers).toEqual([everywhere]);
});

test('development: false says nothing and is dropped', () => {
  expect(read({ issuers: [{ ...issuer, development: false }] }).issuers).toEqual([issuer]);
});

test('context of the tools and of other things is let be', () => {
  expect(read({ 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:x': true, vpcId: 'x' })).toEqual(read({}));
});

test.each([
  ['http', 'http://login.example.org', 'is not https, so its keys could be exchanged on the way'],
  [
    'localhost',
    'https://localhost:8787',
    'is this machine; the development issuer serves the local run only',
  ],
  [
    'a loopback address',
    'http://127.0.0.1:8787',
    'is this machine; the development issuer serves the local run only',
  ],
  [
    'a loopback address of IPv6',
    'https://[::1]',
    'is this machine; the development issuer serves the local run only',
  ],
  [
    'a name below localhost',
    'https://id.localhost',
    'is this machine; the development issuer serves the local run only',
  ],
  ['no address', 'login.example.org', 'is no address; give it as https://…'],
  ['credentials inside', 'https://a:b@example.org', 'carries credentials or a fragment; leave them out'],
])('an issuer or provider is refused: %s', (_, address, why) => {
  expect(problemsOf({ issuers: [{ ...issuer, issuer: address }] })).toEqual([
    `issuers[0].issuer "${address}" ${why}`,
  ]);
  expect(problemsOf({ issuers: [{ ...issuer, jwks: address }] })).toEqual([
    `issuers[0].jwks "${address}" ${why}`,
  ]);
  expect(problemsOf({ identityProviders: [{ ...provider, issuer: address }] })).toEqual([
    `identityProviders[0].issuer "${address}" ${why}`,
  ]);
});

test('the development issuer is refused', () => {
  expect(problemsOf({ issuers: [{ ...issuer, development: true }] })).toEqual([
    'issuers[0].development is true: the development issuer gives tokens to anybody and serves the local run only',
  ]);
});

test('an authority that the catalog does not know is refused, each by its place', () => {
  expect(
    problemsOf({
      issuers: [issuer, { ...issuer, issuer: 'https://b.example.org', authorities: ['reg-110101', 'reg-0'] }],
    }),
  ).toEqual(['issuers[1].authorities[1] "reg-0" is no authority of the catalog']);
});

test.each([
  [{ stage: 'Prod!' }, 'stage must be 2 to 20 of a-z, 0-9 and -, a letter first'],
  [{ region: 'beijing' }, 'region is no region; cn-north-1 and us-east-1 are'],
  [{ account: '1234' }, 'account must be the twelve digits of an account'],
  [
    { issuers: 'https://login.example.org' },
    'issuers must be a JSON array, such as [{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]',
  ],
  [{ issuers: [{ ...issuer, audience: '' }] }, 'issuers[0].audience is empty'],
  [{ issuers: [{ ...issuer, aud: 'x' }] }, 'issuers[0] has an unknown field: aud'],
  [
    { issuers: [{ ...issuer, roles: ['king'] }] },
    'issuers[0].roles[0] must be of applicant, registrar, head, publisher, regulator, subject, auditor, subscriber, data-officer',
  ],
  [
    { issuers: [{ ...issuer, authorities: 'all' }] },
    'issuers[0].authorities must be "*" or a list of ids of authorities',
  ],
  [
    { issuers: [issuer, issuer] },
    'issuers: https://login.example.org is given twice; give it once, with all its authorities',
  ],
  [{ identityProviders: [provider, provider] }, 'identityProviders: https://id.example.org is given twice'],
])('%j is refused', (context, problem) => {
  expect(problemsOf(context)).toEqual([problem]);
});

test('all problems are told at once, in one message', () => {
  const context = {
    stage: '',
    issuers: [{ ...issuer, issuer: 'http://a.example.org', authorities: ['reg-0'] }],
  };
  expect(() => read(context)).toThrow(
    [
      'These settings cannot be deployed:',
      'stage must be 2 to 20 of a-z, 0-9 and -, a letter first',
      'issuers[0].issuer "http://a.example.org" is not https, so its keys could be exchanged on the way',
      'issuers[0].authorities[0] "reg-0" is no authority of the catalog',
    ].join('\n  - '),
  );
});

test('more issuers than a function has room for are refused', () => {
  const authorities = Array.from({ length: 250 }, () => 'reg-110101');
  expect(problemsOf({ issuers: [{ ...issuer, authorities }] })).toEqual([
    'issuers: with identityProviders and formerKeys they take 3363 bytes, and a function has room for 3000; bind an issuer to "*" or to fewer authorities',
  ]);
});

test('a deployment that nobody can sign in to, or file with, says so', () => {
  const warningsOf = (settings: Parameters<typeof deploy>[0]) =>
    deploy(settings)
      .service.node.metadata.filter(({ type }) => type === 'aws:cdk:warning')
      .map(({ data }) => String(data).split(',')[0]);
  expect(warningsOf({ issuers: [], identityProviders: [], publicUrl: undefined })).toEqual([
    'No public address is set',
    'No issuers are set',
    'No identity providers are set',
  ]);
  expect(warningsOf({})).toEqual([]);
});

const formerKey = {
  signs: 'licence',
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  kid: '1b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10',
  alg: 'ES256',
  retiredAt: '2026-06-01T00:00:00.000Z',
};

test('the address that licences name, and the keys that were signed with before', () => {
  const given = { publicUrl: 'https://licence.example.org', formerKeys: JSON.stringify([formerKey]) };
  expect(read(given)).toMatchObject({
    publicUrl: 'https://licence.example.org',
    formerKeys: [formerKey],
  });
  expect(problemsOf({ publicUrl: 'http://licence.example.org' })).toHaveLength(1);
  expect(problemsOf({ publicUrl: 'https://licence.example.org/' })).toEqual([
    'publicUrl ends with a slash; give it without one',
  ]);
  expect(problemsOf({ formerKeys: [{ ...formerKey, d: 'secret' }] })).toEqual([
    'formerKeys[0] has an unknown field: d',
  ]);
  expect(problemsOf({ formerKeys: [{ ...formerKey, retiredAt: 'once' }] })).toHaveLength(1);
});

test('which keys persons are keyed by: one, or two while one takes the place of the other', () => {
  const arn = 'arn:aws-cn:kms:cn-north-1:123456789012:key/1b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10';
  expect(read({ subjectHashKeys: JSON.stringify([arn, 'own']) })).toMatchObject({
    subjectHashKeys: [arn, 'own'],
  });
  expect(problemsOf({ subjectHashKeys: ['arn:aws:kms:us-east-1:123456789012:alias/hash'] })).toEqual([
    'subjectHashKeys[0] must be "own" or the ARN of a KMS key (no alias, which could be moved)',
  ]);
  expect(problemsOf({ subjectHashKeys: [] })).toEqual(['subjectHashKeys must name a key']);
  expect(problemsOf({ subjectHashKeys: ['own', 'own'] })).toEqual(['subjectHashKeys names a key twice']);
  expect(problemsOf({ subjectHashKeys: ['own', arn, 'own'] }).length).toBeGreaterThan(0);
});

describe('a hashing key is not given up by leaving it out', () => {
  const [first, second, third] = ['1', '2', '3'].map(
    (n) => `arn:aws:kms:us-east-1:123456789012:key/${n}b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10`,
  ) as [string, string, string];
  const ended = (key: string, replacedBy: string, more = {}) => ({
    ...{ key, replacedBy, left: 0, countedOn: '2027-03-01' },
    ...more,
  });
  const why = (key: string) =>
    `subjectHashKeys no longer names ${key}: whoever is found by it alone would look clear. Name it as the second key until \`npm run rekey -- left <key>\` counts nobody, then state that in endedHashKeys: {"key":"${key}","replacedBy":"…","left":0,"countedOn":"…"}`;

  test.each([
    [{}, []],
    [{ subjectHashKeys: ['own'] }, []],
    [{ subjectHashKeys: ['own', first] }, []],
    [{ subjectHashKeys: [first, 'own'] }, []],
    [{ subjectHashKeys: [first] }, [why('own')]],
    [{ subjectHashKeys: [first, second] }, [why('own')]],
    [{ subjectHashKeys: [first], endedHashKeys: [ended('own', first)] }, []],
    [{ subjectHashKeys: [second, first], endedHashKeys: [ended('own', first)] }, []],
    [{ subjectHashKeys: [second], endedHashKeys: [ended('own', first)] }, [why(first)]],
    [{ subjectHashKeys: [second], endedHashKeys: [ended('own', first), ended(first, second)] }, []],
    [{ subjectHashKeys: [third], endedHashKeys: [ended('own', first), ended(first, second)] }, [why(second)]],
    [{ subjectHashKeys: [third], endedHashKeys: [ended('own', first), ended(first, 'own')] }, [why('own')]],
  ])('%j', (settings, problems) => {
    expect(problemsOf(settings)).toEqual(problems);
  });

  test('while anybody is left it is not at its end', () => {
    expect(
      problemsOf({ subjectHashKeys: [first], endedHashKeys: [ended('own', first, { left: 3 })] }),
    ).toEqual([
      'endedHashKeys[0].left must be 0: while anybody is found by the key alone, it stays the second of subjectHashKeys',
    ]);
  });
});
