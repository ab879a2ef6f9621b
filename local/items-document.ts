import * as z from 'zod/mini';
import { listItems } from '../catalog/items.ts';
import type { Item, ItemKind } from '../lib/domain/standard/item.ts';
import type { Article, Bilingual } from '../lib/domain/standard/provenance.ts';
import type { Material, Rule, Standard } from '../lib/domain/standard/standard.ts';
import { type FieldRow, fieldsOf } from './schema-fields.ts';

const kinds = {
  registration: '登记 · registration',
  'record-filing': '备案 · record filing',
  announcement: '公告 · announcement',
  name: '名称 · name',
  'ex-officio':
    '依职权 · by an authority’s office: handed in by one officer and, where it has to be decided, decided by another',
} as const satisfies Record<ItemKind, string>;

const effects = {
  defect: '退回补正 · to be mended',
  review: '人工审查 · judged by an officer',
  note: '提示 · told only',
} as const;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const both = ({ zh, en }: Bilingual): string => cell(`${zh}<br>${en}`);
const cited = (articles: readonly Article[]): string =>
  articles.map(({ law, article }) => `${law} ${article}`).join('; ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const ruleRow = ({ id, effect, message, admits, articles }: Rule<unknown>) => [
  `\`${id}\``,
  effects[effect] + (admits.length > 0 ? ` (${admits.join(', ')})` : ''),
  both(message),
  cited(articles),
];
const RULE_HEAD = ['Rule', 'Effect', 'Text', 'Articles'];

const keyOf = ({ id, effect, message, admits, articles }: Rule<unknown>): string =>
  JSON.stringify([id, effect, message, admits, articles]);

/** In force last: what an applicant of today is held to. */
const currentOf = (item: Item): Standard<unknown> => {
  const standard = item.standards.at(-1);
  if (standard === undefined) throw new Error(`Item ${item.id} has no standard`);
  return standard;
};

const SHARED_BY = 3;

/** Rules that several items have word for word: told once. */
function sharedRules(items: readonly Item[]): ReadonlyMap<string, Rule<unknown>> {
  const all = items.flatMap((item) => currentOf(item).rules);
  const counted = Map.groupBy(all, keyOf);
  return new Map(
    [...counted].flatMap(([key, rules]) => (rules.length >= SHARED_BY && rules[0] ? [[key, rules[0]]] : [])),
  );
}

const materialRow = ({ name, when, obtain, articles }: Material) => [
  both(name),
  obtain === 'shared'
    ? '数据共享取得，不收取 · shared data, never asked for'
    : when === undefined
      ? '必收 · always'
      : both(when),
  cited(articles),
];

const fieldRow = ({ path, required, type, description }: FieldRow) => [
  `\`${path}\``,
  required ? 'yes' : '',
  cell(type),
  cell(description),
];

function sectionOf(item: Item, shared: ReadonlyMap<string, Rule<unknown>>): string {
  const { version, validFrom, materials, rules, limits, filedWithin = [] } = currentOf(item);
  const own = rules.filter((rule) => !shared.has(keyOf(rule)));
  const others = rules
    .filter((rule) => shared.has(keyOf(rule)))
    .map(({ id }) => `[\`${id}\`](#shared-rules)`);
  const { reviewWorkingDays, extensionWorkingDays, objectionDays } = limits;
  return [
    `## ${item.name.zh} · ${item.name.en}`,
    `\`${item.id}\`, version ${version} since ${validFrom} (${kinds[item.kind]}).`,
    ...(item.guidance ?? []).map(({ zh, en }) => `> ${zh}\n>\n> ${en}`),
    '### What to file',
    table(
      ['Field', 'Required', 'Type', 'Meaning'],
      fieldsOf(z.toJSONSchema(item.filed, { io: 'input' })).map(fieldRow),
    ),
    '### Materials',
    materials.length === 0
      ? '无 · none'
      : table(['Material', 'When', 'Articles'], materials.map(materialRow)),
    '### Limits',
    [
      `- On the spot where nothing is to be judged; otherwise ${reviewWorkingDays} working days, and ${extensionWorkingDays} more with the approval of the head (${cited(limits.articles)}).`,
      ...(objectionDays === undefined
        ? []
        : [`- Not before ${objectionDays} days for objections have passed.`]),
      ...filedWithin.map(
        ({ days, from, articles }) =>
          `- ${from.zh}：${days} 日 · ${from.en}: ${days} days (${cited(articles)}).`,
      ),
    ].join('\n'),
    '### Rules',
    own.length === 0 ? '' : table(RULE_HEAD, own.map(ruleRow)),
    others.length === 0 ? '' : `And of those that several items share: ${others.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** `docs/items.md`: every item for whoever files it, made from the catalog alone. */
export async function itemsText(): Promise<string> {
  const items = await listItems();
  const shared = sharedRules(items);
  const toc = items.map(({ id, name }) => `- ${name.zh} · ${name.en} (\`${id}\`)`).join('\n');
  return `${[
    '# Items 办理事项',
    'Made from the catalog by `npm run items`; do not edit. What has to be filed, handed in and met for each item, with the articles it rests on. The same is served by `GET /v1/standards/items/{item}`, and the exact schema is in [openapi.json](openapi.json). A rule’s article is checked against the register of laws; where it was known from memory only, the catalog says so.',
    toc,
    ...items.map((item) => sectionOf(item, shared)),
    '## Shared rules',
    'Rules that three items or more have word for word.',
    table(RULE_HEAD, [...shared.values()].map(ruleRow)),
  ].join('\n\n')}\n`;
}
