import { isDeepStrictEqual } from 'node:util';
import type { NameFacts } from '../../catalog/items/filed-name.ts';
import { fullName } from '../../catalog/names.ts';
import type { Decision } from '../../lib/domain/standard/decide.ts';
import type { Finding, FindingValue } from '../../lib/domain/standard/finding.ts';
import type { PlaceTerms } from '../../lib/domain/standard/place.ts';
import type { Case } from '../../lib/domain/standard/standard.ts';
import { swapPlaceWord } from '../../lib/domain/standard/swap-place.ts';

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

/** What a finding says of the place, it says of the other one: a value is the same, or the place in it is exchanged. */
function isSameValue(here: FindingValue, there: FindingValue | undefined, swap: PlaceSwap): boolean {
  if (typeof here === 'string')
    return there === here || there === swap.word(here) || there === swap.name(here);
  return isDeepStrictEqual(here, there);
}

function isSameFinding(here: Finding, there: Finding, swap: PlaceSwap): boolean {
  const { values: valuesHere, ...ruleHere } = here;
  const { values: valuesThere, ...ruleThere } = there;
  const names = Object.keys(valuesHere);
  return (
    isDeepStrictEqual(ruleHere, ruleThere) &&
    names.length === Object.keys(valuesThere).length &&
    names.every((name) => isSameValue(valuesHere[name] ?? '', valuesThere[name], swap))
  );
}

/** The findings there in the place of those here that say the same; what says something else stays as it is. */
function told(here: readonly Finding[], there: readonly Finding[], swap: PlaceSwap): readonly Finding[] {
  const left = [...there];
  return here.map((finding) => {
    const at = left.findIndex((other) => isSameFinding(finding, other, swap));
    return at < 0 ? finding : (left.splice(at, 1)[0] ?? finding);
  });
}

/** A case in another place. */
export interface SwappedCase {
  readonly there: Case<unknown>;
  /** The decision on the case itself, told of the other place: what has to be decided there. */
  readonly expected: (here: Decision, there: Decision) => Decision;
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
    expected: (here, other) => ({
      admissible: here.admissible,
      findings: told(here.findings, other.findings, swap),
    }),
  };
}
