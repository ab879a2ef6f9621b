import type { FileRefusalCode } from '../domain/credit/import.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';

/** Why a file is refused whole, and what to do. */
export const fileRefusalTexts = {
  'wrong-size': {
    zh: '文件大小与所告知的 {declared} 字节不符，请重新上传。',
    en: 'The file has not the {declared} bytes that were told; send it again.',
  },
  'wrong-digest': {
    zh: '文件的 SHA-256 与所告知的不符，请核对后重新申请。',
    en: 'The SHA-256 of the file is not the one that was told; check it and ask anew.',
  },
  'wrong-encoding': {
    zh: '第 {line} 行不是 {encoding} 编码，请以文件的实际编码重新申请，或者转换编码。',
    en: 'Line {line} is not {encoding}; ask anew with the encoding that the file has, or convert it.',
  },
  'line-too-long': {
    zh: '第 {line} 行超过 {maximumBytes} 字节，请检查文件是否为每行一条记录。',
    en: 'Line {line} is longer than {maximumBytes} bytes; see whether the file has a record on each line.',
  },
  'too-many-rows': {
    zh: '文件超过 {maximum} 行（自第 {line} 行起），请分成几个文件。',
    en: 'The file has more than {maximum} rows (from line {line} on); divide it.',
  },
  'no-rows': { zh: '文件中没有记录。', en: 'The file holds no row.' },
  'no-header': {
    zh: '第 {line} 行不是列名，列名见 docs/imports.md。',
    en: 'Line {line} does not name the columns; docs/imports.md lists their names.',
  },
  'unknown-column': {
    zh: '第 {place} 列的列名“{column}”不认识，列名见 docs/imports.md。',
    en: 'Column {place} is called “{column}”, which is none of docs/imports.md.',
  },
  'column-twice': { zh: '列 {column} 出现两次。', en: 'The column {column} is there twice.' },
  'missing-column': { zh: '缺少列 {column}。', en: 'The column {column} is missing.' },
} as const satisfies Record<FileRefusalCode, Bilingual>;

/** What is wrong with a row of a file, besides what a body of the API can have. */
export const importDefects = {
  formula: {
    zh: '以 =、+、-、@、制表符或者回车开头，在电子表格中会成为公式',
    en: 'begins with =, +, -, @, a tab or a carriage return, which is a formula in a spreadsheet',
  },
  'field-not-known': {
    zh: '有不认识的字段，字段名见 docs/imports.md',
    en: 'has a field that is not known; docs/imports.md lists their names',
  },
  quotes: { zh: '引号不成对或者位置不对', en: 'quotes that do not pair, or stand in the wrong place' },
  'cell-count': {
    zh: '有 {found} 个单元格，应为 {expected} 个',
    en: 'has {found} cells, and there are {expected} columns',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
