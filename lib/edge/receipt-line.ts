import type { RowFinding, RowReceipt } from '../domain/credit/import.ts';
import { fillIn, inLanguage, type Language } from './language.ts';
import { defectText, type ProblemCode, problemKinds } from './problem-texts.ts';

const COLUMNS = ['row', 'line', 'outcome', 'record', 'code', 'finding-zh', 'finding-en'] as const;

const FORMULA = /^[=+\-@\t\r]/;

/** A cell that every spreadsheet takes for a text, whatever stands in it. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** With the mark by which spreadsheets know UTF-8. */
export const receiptHead = `\uFEFF${lineOf(COLUMNS)}`;

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);

function textOf({ code, values = {}, defects = [] }: RowFinding, language: Language): string {
  if (defects.length > 0)
    return defects
      .map((defect) => {
        const text = fillIn(inLanguage(defectText(defect.code), language), defect.values ?? {}, language);
        return defect.path === '' ? text : `${text} (${defect.path})`;
      })
      .join(language === 'en' ? '; ' : '；');
  return isProblem(code) ? fillIn(inLanguage(problemKinds[code], language), values, language) : code;
}

/** What became of a row, as a line of the file of receipts. No value of the row itself is in it but what the finding names. */
export function tellReceipt(receipt: RowReceipt): string {
  const { row, line, outcome } = receipt;
  if (receipt.outcome !== 'refused')
    return lineOf([row, line, outcome, `/v1/credit/records/${receipt.record}`, '', '', '']);
  const { finding } = receipt;
  return lineOf([row, line, outcome, '', finding.code, textOf(finding, 'zh-CN'), textOf(finding, 'en')]);
}
