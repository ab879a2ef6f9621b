import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { addDeployment, type Deployment } from '../../lib/cloud/deployment.ts';
import type { Settings } from '../../lib/cloud/environments.ts';
import { routes } from '../../lib/contract/routes.ts';

/** A deployment with one issuer bound to one authority. */
export const someSettings: Settings = {
  stage: 'test',
  issuers: [
    { issuer: 'https://login.example.org', audience: 'tongbiao', authorities: ['reg-110101', 'reg-110102'] },
  ],
  identityProviders: [{ issuer: 'https://id.example.org', audience: 'tongbiao' }],
  publicUrl: 'https://tongbiao.example',
};

/** The stacks under the feature flags of cdk.json; the functions are not bundled, as that takes seconds. */
export function deploy(settings: Partial<Settings> = {}): Deployment & { readonly app: App } {
  const app = new App({
    analyticsReporting: false,
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] },
  });
  const deployment = addDeployment(app, {
    settings: { ...someSettings, ...settings },
    routes,
    build: '0.0.0-test',
  });
  return { app, ...deployment };
}

export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export const resourcesOf = (stack: Deployment['state' | 'service']): Readonly<Record<string, Resource>> =>
  Template.fromStack(stack).toJSON().Resources;

export const ofType = (
  resources: Readonly<Record<string, Resource>>,
  type: string,
): readonly (readonly [string, Resource])[] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** The one resource of a type. */
export function only(
  resources: Readonly<Record<string, Resource>>,
  type: string,
): readonly [string, Resource] {
  const [found, ...others] = ofType(resources, type);
  if (found === undefined || others.length > 0) throw new Error(`Not exactly one ${type}`);
  return found;
}
