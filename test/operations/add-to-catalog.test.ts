import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { getStandard, listAuthorities, listMeasures } from '../../lib/contract/standards.ts';
import { freshPerson } from '../journeys/a-filing.ts';
import { recordOf, subjectOf } from '../journeys/a-record.ts';
import { run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { copyWith } from '../support/third-side.ts';

type Entries = Record<string, unknown>[];
const provenance = { source: '虚构', edition: '虚构', validFrom: '2020-01-01', confidence: 'inference' };

/** docs/operations.md, "Add an authority", "Add a measure": data alone. */
const copy = copyWith({
  'authorities.json': (data) => ({
    ...data,
    named: [
      ...(data.named as Entries),
      { id: 'railcourt-500112', kind: 'court', name: '虚构铁路运输法院', division: '500112', provenance },
    ],
  }),
  'measures/measures.json': (data) => ({
    ...data,
    rows: [
      ...(data.rows as Entries),
      {
        ...(data.rows as Entries).find(({ id }) => id === 'office-bar'),
        id: 'invented-notice',
        group: 'C',
        name: { zh: '虚构提示', en: 'Invented notice' },
        purposes: ['supervision'],
        executor: undefined,
      },
    ],
  }),
});

/** "Publish a standard": another version of an item; where the one before it ends is said outside what the lock pins. */
function addVersion(): void {
  const folder = join(copy.root, 'catalog/items/reserve-name');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  write(
    'standard-2027-01.ts',
    `import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { standard202502 } from './standard.ts';

export const standard202701 = { ...standard202502, version: '2027-01', validFrom: plainDate('2027-01-01') };
`,
  );
  write('corpus-2027-01.json', read('corpus.json'));
  write(
    'item.ts',
    read('item.ts')
      .replace(
        'standards: [standard202502]',
        "standards: [{ ...standard202502, validTo: plainDate('2027-01-01') }, standard202701]",
      )
      .replace(
        "import { standard202502 } from './standard.ts';",
        "import { plainDate } from '../../../lib/domain/time/plain-date.ts';\nimport { standard202502 } from './standard.ts';\nimport { standard202701 } from './standard-2027-01.ts';",
      ),
  );
}

const lockOf = (root: string) =>
  JSON.parse(readFileSync(join(root, 'catalog/lock.json'), 'utf8')) as Record<string, object>;
let service: LocalService;
beforeAll(async () => {
  addVersion();
  expect(await run('lock.ts', [], {}, copy.root)).toMatchObject({ code: 0 });
  service = await startLocalService({ root: copy.root });
}, 60_000);
afterAll(async () => {
  await endAll();
  copy.remove();
});

test('an authority that was added issues records, which are looked up with the measure that was added', async () => {
  const { authorities } = (await service.ask(listAuthorities, { query: { jurisdiction: 'CQ' } })).body;
  expect(authorities.map(({ id }) => id)).toContain('railcourt-500112');
  const { measures } = (await service.ask(listMeasures, {})).body;
  expect(measures.map(({ id }) => id)).toContain('invented-notice');
  const person = freshPerson();
  await service.ask(publishRecord, {
    as: 'publisher-cq',
    body: recordOf(person, { issuedBy: 'railcourt-500112' }),
  });
  const body = { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [subjectOf(person)] };
  const [result] = (await service.ask(lookUp, { as: 'regulator-sc', body })).body.results;
  expect(result?.information.map(({ row }) => row)).toContain('invented-notice');
});

test('a version that was added is in force from its day, and the lock of those before it stands as it was', async () => {
  const versionOn = async (on: string) =>
    (await service.ask(getStandard, { params: { item: 'reserve-name' }, query: { on } })).body.version;
  expect([await versionOn('2026-12-31'), await versionOn('2027-01-01')]).toEqual(['2025-02', '2027-01']);
  const { 'reserve-name@2027-01': added, ...before } = lockOf(copy.root);
  expect(added).toMatchObject({ source: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(before).toEqual(lockOf(join(import.meta.dirname, '../..')));
});
