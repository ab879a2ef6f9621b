import { type App, Tags } from 'aws-cdk-lib';
import type { Route } from '../contract/route.ts';
import type { Settings } from './environments.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StateStack } from './stacks/state-stack.ts';

export interface Deployment {
  readonly state: StateStack;
  readonly service: ServiceStack;
  /** Where the deployment keeps accounts of its own. */
  readonly identity?: IdentityStack;
}

/** Adds the stacks of one stage to the app: what must last (state, and accounts where it keeps its own), and what is made anew. */
export function addDeployment(
  app: App,
  {
    settings,
    routes,
    build,
  }: { readonly settings: Settings; readonly routes: readonly Route[]; readonly build: string },
): Deployment {
  const { stage, region, account } = settings;
  const env = { ...(region !== undefined && { region }), ...(account !== undefined && { account }) };
  const state = new StateStack(app, `tongbiao-${stage}-state`, {
    env,
    description: 'Tongbiao: tables, keys and evidence',
    settings,
  });
  const identity =
    settings.identity === undefined
      ? undefined
      : new IdentityStack(app, `tongbiao-${stage}-identity`, {
          env,
          description: 'Tongbiao: accounts',
          settings,
          routes,
          state,
        });
  const service = new ServiceStack(app, `tongbiao-${stage}-service`, {
    env,
    description: 'Tongbiao: API and functions',
    settings,
    routes,
    build,
    state,
    poolIssuer: identity?.issuer,
  });
  Tags.of(app).add('project', 'tongbiao');
  Tags.of(app).add('stage', stage);
  return { state, service, ...(identity !== undefined && { identity }) };
}
