import { recordToPublishShape } from '../../contract/credit-records.ts';
import {
  type DeclaredImport,
  FileRefused,
  importLimits,
  type ReadRow,
  type RowFinding,
} from '../../domain/credit/import.ts';
import { defectsToTell } from '../../domain/credit/row-finding.ts';
import { type Defect, DomainError } from '../../domain/errors.ts';
import { parseWith } from '../schema-defects.ts';
import { isStrictText, normaliseTexts, parseStrictJson } from '../strict-json.ts';
import { type Column, columnsOf, fieldNames } from './columns.ts';
import { csvRowsOf } from './csv-rows.ts';
import { linesOf } from './lines.ts';
import { recordOfCells } from './row-of-cells.ts';

type Told =
  | { readonly record: Extract<ReadRow, { record: unknown }>['record'] }
  | { readonly finding: RowFinding };

/** Chunks and receipts hold findings: what a row said itself, also as the name of a field, stays out of them. */
const malformed = (...defects: readonly Defect[]): Told => ({
  finding: { code: 'malformed-body', defects: defectsToTell(defects, fieldNames) },
});
const invalid = (defects: readonly Defect[]): Told => ({
  finding: { code: 'invalid-request', defects: defectsToTell(defects, fieldNames) },
});

/** As the API reads a body: strict texts first, then the shape. */
function toldBy(read: () => unknown): Told {
  try {
    const input = read();
    const parsed = parseWith(recordToPublishShape, input);
    return 'value' in parsed ? { record: parsed.value } : invalid(parsed.defects);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return malformed(...error.defects);
  }
}

/** Most rows have nothing to be mended, and are not looked through cell by cell. */
const strictly = (cells: readonly string[], record: unknown): unknown =>
  isStrictText(cells.join(',')) ? record : normaliseTexts(record);

interface LinedTold {
  readonly line: number;
  readonly told: Told;
}

async function* ofCsv(blocks: ReturnType<typeof linesOf>): AsyncGenerator<readonly LinedTold[]> {
  let columns: readonly Column[] | undefined;
  for await (const rows of csvRowsOf(blocks)) {
    const told: LinedTold[] = [];
    for (const { line, cells } of rows) {
      if (columns === undefined) columns = columnsOf(cells ?? [], line);
      else if (cells === undefined) told.push({ line, told: malformed({ path: '', code: 'quotes' }) });
      else if (cells.length === columns.length) {
        const among = columns;
        told.push({ line, told: toldBy(() => strictly(cells, recordOfCells(cells, among))) });
      } else {
        const values = { expected: columns.length, found: cells.length };
        told.push({ line, told: malformed({ path: '', code: 'cell-count', values }) });
      }
    }
    yield told;
  }
  if (columns === undefined) throw new FileRefused({ code: 'no-header', line: 1 });
}

async function* ofNdjson(blocks: ReturnType<typeof linesOf>): AsyncGenerator<readonly LinedTold[]> {
  for await (const { first, texts } of blocks)
    yield texts.flatMap((text, index) =>
      text.trim() === '' ? [] : [{ line: first + index, told: toldBy(() => parseStrictJson(text)) }],
    );
}

/**
 * The rows of a file as they come, some at once. A row that is wrong is told as such and stops no other.
 *
 * @throws FileRefused for what makes the whole file unreadable.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  { format, encoding }: Pick<DeclaredImport, 'format' | 'encoding'>,
): AsyncGenerator<readonly ReadRow[]> {
  const blocks = linesOf(bytes, encoding);
  let row = 0;
  for await (const lined of format === 'csv' ? ofCsv(blocks) : ofNdjson(blocks)) {
    const last = lined[importLimits.mostRows - row];
    if (last !== undefined)
      throw new FileRefused({
        code: 'too-many-rows',
        line: last.line,
        values: { maximum: importLimits.mostRows },
      });
    yield lined.map(({ line, told }) => {
      row += 1;
      return { row, line, ...told };
    });
  }
  if (row === 0) throw new FileRefused({ code: 'no-rows' });
}
