import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** What a service does not need of the tree, or what is too large to be copied. */
const LEFT = new Set(['node_modules', '.git', '.local', 'cdk.out', 'test', 'docs']);

type Entries = Record<string, unknown>[];
type Data = Record<string, unknown>;

const provenance = { source: '虚构', edition: '虚构', validFrom: '2020-01-01', confidence: 'inference' };

/** An invented side: a province of one city with a district, and a county. No code begins with 99. */
const CHANGES: Readonly<Record<string, (data: Data) => Data>> = {
  'jurisdictions.json': (data) => ({
    jurisdictions: [
      ...(data.jurisdictions as Entries),
      { code: 'TL', name: { zh: '天澜省', en: 'Tianlan' }, division: '990000', provenance },
    ],
  }),
  'divisions.json': (data) => ({
    ...data,
    divisions: [
      ...(data.divisions as Entries),
      { code: '990000', name: '天澜省', from: 2000 },
      { code: '990100', name: '澜州市', from: 2000 },
      { code: '990102', name: '澜城区', from: 2000 },
      { code: '990121', name: '云泽县', from: 2000 },
    ],
  }),
  'province-names.json': (data) => ({ ...data, names: [...(data.names as string[][]), ['天澜省', '天澜']] }),
  'authorities.json': (data) => ({
    ...data,
    named: [
      ...(data.named as Entries),
      {
        id: 'reg-990000',
        kind: 'registration',
        name: '天澜省市场监督管理局',
        division: '990000',
        provenance,
      },
      { id: 'court-990000', kind: 'court', name: '天澜省高级人民法院', division: '990000', provenance },
      {
        id: 'credit-990000',
        kind: 'credit-platform',
        name: '天澜省信用平台',
        division: '990000',
        provenance,
      },
    ],
  }),
  'windows.json': (data) => ({
    ...data,
    divisions: [...(data.divisions as string[]), '990000', '990102', '990121'],
  }),
  'routing.json': (data) => ({
    ...data,
    rules: (data.rules as Entries).flatMap((rule) =>
      rule.id === 'ordinary-sc' ? [rule, { ...rule, id: 'ordinary-tl', jurisdiction: 'TL' }] : [rule],
    ),
  }),
  'sources.json': (data) => {
    const own = (data.sources as Entries).filter(({ jurisdiction }) => jurisdiction === 'SC');
    const added = own.map((source) => ({
      ...source,
      id: String(source.id).replace('sc-', 'tl-'),
      jurisdiction: 'TL',
      owner: String(source.owner).replace('510000', '990000'),
    }));
    return { ...data, sources: [...(data.sources as Entries), ...added] };
  },
  'measures/task-terms.json': (data) => ({
    ...data,
    terms: (data.terms as Entries).flatMap((terms) =>
      terms.jurisdiction === 'SC' ? [terms, { ...terms, jurisdiction: 'TL' }] : [terms],
    ),
  }),
  'platforms.json': (data) => ({
    ...data,
    platforms: [
      ...(data.platforms as Entries),
      {
        id: 'third',
        number: 11,
        name: '云泽邻水合作示范区',
        area: '虚构',
        inSeed: false,
        openEnded: false,
        members: [{ division: '990121' }, { division: '511623' }],
        provenance,
      },
    ],
  }),
};

export interface TreeCopy {
  readonly root: string;
  readonly changed: readonly string[];
  readonly remove: () => void;
}

/** A copy of the tree in which data of the catalog was changed, file by file, and nothing else. */
export function copyWith(changes: Readonly<Record<string, (data: Data) => Data>>): TreeCopy {
  const copy = mkdtempSync(join(tmpdir(), 'tongbiao-third-'));
  const left = [...LEFT].map((name) => join(root, name));
  cpSync(root, copy, { recursive: true, filter: (path) => !left.includes(path) });
  cpSync(join(root, 'docs'), join(copy, 'docs'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, change] of Object.entries(changes)) {
    const path = join(copy, 'catalog', file);
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as Data)));
  }
  const changed = Object.keys(changes).map((file) => join('catalog', file));
  return { root: copy, changed, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** A copy of the tree to which a third side was added. */
export const copyWithThirdSide = (): TreeCopy => copyWith(CHANGES);
