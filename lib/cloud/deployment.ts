import { type App, Tags } from 'aws-cdk-lib';
import type { Route } from '../contract/route.ts';
import type { Settings } from './environments.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { StateStack } from './stacks/state-stack.ts';

export interface Deployment {
  readonly state: StateStack;
  readonly service: ServiceStack;
}

/** Adds the two stacks of one stage to the app: what must last, and what is made anew. */
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
    description: 'Tongbiao: tables and keys',
  });
  const service = new ServiceStack(app, `tongbiao-${stage}-service`, {
    env,
    description: 'Tongbiao: API and functions',
    settings,
    routes,
    build,
    state,
  });
  Tags.of(app).add('project', 'tongbiao');
  Tags.of(app).add('stage', stage);
  return { state, service };
}
