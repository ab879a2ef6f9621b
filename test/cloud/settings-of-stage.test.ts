import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAuthority } from '../../catalog/authorities.ts';
import { readSettings, SettingsRefused, type SettingsSources } from '../../lib/cloud/environments.ts';
import { readSettingsFile } from '../../lib/cloud/settings-file.ts';

const isAuthority = (id: string): boolean => id === 'reg-110101';

const whole = {
  stage: 'prod',
  issuers: [{ issuer: 'https://login.example.org', audience: 'tongbiao', authorities: ['reg-110101'] }],
  identityProviders: [{ issuer: 'https://id.example.org', audience: 'tongbiao' }],
  publicUrl: 'https://tongbiao.example.org',
  alarmTarget: 'arn:aws:sns:us-east-1:123456789012:on-call',
};

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/1111-2222';
const domain = { name: 'tongbiao.example.org', certificate };

function problemsOf(
  context: Readonly<Record<string, unknown>>,
  sources?: SettingsSources,
): readonly string[] {
  try {
    readSettings(context, isAuthority, sources);
  } catch (error) {
    if (error instanceof SettingsRefused) return error.problems;
    throw error;
  }
  return [];
}

describe('what is missing', () => {
  test('the stage dev needs nothing; every other stage says whom to trust, its address and whom to alarm', () => {
    expect(problemsOf({ stage: 'dev' })).toEqual([]);
    expect(problemsOf(whole)).toEqual([]);
    expect(problemsOf({ stage: 'prod' })).toEqual([
      `issuers is missing, and every stage but dev needs it: without issuers nobody can sign in. Give -c issuers='[{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]', or -c identity=cognito`,
      `identityProviders is missing, and every stage but dev needs it: without real-name proofs nothing can be filed. Give -c identityProviders='[{"issuer":"https://…","audience":"tongbiao"}]'`,
      `publicUrl is missing, and every stage but dev needs it: licences name it for good. Give -c publicUrl=https://…, or a domain with its certificate: -c domain='{"name":"…","certificate":"arn:…"}'`,
      'alarmTarget is missing, and every stage but dev needs it: alarms would reach nobody. Give the ARN of an SNS topic: -c alarmTarget=arn:aws:sns:…',
    ]);
  });

  test('a user pool stands for issuers, a domain for the public address', () => {
    const { issuers: _, publicUrl: __, ...rest } = whole;
    expect(problemsOf({ ...rest, identity: 'cognito', domain })).toEqual([]);
  });
});

describe('what is wrong', () => {
  test.each([
    [
      { identity: 'ldap' },
      'identity is "ldap"; it can be cognito, which makes a user pool, or left out where issuers of your own are given',
    ],
    [{ cognito: {} }, 'cognito is given, but identity is not: add -c identity=cognito'],
    [
      { identity: 'cognito', cognito: { callbacks: ['http://localhost:3000'] } },
      'cognito.callbacks[0] "http://localhost:3000" is this machine; the development issuer serves the local run only',
    ],
    [
      {
        identity: 'cognito',
        cognito: { machines: [{ name: 'feed', authority: 'reg-0', roles: ['publisher'] }] },
      },
      'cognito.machines[0].authority "reg-0" is no authority of the catalog',
    ],
    [
      {
        identity: 'cognito',
        cognito: {
          machines: [
            { name: 'feed', authority: 'reg-110101', roles: ['publisher'] },
            { name: 'feed', authority: 'reg-110101', roles: ['regulator'] },
          ],
        },
      },
      'cognito.machines: feed is given twice',
    ],
    [
      { retention: { logDays: 180 } },
      'retention.logDays is 180; logs are kept at least six months (网络安全法 第二十一条), by one of the periods CloudWatch knows: 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653',
    ],
    [
      { retention: '{"lockDays":30}' },
      'retention.lockDays is less than 1096: records of processing are kept three years (个人信息保护法 第五十六条)',
    ],
    [
      { retention: { lock: 'none' } },
      'retention.lock must be governance (an administrator can lift the lock) or compliance (nobody can, not even AWS)',
    ],
    [{ retention: { days: 3 } }, 'retention has an unknown field: days'],
    [
      { alarmTarget: 'ops@example.org' },
      'alarmTarget must be the ARN of an SNS topic, such as arn:aws:sns:us-east-1:123456789012:on-call',
    ],
    [
      { domain: { name: 'https://tongbiao.example.org', certificate }, publicUrl: undefined },
      'domain.name must be a host name in small letters, such as tongbiao.example.gov.cn',
    ],
    [
      { domain: { name: 'tongbiao.example.org', certificate: 'mine' } },
      'domain.certificate must be the ARN of a certificate in ACM, such as arn:aws:acm:us-east-1:123456789012:certificate/…',
    ],
    [
      { domain: { ...domain, name: 'other.example.org' } },
      'publicUrl is https://tongbiao.example.org, and domain.name is other.example.org: licences would name another address than the service answers at; leave publicUrl out',
    ],
    [
      { reserve: 'all' },
      'reserve must be "none" or functions with how many at once are kept free for each, such as {"credit-lookup":200}',
    ],
    [{ reserve: { sweeper: 3 } }, 'reserve: sweeper is no function; credit-lookup is one'],
    [{ 'alarm-target': 'x' }, 'alarm-target is no setting; alarmTarget is'],
    [{ issuer: 'https://login.example.org' }, 'issuer is no setting; issuers is'],
  ])('%j', (over, problem) => {
    expect(problemsOf({ ...whole, ...over })).toEqual([problem]);
  });
});

describe('where it is deployed to', () => {
  const inChina = {
    ...whole,
    region: 'cn-northwest-1',
    alarmTarget: 'arn:aws-cn:sns:cn-northwest-1:123456789012:on-call',
  };
  const itsDomain = {
    name: 'tongbiao.example.org',
    certificate: 'arn:aws-cn:acm:cn-northwest-1:123456789012:certificate/1',
  };

  test('in a China region there are no user pools, and a name needs an ICP filing', () => {
    expect(problemsOf(inChina)).toEqual([]);
    expect(problemsOf({ ...inChina, identity: 'cognito' })).toEqual([
      `identity is cognito, and cn-northwest-1 has no Cognito user pools; leave identity out and name the OIDC issuers that sign people in there, such as the provincial identity platforms: -c issuers='[{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]'`,
    ]);
    expect(problemsOf({ ...inChina, domain: itsDomain })).toEqual([
      'domain.icp is missing: in cn-northwest-1 a public host name answers only with an ICP filing; apply for it, then give its number',
    ]);
    expect(problemsOf({ ...inChina, domain: { ...itsDomain, icp: '京ICP备00000000号' } })).toEqual([]);
  });

  test('the region of the credentials counts where none is set', () => {
    expect(problemsOf({ identity: 'cognito' }, { region: 'cn-north-1' })).toHaveLength(1);
    expect(problemsOf({ identity: 'cognito' }, { region: 'eu-central-1' })).toEqual([]);
    expect(problemsOf({ identity: 'cognito', region: 'us-east-1' }, { region: 'cn-north-1' })).toEqual([]);
  });

  test('certificate and topic are of its region and partition', () => {
    expect(problemsOf({ ...whole, region: 'eu-central-1', domain })).toEqual([
      'domain.certificate is in us-east-1, and this is deployed to eu-central-1; give one of eu-central-1',
      'alarmTarget is in us-east-1, and this is deployed to eu-central-1; give one of eu-central-1',
    ]);
    const alarmTarget = 'arn:aws:sns:cn-northwest-1:123456789012:on-call';
    expect(problemsOf({ ...inChina, alarmTarget })).toEqual([
      'alarmTarget begins with arn:aws, and cn-northwest-1 is of the partition aws-cn',
    ]);
  });
});

describe('a file for each stage', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    writeFileSync(join(folder, 'prod.json'), JSON.stringify({ ...whole, region: 'us-east-1' }));
    writeFileSync(join(folder, 'broken.json'), '{');
    writeFileSync(join(folder, 'list.json'), '[]');
    writeFileSync(join(folder, 'typo.json'), JSON.stringify({ isuers: [] }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fileOf = (stage: string, asked?: string) => readSettingsFile(folder, stage, asked);

  test('is read by the stage’s name, or by its own; what the command line says prevails', () => {
    const publicUrl = 'https://other.example.org';
    const read = readSettings({ stage: 'prod', publicUrl }, isAuthority, { fileOf });
    expect(read).toEqual({ ...whole, region: 'us-east-1', publicUrl });
    const named = { stage: 'prod', settings: join(folder, 'prod.json') };
    expect(readSettings(named, isAuthority, { fileOf })).toEqual({ ...whole, region: 'us-east-1' });
  });

  test('that is none, or says what is no setting, is refused', () => {
    expect(problemsOf({ stage: 'broken' }, { fileOf })).toEqual([
      expect.stringContaining('broken.json is no JSON'),
    ]);
    expect(problemsOf({ stage: 'list' }, { fileOf })).toEqual([
      `${join(folder, 'list.json')} must hold one JSON object of settings`,
    ]);
    expect(problemsOf({ stage: 'typo' }, { fileOf })).toEqual(['isuers: no such setting']);
    expect(problemsOf({ settings: 'nowhere.json' }, { fileOf })).toEqual([
      'settings: there is no file nowhere.json; give the path of a JSON file, or leave it out',
    ]);
  });

  test('that says another stage than the one it is read for is refused', () => {
    writeFileSync(join(folder, 'test.json'), JSON.stringify(whole));
    expect(problemsOf({ stage: 'test' }, { fileOf })).toEqual([
      `stage is test, and the settings file says prod: a file is of one stage`,
    ]);
  });

  test('the example is one that could be deployed', () => {
    const read = readSettings({ stage: 'example' }, (id) => findAuthority(id) !== undefined, {
      fileOf: (stage, asked) => readSettingsFile('settings', stage, asked),
    });
    expect(read.domain?.name).toBe('tongbiao.example.gov.cn');
  });
});
