import { expect, test } from 'vitest';
import { handler, type TokenAsked } from '../../functions/pre-token/handlers.ts';

const madeFor = async (event: TokenAsked) =>
  (await handler(event)).response.claimsAndScopeOverrideDetails.accessTokenGeneration;

test('a person’s groups become roles, and what an administrator wrote of them becomes claims', async () => {
  expect(
    await madeFor({
      triggerSource: 'TokenGeneration_HostedAuth',
      request: {
        userAttributes: {
          sub: 'f3b1',
          email: 'a@example.org',
          'custom:authority': 'reg-110101',
          'custom:window': 'win-110101',
          'custom:subject_key': 'P:k1:abc',
        },
        groupConfiguration: { groupsToOverride: ['registrar', 'canteen', 'head'] },
        scopes: ['openid', 'tongbiao/decisions:write'],
      },
    }),
  ).toEqual({
    claimsToAddOrOverride: {
      authority: 'reg-110101',
      window: 'win-110101',
      subject_key: 'P:k1:abc',
      roles: ['registrar', 'head'],
    },
    scopesToSuppress: [],
  });
});

test('a person of whom nothing is known gets no role; an attribute left empty is none', async () => {
  expect(
    await madeFor({
      triggerSource: 'TokenGeneration_RefreshTokens',
      request: { userAttributes: { 'custom:authority': '' } },
    }),
  ).toEqual({ claimsToAddOrOverride: { roles: [] }, scopesToSuppress: [] });
});

test('a person cannot take a machine’s scopes for an authority', async () => {
  expect(
    await madeFor({
      triggerSource: 'TokenGeneration_HostedAuth',
      request: { userAttributes: {}, scopes: ['tongbiao/as:reg-110101', 'tongbiao/role:auditor'] },
    }),
  ).toEqual({
    claimsToAddOrOverride: { roles: [] },
    scopesToSuppress: ['tongbiao/as:reg-110101', 'tongbiao/role:auditor'],
  });
});

test('a machine speaks for the one authority its client was given, in its roles', async () => {
  const asked = {
    triggerSource: 'TokenGeneration_ClientCredentials',
    request: {
      scopes: [
        'tongbiao/credit-records:write',
        'tongbiao/as:reg-110101',
        'tongbiao/role:publisher',
        'tongbiao/role:king',
      ],
    },
  };
  expect(await madeFor(asked)).toEqual({
    claimsToAddOrOverride: { authority: 'reg-110101', roles: ['publisher'] },
    scopesToSuppress: ['tongbiao/as:reg-110101', 'tongbiao/role:publisher', 'tongbiao/role:king'],
  });
  const both = [...asked.request.scopes, 'tongbiao/as:reg-110102'];
  const made = await madeFor({ ...asked, request: { scopes: both } });
  expect(made.claimsToAddOrOverride).toEqual({ roles: ['publisher'] });
});

test('the rest of the event goes back as it came', async () => {
  const event = { version: '3', userPoolId: 'p', triggerSource: 'TokenGeneration_HostedAuth', request: {} };
  expect(await handler(event)).toMatchObject({ version: '3', userPoolId: 'p', request: {} });
});
