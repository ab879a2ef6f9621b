import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { deploy } from './synthesised.ts';

/** Types that a China region has too; a new one is looked up there before it is added. */
const IN_BOTH_PARTITIONS = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Events::Rule',
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
];

const environments = [
  { name: 'wherever the credentials belong', env: {} },
  { name: 'us-east-1', env: { region: 'us-east-1' } },
  { name: 'cn-north-1', env: { region: 'cn-north-1' } },
  { name: 'cn-north-1 of one account', env: { region: 'cn-north-1', account: '123456789012' } },
];

describe.each(environments)('$name', ({ env }) => {
  const { app, state, service } = deploy(env);
  const templates = [state, service].map((stack) => Template.fromStack(stack).toJSON());
  const text = JSON.stringify(templates);

  test('names no partition', () => {
    expect(text).toContain('AWS::Partition');
    expect(text).not.toMatch(/arn:aws/);
    expect(text).not.toContain('amazonaws.com.cn');
  });

  test('uses only what a China region has too', () => {
    const types = templates.flatMap(({ Resources }) =>
      Object.values(Resources as Record<string, { readonly Type: string }>).map(({ Type }) => Type),
    );
    expect([...new Set(types)].sort()).toEqual(IN_BOTH_PARTITIONS);
  });

  test('leaves no finding of the security checks open', () => {
    const checks = new AwsSolutionsChecks(app);
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
