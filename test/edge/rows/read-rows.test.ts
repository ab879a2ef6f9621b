import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileRefusal, ImportEncoding, ReadRow } from '../../../lib/domain/credit/import.ts';
import { FileRefused } from '../../../lib/domain/credit/import.ts';
import { type CsvRow, csvRowsOf } from '../../../lib/edge/rows/csv-rows.ts';
import { linesOf } from '../../../lib/edge/rows/lines.ts';
import { readRows } from '../../../lib/edge/rows/read-rows.ts';

/** The bytes in pieces of these sizes, by turns. */
async function* pieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function all<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

const cellsIn = (text: string, sizes: readonly number[]): Promise<readonly CsvRow[]> =>
  all(csvRowsOf(linesOf(pieces(Buffer.from(text), sizes), 'utf-8')));

const HEAD = 'class,subject.code,issuedBy,documentNumber,decidedOn,basis.law,basis.article';
const row = (number: string) => `penalty,91500231MA5U000A5X,reg-500231,${number},2026-05-11,处罚法,第九条`;

const read = (
  bytes: string | Uint8Array,
  encoding: ImportEncoding = 'utf-8',
  format: 'csv' | 'ndjson' = 'csv',
): Promise<readonly ReadRow[]> =>
  all(readRows(pieces(Buffer.from(bytes), [7, 64, 1000]), { format, encoding }));

async function refusal(reading: Promise<unknown>): Promise<FileRefusal> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FileRefused)) throw error ?? new Error('It was read');
  return error.refusal;
}

/** What is told of each row: its document, or what is wrong where. */
const told = (rows: readonly ReadRow[]) =>
  rows.map((one) =>
    'record' in one
      ? [one.row, one.line, one.record.documentNumber]
      : [one.row, one.line, ...(one.finding.defects ?? []).map(({ path, code }) => `${code} ${path}`.trim())],
  );

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '文', '"', ',', '\n', ' ', '😀'), maxLength: 8 });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  test('whatever stands in the cells comes back, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, sizes, fc.constantFrom('\n', '\r\n'), async (cells, cuts, end) => {
        const text = cells.map((one) => one.map(quoted).join(',') + end).join('');
        expect((await cellsIn(text, cuts)).map((one) => one.cells)).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });

  test('what another reader finds well formed is read as by that one', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '文', '"', ',', '\n'), maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (csv, cuts) => {
        let expected: readonly (readonly string[])[];
        try {
          expected = parse(csv, { relax_column_count: true, skip_empty_lines: true });
        } catch {
          return;
        }
        expect((await cellsIn(csv, cuts)).map((one) => one.cells)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('quotes that are never closed cost their own line alone', async () => {
    const rows = await cellsIn('a,b\n"c,d\ne,f\n"g"h,i\nj,"k\nl"\n', [3]);
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2 },
      { line: 3, cells: ['e', 'f'] },
      { line: 4 },
      { line: 5, cells: ['j', 'k\nl'] },
    ]);
  });

  test('a quoted cell runs over at most twenty lines', async () => {
    const over = (lines: number) => `a,"${'\n'.repeat(lines - 1)}"\nb,c\n`;
    expect((await cellsIn(over(20), [5])).map(({ line }) => line)).toEqual([1, 21]);
    expect((await cellsIn(over(21), [5]))[0]).toEqual({ line: 1 });
  });
});

describe('rows', () => {
  test('by the fields of the API or their Chinese names, with the mark of UTF-8 or without', async () => {
    const zh = '类别,统一社会信用代码,作出机关,文号,作出日期,依据法律,依据条款';
    for (const text of [`${HEAD}\n${row('一号')}\n`, `\uFEFF${zh}\r\n${row('一号')}`])
      expect(told(await read(text))).toEqual([[1, 2, '一号']]);
  });

  test('a person, a penalty, several bases, numbers and yes or no', async () => {
    const head =
      'class,subject.document.kind,subject.document.number,issuedBy,documentNumber,ordinal,decidedOn,basis.law,basis.article,basis.2.law,basis.2.article,penalty.kinds,penalty.fineFen,penalty.simpleProcedure,validTo';
    const cells =
      'penalty,citizen-id,50023119900307000X,reg-500231,罚一号,2,2026-05-11,甲法,第一条,乙法,第二条,fine|confiscation,500000,否,2027-01-01';
    const [one] = await read(`${head}\n${cells}\n`);
    expect(one).toEqual({
      row: 1,
      line: 2,
      record: {
        class: 'penalty',
        subject: { kind: 'person', document: { kind: 'citizen-id', number: '50023119900307000X' } },
        issuedBy: 'reg-500231',
        documentNumber: '罚一号',
        ordinal: 2,
        decidedOn: '2026-05-11',
        basis: [
          { law: '甲法', article: '第一条' },
          { law: '乙法', article: '第二条' },
        ],
        penalty: { kinds: ['fine', 'confiscation'], fineFen: 500_000, simpleProcedure: false },
        validTo: '2027-01-01',
      },
    });
  });

  test('the example that the documents give', async () => {
    const rows = await read(readFileSync(new URL('../../../docs/examples/records.csv', import.meta.url)));
    expect(told(rows)).toEqual([
      [1, 2, '渝垫市监罚〔2026〕示例1号'],
      [2, 3, '（2026）渝0231执示例1号'],
    ]);
  });

  test('one that is wrong stops no other', async () => {
    const rows = ['=1+1', '＝cmd', '-1', '\t@x', 'a\u0000b', '"q"r', 'ok', '二,三'].map(row);
    expect(told(await read(`${HEAD}\n${rows.join('\n')}\n`))).toEqual([
      [1, 2, 'formula /documentNumber'],
      [2, 3, 'formula /documentNumber'],
      [3, 4, 'formula /documentNumber'],
      [4, 5, 'formula /documentNumber'],
      [5, 6, 'control-character /documentNumber'],
      [6, 7, 'quotes'],
      [7, 8, 'ok'],
      [8, 9, 'cell-count'],
    ]);
  });

  test('of NDJSON: each line as a body of the API', async () => {
    const one = {
      class: 'penalty',
      subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
      issuedBy: 'reg-500231',
      documentNumber: '一号',
      decidedOn: '2026-05-11',
      basis: [{ law: '甲法', article: '第一条' }],
    };
    const lines = [
      JSON.stringify(one),
      '',
      '{"class":1',
      JSON.stringify({ ...one, more: 1 }),
      '{"class":"a","class":"b"}',
      JSON.stringify({ ...one, basis: [{ law: '@x', article: '第一条' }] }),
      'null',
    ];
    const [first, ...others] = told(await read(lines.join('\n'), 'utf-8', 'ndjson'));
    expect(first).toEqual([1, 1, '一号']);
    expect(others).toEqual([
      [2, 3, 'not-json'],
      [3, 4, 'field-not-known'],
      [4, 5, 'duplicate-key /class'],
      [5, 6, 'formula /basis/0/law'],
      [6, 7, 'invalid-type'],
    ]);
  });

  test('whose fields or values are numbers of persons: none of them is told', async () => {
    const number = '110101199003077475';
    const lines = [
      JSON.stringify({ [number]: 1, [`${number}2`]: 2 }),
      JSON.stringify({ basis: [{ [number]: 1, law: '甲法', article: '第一条' }] }),
      `{"${number}":1,"${number}":2}`,
      JSON.stringify({ subject: { [number]: 'a\u0000' } }),
    ];
    const rows = await read(lines.join('\n'), 'utf-8', 'ndjson');
    expect(JSON.stringify(rows)).not.toMatch(/\d{8}/);
    expect(rows.map((one) => told([one])[0]?.filter((text) => /known|key|char/.test(String(text))))).toEqual([
      ['field-not-known'],
      ['field-not-known /basis/0'],
      ['duplicate-key'],
      ['control-character /subject'],
    ]);
    const head = `${HEAD},${number}\n`;
    expect(await refusal(read(head))).toMatchObject({
      code: 'unknown-column',
      values: { column: '…', place: 8 },
    });
  });

  test('in GB 18030, wherever the bytes are cut', async () => {
    /* 处罚 and 号 in GB 18030. */
    const bytes = Buffer.concat([
      Buffer.from(`${HEAD}\npenalty,91500231MA5U000A5X,reg-500231,`),
      Buffer.from([0xb4, 0xa6, 0xb7, 0xa3, 0x31, 0xba, 0xc5]),
      Buffer.from(',2026-05-11,a,b\n'),
    ]);
    expect(told(await read(bytes, 'gb18030'))).toEqual([[1, 2, '处罚1号']]);
  });
});

describe('a file is refused', () => {
  test.each([
    [
      'in another encoding than it is',
      Buffer.concat([Buffer.from(`${HEAD}\n`), Buffer.from([0xb4, 0xa6, 0xb7, 0xa3])]),
      'utf-8',
      { code: 'wrong-encoding', line: 2 },
    ],
    [
      'in UTF-8, told as GB 18030',
      Buffer.from(`${HEAD}\n${row('二零二六年第一号')}\n`),
      'gb18030',
      { code: 'wrong-encoding', line: 1 },
    ],
    ['in UTF-16', Buffer.from(`\uFEFF${HEAD}`, 'utf16le'), 'utf-8', { code: 'wrong-encoding', line: 1 }],
    ['of one endless line', Buffer.alloc(70_000, 'a'), 'utf-8', { code: 'line-too-long', line: 1 }],
    [
      'with an endless line in it',
      Buffer.from(`${HEAD}\n${'a'.repeat(65_537)}\n`),
      'utf-8',
      { code: 'line-too-long', line: 2 },
    ],
    ['that is empty lines', Buffer.from('\n\n'), 'utf-8', { code: 'no-header', line: 1 }],
    ['without a head', Buffer.from(`${row('一号')}\n`), 'utf-8', { code: 'no-header', line: 1 }],
    ['with its head alone', Buffer.from(`${HEAD}\n`), 'utf-8', { code: 'no-rows' }],
    [
      'with a column nobody knows',
      Buffer.from(`${HEAD},姓名\n`),
      'utf-8',
      { code: 'unknown-column', line: 1, values: { column: '姓名', place: 8 } },
    ],
    [
      'with a column twice',
      Buffer.from(`${HEAD},文号\n`),
      'utf-8',
      { code: 'column-twice', line: 1, values: { column: 'documentNumber' } },
    ],
    [
      'without a column it needs',
      Buffer.from('class,issuedBy\n'),
      'utf-8',
      { code: 'missing-column', line: 1, values: { column: 'subject.code / subject.document.number' } },
    ],
  ] as const)('%s', async (_, bytes, encoding, expected) => {
    expect(await refusal(read(bytes, encoding))).toMatchObject(expected);
  });

  test('a line may have 65 536 bytes', async () => {
    const rest = row('').length + Buffer.byteLength('处罚法第九条') - '处罚法第九条'.length;
    const rows = await read(`${HEAD}\n${row('a'.repeat(65_536 - rest))}\n`);
    expect(told(rows)).toEqual([[1, 2, 'too-big /documentNumber']]);
  });

  test('of a gigabyte on one line, after a little of it was read', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; sent < 16_384; sent += 1) yield Buffer.alloc(65_536, 'a');
    }
    const reading = all(readRows(endless(), { format: 'ndjson', encoding: 'utf-8' }));
    expect(await refusal(reading)).toMatchObject({ code: 'line-too-long', line: 1 });
    expect(sent).toBeLessThan(3);
  });
});
