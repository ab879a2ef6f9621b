import { importLimits } from '../../domain/credit/import.ts';
import type { Lines } from './lines.ts';

/** A row of cells and the line it begins on; without cells where its quotes make none (RFC 4180). */
export interface CsvRow {
  readonly line: number;
  readonly cells?: readonly string[];
}

/** The cells of a text; `open` where it ends within quotes, `malformed` where something stands beside them. */
function cellsOf(text: string): readonly string[] | 'open' | 'malformed' {
  if (!text.includes('"')) return text.split(',');
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const cell = text.slice(at, comma < 0 ? undefined : comma);
      if (cell.includes('"')) return 'malformed';
      cells.push(cell);
      if (comma < 0) return cells;
      at = comma;
      continue;
    }
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0) return 'open';
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 1;
    if (at === text.length) return cells;
    if (text[at] !== ',') return 'malformed';
  }
}

interface Pending {
  readonly line: number;
  readonly text: string;
}

const { mostLinesOfRow, longestLineBytes } = importLimits;

/** The row that begins with the first line and how many lines it takes; `undefined` where it may go on behind the last. */
function rowAt(
  pending: readonly Pending[],
  isEnd: boolean,
): { readonly row: CsvRow; readonly lines: number } | undefined {
  const [{ line, text: begun } = { line: 0, text: '' }] = pending;
  let text = begun;
  for (let lines = 1; ; lines += 1) {
    const cells = cellsOf(text);
    if (typeof cells !== 'string') return { row: { line, cells }, lines };
    const next = pending[lines];
    if (cells === 'malformed' || lines === mostLinesOfRow || text.length > longestLineBytes)
      return { row: { line }, lines: 1 };
    if (next === undefined) return isEnd ? { row: { line }, lines: 1 } : undefined;
    text = `${text}\n${next.text}`;
  }
}

/**
 * The rows of a CSV file. What is malformed costs its own line alone: where quotes are opened and never closed, the lines
 * behind them are read again, each for itself. Lines without a character are passed over.
 */
export async function* csvRowsOf(blocks: AsyncIterable<Lines>): AsyncGenerator<readonly CsvRow[]> {
  let pending: Pending[] = [];
  function take(isEnd: boolean): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < pending.length) {
      if (pending[at]?.text === '') {
        at += 1;
        continue;
      }
      const taken = rowAt(pending.slice(at, at + mostLinesOfRow), isEnd);
      if (taken === undefined) break;
      rows.push(taken.row);
      at += taken.lines;
    }
    pending = pending.slice(at);
    return rows;
  }
  for await (const { first, texts } of blocks) {
    for (const [index, text] of texts.entries()) pending.push({ line: first + index, text });
    yield take(false);
  }
  yield take(true);
}
