import { FileRefused } from '../../domain/credit/import.ts';
import { titleToTell } from '../../domain/credit/row-finding.ts';

/** How the text of a cell becomes a value: as it stands, a whole number, yes or no, several of a kind. */
type Kind = 'text' | 'number' | 'boolean' | 'list';

/** A column: the place of its value in the record, as the API has it. */
export interface Column {
  readonly path: readonly string[];
  readonly kind: Kind;
}

const column = (path: string, kind: Kind, ...titles: readonly string[]) => ({
  name: path,
  titles,
  column: { path: path.split('.'), kind },
});

const MOST_BASES = 10;

/** By the names of the API's fields, each also by what it is called in Chinese. */
const known = [
  column('class', 'text', '类别'),
  column('subject.kind', 'text', '主体类型'),
  column('subject.code', 'text', '统一社会信用代码'),
  column('subject.document.kind', 'text', '证件类型'),
  column('subject.document.number', 'text', '证件号码'),
  column('issuedBy', 'text', '作出机关'),
  column('documentNumber', 'text', '文号'),
  column('ordinal', 'number', '序号'),
  column('decidedOn', 'text', '作出日期'),
  column('basis.law', 'text', '依据法律'),
  column('basis.article', 'text', '依据条款'),
  ...Array.from({ length: MOST_BASES - 1 }, (_, index) => index + 2).flatMap((at) => [
    column(`basis.${at}.law`, 'text', `依据法律${at}`),
    column(`basis.${at}.article`, 'text', `依据条款${at}`),
  ]),
  column('severity', 'text', '严重程度'),
  column('penalty.kinds', 'list', '处罚种类'),
  column('penalty.fineFen', 'number', '罚款金额（分）'),
  column('penalty.simpleProcedure', 'boolean', '简易程序'),
  column('penalty.field', 'text', '处罚领域'),
  column('publicationNecessary', 'boolean', '有必要公示'),
  column('publishedOn', 'text', '首次公示日期'),
  column('validTo', 'text', '有效期至'),
] as const;

/** All names that fields of a record have, of whatever depth. */
export const fieldNames: ReadonlySet<string> = new Set(known.flatMap(({ column }) => column.path));

const byTitle = new Map<string, (typeof known)[number]>(
  known.flatMap((one) => [one.name, ...one.titles].map((title) => [title, one] as const)),
);

const needed: readonly (readonly string[])[] = [
  ['class'],
  ['subject.code', 'subject.document.number'],
  ['issuedBy'],
  ['documentNumber'],
  ['decidedOn'],
  ['basis.law'],
  ['basis.article'],
];

const LONGEST_ECHO = 40;

/**
 * The columns of a file by its first row.
 *
 * @throws FileRefused `no-header`, `unknown-column`, `column-twice`, `missing-column`.
 */
export function columnsOf(cells: readonly string[], line: number): readonly Column[] {
  const titles = cells.map((cell) => cell.normalize('NFC').trim());
  const found = titles.map((title) => byTitle.get(title));
  if (!found.some((one) => one !== undefined)) throw new FileRefused({ code: 'no-header', line });
  const names = new Set<string>();
  const columns = found.map((one, index) => {
    const title = Array.from(titleToTell(titles[index] ?? ''))
      .slice(0, LONGEST_ECHO)
      .join('');
    if (one === undefined)
      throw new FileRefused({ code: 'unknown-column', line, values: { column: title, place: index + 1 } });
    if (names.has(one.name))
      throw new FileRefused({ code: 'column-twice', line, values: { column: one.name } });
    names.add(one.name);
    return one.column;
  });
  const missing = needed.find((any) => !any.some((name) => names.has(name)));
  if (missing !== undefined)
    throw new FileRefused({ code: 'missing-column', line, values: { column: missing.join(' / ') } });
  return columns;
}
