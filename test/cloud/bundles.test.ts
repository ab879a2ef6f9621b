import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deployedEnvironment } from '../../bench/deployed-environment.ts';
import { bundleInto, entryOf, project } from '../../lib/cloud/bundling.ts';
import type { FunctionName } from '../../lib/cloud/rights.ts';

/** What a cold start reads, in kB of 1000 bytes, minified, SDK included. */
const budgets = {
  'credit-lookup': 420,
  filings: 650,
  decisions: 650,
  standards: 520,
  licences: 520,
  'credit-records': 520,
  'credit-public': 520,
  'credit-names': 520,
  'credit-statements': 520,
  'credit-watches': 520,
  'credit-exports': 520,
  'own-file': 520,
  fairness: 520,
  materials: 520,
  drafts: 650,
  changes: 520,
  'measure-tasks': 520,
  'listing-cases': 520,
  imports: 520,
  'import-steps/split': 520,
  'import-steps/chunk': 520,
  'import-steps/finish': 520,
  authorizer: 520,
  'pre-token': 20,
  'data-requests': 520,
  'lookup-log': 520,
  'schedules/apply-retention': 520,
  'schedules/redate-filings': 520,
  'schedules/seal-log': 520,
  'schedules/remind-follow-ups': 520,
  'schedules/remind-tasks': 520,
  'schedules/tell-ends': 520,
  'schedules/watch-calendar': 520,
  'schedules/watch-sources': 520,
  'streams/credit': 520,
  'streams/lookup-log': 520,
  'streams/filings': 520,
} as const satisfies Record<FunctionName, number>;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundles-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exportedBy(file: string): Promise<string> {
  const script = `console.log(typeof (await import(${JSON.stringify(pathToFileURL(file).href)})).handler)`;
  const started = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: deployedEnvironment,
  });
  return (await started).stdout.trim();
}

test.each(Object.entries(budgets))(
  'functions/%s bundles to at most %i kB and starts',
  async (name, budget) => {
    const { file, atStart, outside } = bundleInto(join(folder, name), entryOf(name));
    expect(atStart / 1000).toBeLessThanOrEqual(budget);
    expect(outside.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
    expect(await exportedBy(file)).toBe('function');
  },
);

test('the client of the bucket, which is loaded when it is needed, signs out of its bundle', async () => {
  const entry = join(project.root, 'lib/store/create-material-files.ts');
  const { file, outside } = bundleInto(join(folder, 'files'), entry);
  expect(outside.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([]);
  const script = `
    const { createMaterialFiles } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const files = createMaterialFiles({ kind: 'bucket', bucket: 'materials' });
    const time = { at: '2026-11-23T02:00:00.000Z', until: '2026-11-23T02:30:00.000Z' };
    const file = { mediaType: 'image/png', bytes: 1, sha256: '00' };
    const { url } = await files.uploadForm('m1', file, time);
    const link = new URL(await files.downloadLink({ ...file, id: 'm1' }, time));
    console.log(url, link.origin + link.pathname);`;
  const started = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: deployedEnvironment,
  });
  expect((await started).stdout.trim()).toBe(
    'https://materials.s3.cn-north-1.amazonaws.com.cn/ https://materials.s3.cn-north-1.amazonaws.com.cn/materials/m1',
  );
});
