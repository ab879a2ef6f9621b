import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { findAuthority } from '../catalog/authorities.ts';
import { addDeployment } from '../lib/cloud/deployment.ts';
import { readSettings, SettingsRefused } from '../lib/cloud/environments.ts';
import { readSettingsFile } from '../lib/cloud/settings-file.ts';
import { routes } from '../lib/contract/routes.ts';
import about from '../package.json' with { type: 'json' };

try {
  const app = new App();
  const settings = readSettings(app.node.getAllContext(), (id) => findAuthority(id) !== undefined, {
    fileOf: (stage, asked) => readSettingsFile('settings', stage, asked),
    /* Set by the CDK's command line to the region of the credentials in use. */
    region: process.env.CDK_DEFAULT_REGION,
  });
  addDeployment(app, { settings, routes, build: about.version });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
} catch (error) {
  if (!(error instanceof SettingsRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
