import type { Column } from './columns.ts';

const YES = new Set(['true', '是']);
const NO = new Set(['false', '否']);

/** What cannot be read as its kind stays as it is written, and is told by the schema. */
function readAs(text: string, kind: Column['kind']): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case 'boolean':
      return YES.has(text) ? true : NO.has(text) ? false : text;
    case 'list':
      return text.split(/[|;；、]/).map((one) => one.trim());
  }
}

/** A tab at the beginning stays, and is told as what it is meant for. */
const BLANKS = /^[ \u3000]+|[ \u3000]+$/gu;

type Tree = { [name: string]: unknown };

function put(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const below = (tree[name] ?? {}) as Tree;
  tree[name] = below;
  put(below, rest, value);
}

/** `basis.law`, `basis.2.law` … as the list that they are. */
function listed({ law, article, ...others }: Tree): readonly unknown[] {
  const first = law === undefined && article === undefined ? [] : [{ law, article }];
  return [
    ...first,
    ...Object.entries(others)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, basis]) => basis),
  ];
}

/** The record that the cells of a row tell, in the form of the API; an empty cell tells nothing. */
export function recordOfCells(cells: readonly string[], columns: readonly Column[]): unknown {
  const tree: Tree = {};
  for (const [index, { path, kind }] of columns.entries()) {
    const text = (cells[index] ?? '').replace(BLANKS, '');
    if (text !== '') put(tree, path, readAs(text, kind));
  }
  const { basis, subject, ...rest } = tree as Tree & { readonly basis?: Tree; readonly subject?: Tree };
  const kind = subject?.document === undefined ? 'organisation' : 'person';
  return {
    ...rest,
    ...(subject !== undefined && { subject: { kind, ...subject } }),
    basis: listed(basis ?? {}),
  };
}
