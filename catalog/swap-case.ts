import type { Decision } from '../lib/domain/standard/decide.ts';
import type { FindingValue } from '../lib/domain/standard/finding.ts';
import type { PlaceTerms } from '../lib/domain/standard/place.ts';
import type { Case } from '../lib/domain/standard/standard.ts';
import { swapPlaceWord } from '../lib/domain/standard/swap-place.ts';
import type { NameFacts } from './items/filed-name.ts';
import { fullName } from './names.ts';

/** Exchanges the place in a text that is a place word, or in one that is a whole name. */
interface PlaceSwap {
  readonly word: (text: string) => string;
  readonly name: (text: string) => string;
}

const longestFirst = ({ nameWords, districtWords }: PlaceTerms): readonly string[] =>
  [...nameWords.map(({ text }) => text), ...districtWords].toSorted((a, b) => b.length - a.length);

/** A division word heads a name, or stands in it in full-width brackets (企业名称登记管理实施办法 第九条). */
function swappedIn(
  name: string,
  words: readonly string[],
  swap: (word: string) => string,
): string | undefined {
  for (const word of words) {
    if (name.startsWith(word)) return swap(word) + name.slice(word.length);
    if (name.includes(`（${word}）`)) return name.replace(`（${word}）`, `（${swap(word)}）`);
  }
  return undefined;
}

const isName = (node: object): node is NameFacts => 'tradeName' in node && 'form' in node;

function namesIn(node: unknown): readonly NameFacts[] {
  if (typeof node !== 'object' || node === null) return [];
  return [...(isName(node) ? [node] : []), ...Object.values(node).flatMap(namesIn)];
}

/** Names that the facts tell in parts are exchanged by their parts, so that what was equal to them stays equal. */
function placeSwap(facts: unknown, from: PlaceTerms, to: PlaceTerms): PlaceSwap {
  const word = (text: string): string => swapPlaceWord(text, from, to);
  const inParts = new Map(
    namesIn(facts).map((name) => [
      fullName(name),
      fullName(name.division === undefined ? name : { ...name, division: word(name.division) }),
    ]),
  );
  const [ours, theirs] = [longestFirst(from), longestFirst(to)];
  return {
    word,
    name: (text) => inParts.get(text) ?? swappedIn(text, ours, word) ?? swappedIn(text, theirs, word) ?? text,
  };
}

/** Whole names stand under these keys; the division word of a name in parts stands beside its trade name. */
const WHOLE_NAMES = new Set(['name', 'branchName', 'contains']);

function swapNode(node: unknown, key: string, within: object | undefined, swap: PlaceSwap): unknown {
  if (typeof node === 'string') {
    if (key === 'division' && within !== undefined && 'tradeName' in within) return swap.word(node);
    return WHOLE_NAMES.has(key) ? swap.name(node) : node;
  }
  if (Array.isArray(node)) return node.map((entry) => swapNode(entry, key, undefined, swap));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, swapNode(value, name, node, swap)]),
  );
}

/** Values of findings that are place words, and those that are whole names. */
const WORD_VALUES = new Set(['division', 'zone']);
const NAME_VALUES = new Set(['claimed', 'contained', 'parent', 'name']);

function swapValue(key: string, value: FindingValue, swap: PlaceSwap): FindingValue {
  if (typeof value !== 'string') return value;
  if (WORD_VALUES.has(key)) return swap.word(value);
  return NAME_VALUES.has(key) ? swap.name(value) : value;
}

/** A case in another place, and the decision on it that is to be expected of the decision on the case itself. */
export interface SwappedCase {
  readonly there: Case<unknown>;
  readonly expected: (decision: Decision) => Decision;
}

/**
 * The same case in a place of equal level: its terms are those of the other place, and every name that shows the place
 * shows the other one, in the facts and in the evidence alike. Nothing else of the case changes.
 */
export function swapCase(examined: Case<unknown>, to: PlaceTerms): SwappedCase {
  const swap = placeSwap(examined.facts, examined.terms, to);
  const { evidence } = examined;
  return {
    there: {
      ...examined,
      terms: to,
      facts: swapNode(examined.facts, '', undefined, swap),
      evidence: {
        ...evidence,
        nameClaims: evidence.nameClaims.map((claim) => ({ ...claim, name: swap.name(claim.name) })),
        ...(evidence.enterprise?.name !== undefined && {
          enterprise: { ...evidence.enterprise, name: swap.name(evidence.enterprise.name) },
        }),
      },
    },
    expected: ({ findings, admissible }) => ({
      admissible,
      findings: findings.map((finding) => ({
        ...finding,
        values: Object.fromEntries(
          Object.entries(finding.values).map(([key, value]) => [key, swapValue(key, value, swap)]),
        ),
      })),
    }),
  };
}
