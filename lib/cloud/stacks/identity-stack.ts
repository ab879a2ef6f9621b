import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Route } from '../../contract/route.ts';
import { Handler } from '../constructs/handler.ts';
import { Accounts, RESOURCE } from '../constructs/user-pool.ts';
import type { Settings } from '../environments.ts';
import type { State } from '../statements.ts';

export interface IdentityStackProps extends StackProps {
  readonly settings: Settings;
  readonly routes: readonly Route[];
  readonly state: State;
}

/** An issuer as `lib/edge/environment.ts` reads it, of the user pool. */
export interface PoolIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly authorities: '*';
  readonly cognito: { readonly clients: readonly string[]; readonly resource: string };
}

/** The accounts of people and machines, where a deployment keeps its own (`-c identity=cognito`). They outlive the service. */
export class IdentityStack extends Stack {
  readonly issuer: PoolIssuer;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { settings, routes, state } = props;
    const { lambda } = new Handler(this, 'pre-token', {
      folder: 'pre-token',
      state,
      settings,
      environment: {},
    });
    const scopes = routes.flatMap(({ access }) => (access === 'public' ? [] : [access.scope]));
    const { pool, issuer, clients } = new Accounts(this, 'Accounts', {
      settings,
      scopes: [...new Set(scopes)],
      preToken: lambda,
    });
    this.issuer = {
      issuer,
      audience: RESOURCE,
      authorities: '*',
      cognito: { clients: clients.map(({ userPoolClientId }) => userPoolClientId), resource: RESOURCE },
    };
    new CfnOutput(this, 'Issuer', { value: issuer });
    new CfnOutput(this, 'UserPool', { value: pool.userPoolId });
  }
}
