import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { deploy, ofType, only, type Resource, resourcesOf } from './synthesised.ts';

const { service, identity } = deploy({
  identity: 'cognito',
  issuers: [],
  cognito: {
    callbacks: ['https://console.example.org/'],
    machines: [{ name: 'feed', authority: 'reg-110101', roles: ['publisher'] }],
  },
});
if (identity === undefined) throw new Error('No stack of accounts');
const resources: Readonly<Record<string, Resource>> = Template.fromStack(identity).toJSON().Resources;

test('without the option there is no user pool', () => {
  const plain = deploy();
  expect(plain.identity).toBeUndefined();
  expect(JSON.stringify(resourcesOf(plain.service))).not.toContain('Cognito');
});

test('accounts are made by administrators, held to a second factor, and kept', () => {
  const [, pool] = only(resources, 'AWS::Cognito::UserPool');
  expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(pool.Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    DeletionProtection: 'ACTIVE',
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    UserPoolTier: 'PLUS',
    UsernameConfiguration: { CaseSensitive: false },
  });
  expect(pool.Properties).not.toHaveProperty('UserPoolName');
  expect(identity.terminationProtection).toBe(true);
});

test('a function of its own puts the claims of the caller into access tokens', () => {
  const [, pool] = only(resources, 'AWS::Cognito::UserPool');
  const [id, lambda] = only(resources, 'AWS::Lambda::Function');
  expect(pool.Properties.LambdaConfig).toEqual({
    PreTokenGenerationConfig: { LambdaVersion: 'V3_0', LambdaArn: { 'Fn::GetAtt': [id, 'Arn'] } },
  });
  expect(lambda.Properties.Description).toBe('functions/pre-token');
  const [, role] = only(resources, 'AWS::IAM::Role');
  expect(JSON.stringify(role.Properties.Policies)).not.toMatch(/dynamodb|kms|cognito/);
});

test('every role is a group', () => {
  expect(
    ofType(resources, 'AWS::Cognito::UserPoolGroup').map(([, group]) => group.Properties.GroupName),
  ).toEqual(
    expect.arrayContaining([
      'applicant',
      'registrar',
      'head',
      'publisher',
      'regulator',
      'subject',
      'auditor',
    ]),
  );
});

test('the scopes are those of the routes, and for whom a machine speaks', () => {
  const [, server] = only(resources, 'AWS::Cognito::UserPoolResourceServer');
  expect(server.Properties.Identifier).toBe('tongbiao');
  const names = (server.Properties.Scopes as readonly { readonly ScopeName: string }[]).map(
    ({ ScopeName }) => ScopeName,
  );
  expect(names).toEqual(
    expect.arrayContaining([
      'as:reg-110101',
      'credit:lookup',
      'decisions:write',
      'filings:write',
      'role:publisher',
    ]),
  );
});

test('the option alone makes a client: people come back to the service’s own address', () => {
  const alone = deploy({ identity: 'cognito', issuers: [] }).identity;
  if (alone === undefined) throw new Error('No stack of accounts');
  const [, client] = only(Template.fromStack(alone).toJSON().Resources, 'AWS::Cognito::UserPoolClient');
  expect(client.Properties.CallbackURLs).toEqual(['https://tongbiao.example/']);
});

const clients = ofType(resources, 'AWS::Cognito::UserPoolClient').map(([, { Properties }]) => Properties);
const scopesOf = (client: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(client?.AllowedOAuthScopes);

test('people sign in by a code, machines by a secret; neither can write who they are', () => {
  const [people, machine, ...others] = clients;
  expect(others).toEqual([]);
  expect(people).toMatchObject({
    AllowedOAuthFlows: ['code'],
    GenerateSecret: false,
    CallbackURLs: ['https://console.example.org/'],
    AccessTokenValidity: 15,
    EnableTokenRevocation: true,
    PreventUserExistenceErrors: 'ENABLED',
    WriteAttributes: ['locale'],
  });
  expect(machine).toMatchObject({
    AllowedOAuthFlows: ['client_credentials'],
    GenerateSecret: true,
    AccessTokenValidity: 15,
    WriteAttributes: ['locale'],
  });
});

test('a scope that says for whom is spoken is a machine’s alone', () => {
  const [people, machine] = clients;
  expect(scopesOf(people)).not.toMatch(/as:reg|role:/);
  expect(scopesOf(machine)).toContain('/as:reg-110101');
  expect(scopesOf(machine)).toContain('/role:publisher');
});

test('the service trusts the pool by its clients, and keeps nothing of it but names', () => {
  const issuers = ofType(resourcesOf(service), 'AWS::Lambda::Function').map(
    ([, { Properties }]) =>
      (Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables.ISSUERS,
  );
  const text = JSON.stringify(issuers[0]);
  expect(text).toContain('https://cognito-idp.');
  expect(text).toContain('{"Ref":"AWS::URLSuffix"}');
  expect(text).toContain('\\"authorities\\":\\"*\\"');
  expect(text).toContain('\\"resource\\":\\"tongbiao\\"');
});
