import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { roles } from '../../domain/subject/caller.ts';
import type { Machine, Settings } from '../environments.ts';

/** Name of the resource server: it stands before each scope of a token, as `tongbiao/filings:write`. */
export const RESOURCE = 'tongbiao';

export interface AccountsProps {
  readonly settings: Settings;
  /** The scopes of the route table. */
  readonly scopes: readonly string[];
  /** Puts `authority`, `window`, `subject_key` and `roles` into access tokens. */
  readonly preToken: IFunction;
}

/** Written by administrators of the pool alone: no client may write them, so that nobody makes himself an authority. */
const custom = (longest: number) => new StringAttribute({ mutable: true, maxLen: longest });

/** A user pool whose tokens say what ours need: scopes of the route table, groups that are roles, claims of the caller. */
export class Accounts extends Construct {
  readonly pool: UserPool;
  readonly issuer: string;
  readonly clients: readonly UserPoolClient[];

  constructor(scope: Construct, id: string, { settings, scopes, preToken }: AccountsProps) {
    super(scope, id);
    this.pool = this.makePool(preToken);
    for (const role of roles)
      new CfnUserPoolGroup(this, `Role-${role}`, {
        userPoolId: this.pool.userPoolId,
        groupName: role,
        description: `Whose tokens carry the role ${role}`,
      });
    this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `tongbiao-${settings.stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const machines = settings.cognito?.machines ?? [];
    const names = [...new Set([...scopes, ...machines.flatMap(scopesOfMachine)])].sort();
    const known = new Map(
      names.map((name) => [name, new ResourceServerScope({ scopeName: name, scopeDescription: name })]),
    );
    const server = this.pool.addResourceServer('Api', { identifier: RESOURCE, scopes: [...known.values()] });
    const allowed = (wanted: readonly string[]): OAuthScope[] =>
      wanted.flatMap((name) => {
        const found = known.get(name);
        return found === undefined ? [] : [OAuthScope.resourceServer(server, found)];
      });
    this.clients = [
      this.clientForPeople(callbacksOf(settings), allowed(scopes), server),
      ...machines.map((machine) =>
        this.clientForMachine(machine, allowed([...scopes, ...scopesOfMachine(machine)]), server),
      ),
    ];
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.${Aws.URL_SUFFIX}/${this.pool.userPoolId}`;
  }

  private makePool(preToken: IFunction): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      customAttributes: { authority: custom(64), window: custom(64), subject_key: custom(256) },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, preToken, LambdaVersion.V3_0);
    return pool;
  }

  private clientForPeople(
    callbackUrls: readonly string[],
    scopes: readonly OAuthScope[],
    server: UserPoolResourceServer,
  ): UserPoolClient {
    const client = this.pool.addClient('People', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, ...scopes],
        callbackUrls: [...callbackUrls],
      },
      ...lifetimes,
      refreshTokenValidity: Duration.hours(12),
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    client.node.addDependency(server);
    return client;
  }

  private clientForMachine(
    { name }: Machine,
    scopes: readonly OAuthScope[],
    server: UserPoolResourceServer,
  ): UserPoolClient {
    const client = this.pool.addClient(`Machine-${name}`, {
      generateSecret: true,
      authFlows: {},
      oAuth: { flows: { clientCredentials: true }, scopes: [...scopes] },
      ...lifetimes,
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    client.node.addDependency(server);
    return client;
  }
}

/** Where people come back to: what was set, else the service's own address, or this machine while there is none. */
function callbacksOf({ cognito, publicUrl, domain }: Settings): readonly string[] {
  const own = domain === undefined ? publicUrl : `https://${domain.name}`;
  return cognito?.callbacks ?? [`${own ?? 'http://localhost:8787'}/`];
}

/** A token that is withdrawn works on until it expires. */
const lifetimes = {
  accessTokenValidity: Duration.minutes(15),
  idTokenValidity: Duration.minutes(15),
  enableTokenRevocation: true,
  preventUserExistenceErrors: true,
} as const;

/** Scopes by which a machine's client is told for whom it speaks (`functions/pre-token`). */
const scopesOfMachine = ({ authority, roles: itsRoles }: Machine): readonly string[] => [
  `as:${authority}`,
  ...itsRoles.map((role) => `role:${role}`),
];
