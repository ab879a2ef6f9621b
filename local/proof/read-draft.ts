import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as z from 'zod/mini';
import { findItem } from '../../catalog/items.ts';
import type { Item } from '../../lib/domain/standard/item.ts';
import type { Standard } from '../../lib/domain/standard/standard.ts';
import { WrongUsage } from './asked-store.ts';

/** A version of a standard that is not published, and how it comes by its facts. */
export interface Draft {
  readonly standard: Standard<unknown>;
  readonly derive: Item['derive'];
  /** Left out where the draft says nothing of what is filed: then it is what is filed today. */
  readonly filed?: z.ZodMiniType;
}

const isStandard = (value: unknown): value is Standard<unknown> =>
  typeof value === 'object' && value !== null && 'rules' in value && 'version' in value && 'item' in value;
const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'standards' in value && 'derive' in value;

/** A folder is that of an item: what it exports is in `item.ts`. */
function moduleOf(given: string): string {
  const path = resolve(given);
  if (!existsSync(path)) throw new WrongUsage(`没有 ${path}。There is no ${path}.`);
  return statSync(path).isDirectory() ? join(path, 'item.ts') : path;
}

/**
 * Reads a draft: a module that exports a `standard`, or an item, of whose standards the last is the draft.
 *
 * @throws WrongUsage
 */
export async function readDraft(given: string): Promise<Draft> {
  const path = moduleOf(given);
  const exported = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  const item = Object.values(exported).find(isItem);
  const own = isStandard(exported.standard) ? exported.standard : Object.values(exported).find(isStandard);
  const standard = own ?? item?.standards.at(-1);
  if (standard === undefined)
    throw new WrongUsage(`${path} 没有导出办理标准。${path} exports no standard and no item.`);
  if (item !== undefined) return { standard, derive: item.derive, filed: item.filed };
  const today = await findItem(standard.item);
  if (today === undefined)
    throw new WrongUsage(
      `没有事项 ${standard.item}：请导出事项。There is no item ${standard.item}: export one with the draft.`,
    );
  return { standard, derive: today.derive };
}
