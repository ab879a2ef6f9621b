import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getImport, listImports, requestImport } from '../../lib/contract/credit-imports.ts';
import { run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { freshPerson } from './a-filing.ts';
import { lookUpOf } from './a-record.ts';
import { post, sha256Of } from './an-upload.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

const as = 'publisher-cq';
const HEAD = '类别,证件类型,证件号码,作出机关,文号,作出日期,依据法律,依据条款\n';
const person = freshPerson();
const rowOf = (number: string) =>
  `dishonest-debtor,citizen-id,${person.document.number},court-500231,${number},2026-05-11,示例规定,第一条\n`;

/** Asked for and sent; tells the import once it is at its end. */
async function imported(file: Buffer, more: object = {}) {
  const body = { format: 'csv', bytes: file.length, sha256: sha256Of(file), ...more } as const;
  const { body: asked } = await service.ask(requestImport, { as, body });
  if (asked.upload === undefined) return asked;
  expect((await post(asked.upload, file)).status).toBe(204);
  const now = async () => (await service.ask(getImport, { as, params: { id: asked.id } })).body;
  await expect.poll(async () => (await now()).state, { timeout: 30_000 }).toMatch(/^(finished|refused)$/);
  return now();
}

test('from a terminal: a file with a row that is refused, its receipts beside it, and what a look-up says then', async () => {
  const file = join(service.dataDir, 'records.csv');
  writeFileSync(file, HEAD + rowOf('甲1号') + rowOf('=甲2号') + rowOf('甲1号'));
  const environment = { DATA_DIR: service.dataDir };
  const { code, stdout, stderr } = await run('import.ts', [file], environment);
  expect([code, stdout]).toEqual([1, expect.stringContaining(`${file}.receipts.csv`)]);
  expect(stderr).toContain('100% finished 接受 1 重复 1 已有 0 拒绝 1');
  const receipts = readFileSync(`${file}.receipts.csv`, 'utf8').split('\r\n');
  expect(receipts[1]).toMatch(/^1,2,accepted,\/v1\/credit\/records\/[\w-]{22},,,$/);
  expect(receipts[2]).toMatch(/^2,3,refused,,invalid-request,以 =.*\(\/documentNumber\),"begins with =/);
  expect(receipts[3]).toMatch(/^3,4,duplicate,/);
  expect((await lookUpOf(service, [person])).results).toMatchObject([{ verdict: 'hit' }]);
  const left = readdirSync(join(service.dataDir, 'imports/imports/uploads'));
  expect(left).toEqual([]);
  expect((await run('import.ts', [file], environment)).code).toBe(1);
  expect((await run('import.ts', [`${file}.none`], environment)).code).toBe(2);
  expect(existsSync(`${file}.none.receipts.csv`)).toBe(false);
});

test('an import is its file: the same again is the same, and to another authority it does not exist', async () => {
  const file = Buffer.from(HEAD + rowOf('乙1号'));
  const first = await imported(file);
  expect(first).toMatchObject({ state: 'finished', percent: 100, expectedAt: null, counts: { accepted: 1 } });
  expect((await imported(file)).id).toBe(first.id);
  const params = { id: first.id };
  for (const other of ['publisher-sc', 'court-officer-cq'])
    expect(await service.refused(getImport, { as: other, params })).toMatchObject({ status: 404 });
  const held = await imported(Buffer.from(`${HEAD + rowOf('乙1号')}\n`));
  expect(held.counts).toEqual({ accepted: 0, duplicate: 0, alreadyHeld: 1, refused: 0 });
  const listed = (await service.ask(listImports, { as })).body.imports;
  const { receipt, ...told } = held;
  expect(receipt).toBeDefined();
  expect(listed.slice(0, 2).map(({ id }) => id)).toEqual([held.id, first.id]);
  expect(listed[0]).toEqual(told);
  expect((await service.ask(listImports, { as: 'publisher-sc' })).body).toEqual({ imports: [] });
});

test('what is no file of records is refused whole, with what is wrong and where', async () => {
  for (const [file, more, code, line] of [
    [Buffer.alloc(300_000, 'a'), {}, 'line-too-long', 1],
    [Buffer.from([...Buffer.from(HEAD), 0xb4, 0xa6]), {}, 'wrong-encoding', 2],
    [Buffer.from(HEAD + rowOf('丙1号')), { encoding: 'gb18030' }, 'wrong-encoding', 1],
    [Buffer.from('姓名,年龄\n'), {}, 'no-header', 1],
  ] as const)
    expect(await imported(file, more)).toMatchObject({
      state: 'refused',
      refusal: { code, line, detail: expect.stringContaining(String(line)) },
      counts: { accepted: 0 },
    });
  const form = { format: 'csv', bytes: 3, sha256: sha256Of(Buffer.from('abc')) } as const;
  const { body } = await service.ask(requestImport, { as, body: form });
  const upload = body.upload ?? { url: '', fields: {} };
  expect((await post(upload, Buffer.from('abd'))).text).toContain('BadDigest');
  expect((await post(upload, Buffer.from('abcd'))).text).toContain('EntityTooLarge');
});
