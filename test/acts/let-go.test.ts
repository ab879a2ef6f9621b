import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplyRetention } from '../../lib/acts/apply-retention.ts';
import { createFanOut } from '../../lib/acts/fan-out.ts';
import { createIndexNamed } from '../../lib/acts/index-named.ts';
import { createLetGo } from '../../lib/acts/let-go.ts';
import { createDiskMaterialFiles, diskPlaces } from '../../lib/store/disk-material-files.ts';
import { createErasureStore } from '../../lib/store/erasure-store.ts';
import type { MaterialFiles } from '../../lib/store/material-files.ts';
import { createNamedStore } from '../../lib/store/named-store.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aStoredMaterial } from '../support/a-stored-material.ts';
import { moment, NOW } from '../support/credit-service.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { itemsUnder } from '../support/stream-events.ts';

const LATER = moment('2028-12-01T02:00:00.000Z');

let service: RegistrationService;
let folder: string;
let files: MaterialFiles;
beforeAll(async () => {
  service = await startRegistrationService();
  folder = await mkdtemp(join(tmpdir(), 'materials-'));
  files = createDiskMaterialFiles(folder, 'http://127.0.0.1/none');
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

const named = () => createNamedStore(service.client, service.names.filings);
const retain = () =>
  createApplyRetention({
    filings: service.filings,
    erasures: createErasureStore(service.names.filings),
    writeAll: service.writeAll,
  })(LATER);

async function project(using = files, prefix = 'ERASED#') {
  const projections = [
    createIndexNamed({ filings: service.filings, named: named() }),
    createLetGo({ ...service, named: named(), files: using }),
  ];
  const items = itemsUnder(prefix, await service.itemsOf('filings'));
  const failed = await createFanOut(projections)(items.map((image, at) => ({ sequence: String(at), image })));
  expect(failed).toEqual([]);
}

/** A filing that is returned, with a file whose digest its first material has. */
async function returned() {
  const material = await aStoredMaterial(service);
  const filing = await service.submit(aCompanyFiling(), { uploads: [material.id] });
  expect(filing.state).toBe('returned');
  for (const place of Object.values(diskPlaces(folder, material.id))) await writeFile(place, 'x');
  const [subject] = ((await service.filings.find(filing.id))?.persons ?? []).map((one) => one.subject);
  return { filing, material: material.id, subject: subject ?? expect.fail() };
}

test('nobody is named any more in a filing that was erased, and its files lose what kept them', async () => {
  const { filing, material, subject } = await returned();
  await project(files, 'FILING#');
  expect((await named().list(subject, 'c')).entries).toEqual([filing.id]);
  expect(await retain()).toMatchObject({ erased: 1 });
  await project();
  await project();
  expect((await named().list(subject, 'c')).entries).toEqual([]);
  expect(await service.materials.find(material, LATER.at)).toBeUndefined();
  expect(Object.values(diskPlaces(folder, material)).map((place) => existsSync(place))).toEqual([
    false,
    false,
    false,
  ]);
  const kept = itemsUnder(`MATERIAL#${material}`, await service.itemsOf('filings'));
  expect(kept.map(({ expiresAt }) => expiresAt)).toEqual([Date.parse(LATER.at) / 1000]);
});

test('a file that another filing took over stays with it', async () => {
  const { filing, material } = await returned();
  const held = await service.materials.find(material, NOW.at);
  await service.writeAll([service.materials.bind(held ?? expect.fail(), 'another')]);
  expect(await retain()).toMatchObject({ erased: 1 });
  await project();
  expect(await service.materials.find(material, LATER.at)).toMatchObject({ filing: 'another' });
  expect(existsSync(diskPlaces(folder, material).kept)).toBe(true);
  expect((await service.filings.find(filing.id))?.erasedOn).toBe('2028-12-01');
});

test('where the files cannot be reached it is done when it comes again', async () => {
  const { material } = await returned();
  await retain();
  const failing = { ...files, release: async () => Promise.reject(new Error('away')) };
  await expect(project(failing)).rejects.toThrow();
  expect(existsSync(diskPlaces(folder, material).kept)).toBe(true);
  await project();
  expect(existsSync(diskPlaces(folder, material).kept)).toBe(false);
});
