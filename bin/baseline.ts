import { readFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import cdk from '../cdk.json' with { type: 'json' };
import { addDeployment } from '../lib/cloud/deployment.ts';
import type { Settings } from '../lib/cloud/environments.ts';
import { type Baseline, baselineOf, lossesAgainst, type Template } from '../lib/cloud/state-baseline.ts';
import { routes } from '../lib/contract/routes.ts';

/** What every deployment holds, and what one with a user pool holds besides. */
export type Baselines = Readonly<Record<'state' | 'identity', Baseline>>;

const file = new URL('../lib/cloud/state-baseline.json', import.meta.url);

export const readBaselines = (): Baselines => JSON.parse(readFileSync(file, 'utf8')) as Baselines;

const provider = { issuer: 'https://id.example.org', audience: 'tongbiao' };
const settings: Settings = {
  stage: 'baseline',
  issuers: [],
  identityProviders: [provider],
  identity: 'cognito',
  publicUrl: 'https://tongbiao.example.org',
};

/** The stacks that hold something, as the code gives them now. */
export function templatesNow(over: Partial<Settings> = {}): Readonly<Record<'state' | 'identity', Template>> {
  const app = new App({
    analyticsReporting: false,
    context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] },
  });
  const { state, identity } = addDeployment(app, {
    settings: { ...settings, ...over },
    routes,
    build: 'baseline',
  });
  if (identity === undefined) throw new Error('A deployment with a user pool has a stack for it');
  const assembly = app.synth();
  const resourcesOf = (name: string): Template => assembly.getStackByName(name).template.Resources;
  return { state: resourcesOf(state.stackName), identity: resourcesOf(identity.stackName) };
}

/**
 * `npm run baseline`: pins what the stacks hold now. What would be lost by that is told and nothing is written, unless
 * `--knowingly` is given: then whoever deploys next has to move the contents first.
 */
if (import.meta.main) {
  const now = templatesNow();
  const before = readBaselines();
  const losses = (['state', 'identity'] as const).flatMap((name) => lossesAgainst(before[name], now[name]));
  for (const loss of losses) console.error(loss);
  if (losses.length > 0 && !process.argv.includes('--knowingly')) {
    console.error(
      'Nothing is written. Give --knowingly where this is meant and the contents are moved first.',
    );
    process.exitCode = 1;
  } else {
    const baselines: Baselines = { state: baselineOf(now.state), identity: baselineOf(now.identity) };
    writeFileSync(file, `${JSON.stringify(baselines, null, 2)}\n`);
    console.log('lib/cloud/state-baseline.json written');
  }
}
