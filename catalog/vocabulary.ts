import * as z from 'zod/mini';
import { checked, provenance, text } from './checked.ts';
import industryData from './vocabulary/industry.json' with { type: 'json' };
import nameData from './vocabulary/name-words.json' with { type: 'json' };
import scopeData from './vocabulary/scope-items.json' with { type: 'json' };

const word = z.string().check(z.regex(/^\p{Script=Han}{1,20}$/u));
const industryClass = z.string().check(z.regex(/^[A-T]\d{2}$/));

const nameWords = checked(
  'vocabulary/name-words.json',
  z.strictObject({
    provenance,
    notes: z.array(text),
    stateWords: z.array(word),
    zoneEndings: z.array(word),
    traditional: z.string().check(z.regex(/^\p{Script=Han}+$/u)),
    words: z.array(
      z.strictObject({ word, group: z.string().check(z.length(1)), effect: z.enum(['defect', 'review']) }),
    ),
  }),
  nameData,
);

const industry = checked(
  'vocabulary/industry.json',
  z.strictObject({
    provenance,
    classes: z.record(z.string(), z.tuple([z.int(), z.int()])),
    words: z.record(z.string(), z.array(industryClass).check(z.minLength(1))),
  }),
  industryData,
);

const scope = checked(
  'vocabulary/scope-items.json',
  z.strictObject({
    provenance,
    notes: z.array(text),
    items: z.array(
      z.strictObject({
        text,
        classes: z.array(industryClass).check(z.minLength(1)),
        approval: z.enum(['before', 'after', 'none']),
      }),
    ),
  }),
  scopeData,
);

/** A word that may not stand in a name, or only after an officer judged it; `group` is the item of 第十一条. */
export interface ContentWord {
  readonly word: string;
  readonly group: string;
  readonly effect: 'defect' | 'review';
}

/** An item of the scope catalogue (经营范围规范目录), as far as our copy goes. */
export interface ScopeItem {
  readonly text: string;
  readonly classes: readonly string[];
  /** Whether law asks for an approval, and on which side of registration. */
  readonly approval: 'before' | 'after' | 'none';
}

export const contentWords: readonly ContentWord[] = nameWords.words;
/** 中国 and its like (企业名称登记管理规定 第十二条). */
export const stateWords: readonly string[] = nameWords.stateWords;
/** How the names of development zones end (第七条). */
export const zoneEndings: readonly string[] = nameWords.zoneEndings;
/** Characters that are not normative (规范汉字), a working list. */
export const traditionalCharacters: ReadonlySet<string> = new Set(nameWords.traditional);
export const scopeItems: readonly ScopeItem[] = scope.items;
/** The GB/T 4754 classes an industry word can stand for. */
export const industryWords: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(industry.words));

/** True for a division (大类) that GB/T 4754 has: a letter and two digits that belong to it. */
export function isIndustryClass(code: string): boolean {
  const range = industry.classes[code.charAt(0)];
  const number = Number(code.slice(1));
  return range !== undefined && range[0] <= number && number <= range[1];
}
