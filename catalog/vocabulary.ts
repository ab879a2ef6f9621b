import * as z from 'zod/mini';
import type { Confidence } from '../lib/domain/standard/provenance.ts';
import { checkedOnce, provenance, text } from './checked.ts';
import industryData from './vocabulary/industry.json' with { type: 'json' };
import nameData from './vocabulary/name-words.json' with { type: 'json' };
import scopeData from './vocabulary/scope-items.json' with { type: 'json' };

const word = z.string().check(z.regex(/^\p{Script=Han}{1,20}$/u));
const industryClass = z.string().check(z.regex(/^[A-T]\d{2}$/));

const nameFile = z.strictObject({
  provenance,
  notes: z.array(text),
  stateWords: z.array(word),
  financialWords: z.array(word),
  zoneEndings: z.array(word),
  traditional: z.string().check(z.regex(/^\p{Script=Han}+$/u)),
  words: z.array(
    z.strictObject({
      group: z.string().check(z.length(1)),
      effect: z.enum(['defect', 'review']),
      words: z.array(word).check(z.minLength(1)),
    }),
  ),
});

const industryFile = z.strictObject({
  provenance,
  classes: z.record(z.string(), z.tuple([z.int(), z.int()])),
  words: z.record(z.string(), z.array(industryClass).check(z.minLength(1))),
});

const scopeFile = z.strictObject({
  provenance,
  notes: z.array(text),
  items: z.array(
    z.strictObject({
      text,
      classes: z.array(industryClass).check(z.minLength(1)),
      approval: z.enum(['before', 'after', 'none']),
    }),
  ),
});

/** An item of the scope catalogue (经营范围规范目录), as far as our copy goes. */
export interface ScopeItem {
  readonly text: string;
  readonly classes: readonly string[];
  /** Whether law asks for an approval, and on which side of registration. */
  readonly approval: 'before' | 'after' | 'none';
}

/** Words by their first character: a name is read once, whatever the number of words. */
export type WordIndex = ReadonlyMap<string, readonly string[]>;

const indexOf = (words: readonly string[]): WordIndex =>
  new Map(
    Object.entries(Object.groupBy(words, (one) => one.charAt(0))).map(([first, held]) => [first, held ?? []]),
  );

/** The words of an index that stand in a text, each once, in the order of the text. */
export function wordsIn(text: string, index: WordIndex): readonly string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1)
    for (const one of index.get(text.charAt(at)) ?? []) if (text.startsWith(one, at)) found.add(one);
  return [...found];
}

/** Words that names are held to (企业名称登记管理规定). */
export interface NameWords {
  /** Words that no name may hold (第十一条). */
  readonly forbidden: WordIndex;
  /** Words of the same groups that can stand in a name by chance: an officer judges. */
  readonly doubtful: WordIndex;
  /** 中国 and its like (第十二条). */
  readonly state: readonly string[];
  /** 金融 and its like (防范和处置非法集资条例 第九条). */
  readonly financial: WordIndex;
  /** How the names of development zones end (第七条). */
  readonly zoneEndings: readonly string[];
  /** Characters that are not normative (规范汉字), a working list. */
  readonly traditional: ReadonlySet<string>;
}

/** Made when first asked for, like every file of the catalog: a cold start pays only for what it uses. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const readNames = checkedOnce('vocabulary/name-words.json', nameFile, nameData);
const readIndustry = checkedOnce('vocabulary/industry.json', industryFile, industryData);
const readScope = checkedOnce('vocabulary/scope-items.json', scopeFile, scopeData);

export const nameWords: () => NameWords = once(() => {
  const { words, stateWords, financialWords, zoneEndings, traditional } = readNames();
  const ofEffect = (wanted: 'defect' | 'review') =>
    indexOf(words.filter(({ effect }) => effect === wanted).flatMap((entry) => entry.words));
  return {
    forbidden: ofEffect('defect'),
    doubtful: ofEffect('review'),
    state: stateWords,
    financial: indexOf(financialWords),
    zoneEndings,
    traditional: new Set(traditional),
  };
});

/** The GB/T 4754 classes an industry word can stand for. */
export const industryWords: () => ReadonlyMap<string, readonly string[]> = once(
  () => new Map(Object.entries(readIndustry().words)),
);

/** True for a division (大类) that GB/T 4754 has: a letter and two digits that belong to it. */
export function isIndustryClass(code: string): boolean {
  const range = readIndustry().classes[code.charAt(0)];
  const number = Number(code.slice(1));
  return range !== undefined && range[0] <= number && number <= range[1];
}

/** The items of the scope catalogue by their text. */
export const scopeItems: () => ReadonlyMap<string, ScopeItem> = once(
  () => new Map(readScope().items.map((item) => [item.text, item])),
);

/** How far our copy of the scope catalogue was checked. */
export const scopeConfidence = (): Confidence => readScope().provenance.confidence;
