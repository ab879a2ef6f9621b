import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../lib/cloud/environments.ts';
import { deploy } from './synthesised.ts';

/** Types that a China region has too; a new one is looked up there before it is added. */
const IN_BOTH_PARTITIONS = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::StepFunctions::StateMachine',
];

/** Types of the option that a China region does not have, and that is refused there. */
const OF_THE_USER_POOL = [
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
];

const machines = [{ name: 'feed', authority: 'reg-110101', roles: ['publisher'] }] as const;
const pool: Partial<Settings> = {
  identity: 'cognito',
  issuers: [],
  cognito: { callbacks: ['https://console.example.org/'], machines },
};
/** Everything that can be set; what is named by its ARN is left out, as it names the partition it is in. */
const everything: Partial<Settings> = {
  retention: { logDays: 731, lockDays: 3653, lock: 'compliance' },
  reserve: { 'credit-lookup': 50, filings: 20 },
};
const domainIn = (region: string): Partial<Settings> => {
  const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
  return {
    domain: {
      name: 'tongbiao.example.org',
      certificate: `arn:${partition}:acm:${region}:123456789012:certificate/1111-2222`,
      icp: '京ICP备00000000号',
    },
    publicUrl: undefined,
    alarmTarget: `arn:${partition}:sns:${region}:123456789012:on-call`,
  };
};

const environments: readonly { readonly name: string; readonly set: Partial<Settings> }[] = [
  { name: 'wherever the credentials belong', set: {} },
  ...['us-east-1', 'eu-central-1', 'cn-north-1', 'cn-northwest-1'].flatMap((region) => [
    { name: region, set: { region } },
    {
      name: `${region} of one account, with all settings`,
      set: { region, account: '123456789012', ...everything, ...domainIn(region) },
    },
  ]),
  { name: 'us-east-1 with a user pool', set: { region: 'us-east-1', ...pool } },
  { name: 'a user pool wherever the credentials belong', set: pool },
];

describe.each(environments)('$name', ({ set }) => {
  const { app, state, service, identity } = deploy(set);
  const stacks = [state, service, ...(identity === undefined ? [] : [identity])];
  const templates = stacks.map((stack) => Template.fromStack(stack).toJSON());
  const text = JSON.stringify(templates);

  test('names no partition', () => {
    const given = [set.domain?.certificate, set.alarmTarget].filter((arn) => arn !== undefined);
    const ours = given.reduce((rest, arn) => rest.replaceAll(arn, ''), text);
    expect(ours).toContain('AWS::Partition');
    expect(ours).not.toMatch(/arn:aws/);
    expect(ours).not.toContain('amazonaws.com.cn');
  });

  test('uses only what is there', () => {
    const types = templates.flatMap(({ Resources }) =>
      Object.values(Resources as Record<string, { readonly Type: string }>).map(({ Type }) => Type),
    );
    const known = [...IN_BOTH_PARTITIONS, ...(set.identity === undefined ? [] : OF_THE_USER_POOL)];
    expect([...new Set(types)].filter((type) => !known.includes(type))).toEqual([]);
    expect(text).not.toMatch(/"TracingConfig"|FunctionUrl/);
  });

  test('leaves no finding of the security and the serverless checks open', () => {
    for (const checks of [new AwsSolutionsChecks(app), new ServerlessChecks(app)])
      expect(checks.validateScope(app).violations).toEqual([]);
  });
});

test('the security checks see what is wrong when something is', () => {
  const { app, service } = deploy();
  const [route] = service.node.findAll().filter(({ node }) => node.id === 'submitFiling');
  const resource = route?.node.defaultChild as unknown as { authorizationType: string };
  resource.authorizationType = 'NONE';
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['AwsSolutions-APIG4']);
});
