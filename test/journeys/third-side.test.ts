import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { listAuthorities } from '../../lib/contract/standards.ts';
import type { Replay } from '../../local/proof/replay-store.ts';
import { run, tablePrefixOf } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { copyWithThirdSide } from '../support/third-side.ts';
import { aFiling, DIANJIANG, freshPerson, LINSHUI, toBeJudged } from './a-filing.ts';
import { recordOf, subjectOf } from './a-record.ts';

/* 川渝 is where it begins: neighbouring provinces may join (clause 十六), and are then data. */
const copy = copyWithThirdSide();
let service: LocalService;
/** Tokens of the personas that the copy has besides those of this tree, as somebody at a terminal gets them. */
const tokens = new Map<string, string>();
beforeAll(async () => {
  service = await startLocalService({ root: copy.root });
  await Promise.all(
    ['registrar-tl', 'regulator-tl', 'publisher-tl'].map(async (persona) => {
      const told = await run('token.ts', [persona], { DATA_DIR: service.dataDir }, copy.root);
      tokens.set(persona, told.stdout.trim());
    }),
  );
});
const by = (persona: string) => {
  const token = tokens.get(persona);
  return token === undefined ? { as: persona } : { token };
};
afterAll(async () => {
  await endAll();
  copy.remove();
});

const YUNZE = { division: '990121', placeWord: '云泽县' };
const submit = async (
  as: string,
  ...wish: Parameters<typeof aFiling> extends [unknown, ...infer W] ? W : never
) => (await service.ask(submitFiling, { ...by(as), body: await aFiling(service, ...wish) })).body;

test('the copy differs from this tree by data of the catalog alone', () => {
  const root = resolve(import.meta.dirname, '../..');
  const files = ['bin', 'catalog', 'functions', 'lib', 'local'].flatMap((folder) =>
    readdirSync(join(copy.root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|json)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(500);
  const text = (tree: string, file: string) => readFileSync(join(tree, file), 'utf8');
  expect(files.filter((file) => text(root, file) !== text(copy.root, file)).toSorted()).toEqual(
    [...copy.changed].toSorted(),
  );
});

test('its authorities and windows are told with the others', async () => {
  const { authorities, windows } = (await service.ask(listAuthorities, { query: { jurisdiction: 'TL' } }))
    .body;
  expect(authorities.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['reg-990000', 'reg-990100', 'reg-990121', 'court-990121', 'credit-990000']),
  );
  expect(windows.map(({ id }) => id)).toEqual(['win-990000', 'win-990102', 'win-990121']);
});

test('a company of the third side, handed in at a window of another: registered there, with its licence', async () => {
  const told = await submit('registrar-sc', { place: YUNZE });
  expect(told).toMatchObject({
    state: 'registered',
    decidedBy: 'reg-990121',
    acceptedBy: { channel: 'window', window: 'win-511623', authority: 'reg-511623' },
  });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^91990121MY/);
  expect((await service.ask(getEnterprise, { params: { code } })).body).toMatchObject({
    registeredBy: 'reg-990121',
  });
  const { content, licence } = (await service.ask(getLicence, { params: { code } })).body;
  expect(content).toMatchObject({ registeredBy: 'reg-990121', registeredByName: '云泽县市场监督管理局' });
  expect((await service.ask(verifyLicence, { body: { licence } })).body).toMatchObject({
    valid: true,
    current: true,
  });
});

test('a company of another side, handed in at a window of the third', async () => {
  for (const [place, authority] of [
    [LINSHUI, 'reg-511623'],
    [DIANJIANG, 'reg-500231'],
  ] as const)
    expect(await submit('registrar-tl', { place })).toMatchObject({
      state: 'registered',
      decidedBy: authority,
      acceptedBy: { channel: 'window', window: 'win-990102' },
    });
});

test('what is to be judged there is judged there, by nobody else', async () => {
  const place = { division: '990102', placeWord: '澜州市澜城区' };
  const told = await submit('registrar-cq', { place, facts: toBeJudged });
  expect(told).toMatchObject({ state: 'in-review', decidedBy: 'reg-990102' });
  const params = { authority: 'reg-990102' };
  const { filings } = (await service.ask(listQueue, { ...by('registrar-tl'), params })).body;
  expect(filings.map(({ id }) => id)).toContain(told.id);
  const decision = { params: { id: told.id }, body: { action: 'register' as const, reason: '经核实' } };
  expect((await service.refused(decideFiling, { as: 'registrar-sc', ...decision })).status).toBe(404);
  const decided = (await service.ask(decideFiling, { ...by('registrar-tl'), ...decision })).body;
  expect(decided).toMatchObject({ state: 'registered', version: 2 });
});

test('records of three sides about one person stand in three halves, and are seen from each', async () => {
  const person = freshPerson();
  for (const [as, issuedBy] of [
    ['publisher-tl', 'court-990121'],
    ['publisher-sc', 'court-511623'],
    ['publisher-cq', 'court-500231'],
  ] as const)
    await service.ask(publishRecord, { ...by(as), body: recordOf(person, { issuedBy }) });
  const foreign = { ...by('publisher-tl'), body: recordOf(person, { issuedBy: 'court-511623' }) };
  expect((await service.refused(publishRecord, foreign)).status).toBe(403);
  for (const as of ['regulator-sc', 'regulator-cq', 'regulator-tl'])
    for (const subjects of [[subjectOf(person)], [subjectOf(person), subjectOf(freshPerson())]]) {
      const body = { purpose: 'registration', basis: 'registration-review', subjects };
      const { results, coverage } = (await service.ask(lookUp, { ...by(as), body })).body;
      expect(results.map(({ verdict }) => verdict)).toEqual(
        subjects.length === 1 ? ['hit'] : ['hit', 'clear'],
      );
      expect(results[0]?.measures[0]?.records.map(({ jurisdiction }) => jurisdiction).toSorted()).toEqual([
        'CQ',
        'SC',
        'TL',
      ]);
      expect(coverage[0]?.sources.map(({ source }) => source)).toEqual(
        expect.arrayContaining(['cq-dishonest-debtors', 'sc-dishonest-debtors', 'tl-dishonest-debtors']),
      );
    }
});

test('a record of the third side alone sends a filing to review on every side, to equal findings', async () => {
  const founder = freshPerson();
  await service.ask(publishRecord, {
    ...by('publisher-tl'),
    body: recordOf(founder, { issuedBy: 'court-990121' }),
  });
  const findings = [];
  for (const place of [YUNZE, LINSHUI, DIANJIANG]) {
    const told = await submit('applicant', { place, founder });
    expect(told.state).toBe('in-review');
    findings.push(told.findings.map(({ rule, path, effect, admits }) => ({ rule, path, effect, admits })));
  }
  expect(findings[0]?.map(({ rule }) => rule)).toContain('credit.office-bar');
  expect(findings).toEqual([findings[0], findings[0], findings[0]]);
});

test('filings of all items over the three sides, and every decision again, each in a place of both others', async () => {
  const given = ['--data', service.dataDir];
  const load = await run('load.ts', ['--filings', '60', '--seed', '5', ...given], {}, copy.root);
  expect([load.code, load.stderr], load.stdout).toEqual([0, '']);
  expect(load.stdout).toContain('没有 5xx');
  const { code, stdout } = await run('replay.ts', ['--json', ...given], {}, copy.root);
  const { all } = JSON.parse(stdout) as Replay;
  expect([code, all.divergences]).toEqual([0, 0]);
  expect(all.receipts).toBeGreaterThan(60);
  expect(all.swaps).toBe(2 * all.receipts);
  expect(tablePrefixOf(service.dataDir)).toMatch(/^tongbiao-service-/);
});
