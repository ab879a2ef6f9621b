import { readFileSync } from 'node:fs';
import type { Corpus } from '../../catalog/corpus.ts';
import type { Filed } from '../../lib/domain/standard/item.ts';

const read = (item: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../catalog/items/${item}/${file}`, import.meta.url), 'utf8'));

/** A complete filing of an item as it is handed in, without proofs. */
export const exampleOf = <F extends Filed>(item: string): { readonly item: string; readonly facts: F } =>
  read(item, 'example.json') as { readonly item: string; readonly facts: F };

/** The cases that an item's first standard is held to. */
export const corpusOf = (item: string): Corpus => read(item, 'corpus.json') as Corpus;
