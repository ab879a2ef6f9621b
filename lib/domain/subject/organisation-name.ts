/** Words by which the parts of an organisation's name are told apart, each list the longest first. */
export interface NameParts {
  /** Divisions as names show them (行政区划), in both forms. */
  readonly divisions: readonly string[];
  /** Legal forms as they end names (组织形式). */
  readonly forms: readonly string[];
  /** Traditional characters, each with the one that stands for it. */
  readonly simplified: ReadonlyMap<string, string>;
}

/** How a candidate is like the name asked for; the nearest first. */
export const nameLikenesses = [
  /** The same characters. */
  'same',
  /** The same but for width, case, spaces, brackets, traditional characters. */
  'same-normalised',
  /** The same but for the division it shows or does not show. */
  'same-without-division',
  /** The same but for division and legal form. */
  'same-without-form',
  /** The same trade name (字号), with another industry. */
  'same-trade-name',
  /** Its trade name begins with what was asked for. */
  'trade-name-begins',
  /** A name that it had (曾用名) is the one asked for, or is like it. */
  'former-name',
] as const;
export type NameLikeness = (typeof nameLikenesses)[number];

const NOT_IN_NAMES = /[\s()[\]{}<>·・.,'"“”‘’\-—_]/gu;

/** One form for names that differ only in how they are written: NFKC, upper case, nothing but letters and characters. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(NOT_IN_NAMES, '')
    .replace(/〔|〕|【|】|《|》/gu, '');

export const simplifyName = (name: string, { simplified }: NameParts): string =>
  [...name.normalize('NFKC')].map((one) => simplified.get(one) ?? one).join('');

export interface PartedName {
  /** As `foldName` gives it, in simplified characters. */
  readonly whole: string;
  readonly withoutDivision: string;
  /** Without division and form: trade name and industry. */
  readonly core: string;
}

const BRACKETED = /[(（]([^()（）]{2,12})[)）]/gu;

/** Takes divisions off the head, and out of brackets; a name that is nothing but divisions keeps the last one. */
function withoutDivisions(simple: string, { divisions }: NameParts): string {
  let rest = foldName(simple.replace(BRACKETED, (all, inner) => (divisions.includes(inner) ? '' : all)));
  for (;;) {
    const head = divisions.find((division) => rest.startsWith(division) && rest.length > division.length + 1);
    if (head === undefined) return rest;
    rest = rest.slice(head.length);
  }
}

function withoutForm(name: string, { forms }: NameParts): string {
  const form = forms.find((one) => name.endsWith(one) && name.length > one.length + 1);
  return form === undefined ? name : name.slice(0, -form.length);
}

export function partName(name: string, parts: NameParts): PartedName {
  const simple = simplifyName(name, parts);
  const withoutDivision = withoutDivisions(simple, parts);
  return { whole: foldName(simple), withoutDivision, core: withoutForm(withoutDivision, parts) };
}

export interface RegisteredName {
  readonly name: string;
  readonly tradeName: string;
  readonly formerNames?: readonly { readonly name: string; readonly tradeName?: string }[];
}

/** Whether a name that was left is the one asked for, or like it; that it only begins alike is too little. */
export const isLikeFormer = (
  asked: string,
  { name, tradeName = '' }: { readonly name: string; readonly tradeName?: string },
  parts: NameParts,
): boolean => likenessOf(asked, { name, tradeName }, parts).some((one) => one !== 'trade-name-begins');

/** Every way in which a registered name is like the one asked for, the nearest first; none where it is not. */
export function likenessOf(
  asked: string,
  { name, tradeName, formerNames = [] }: RegisteredName,
  parts: NameParts,
): readonly NameLikeness[] {
  const [one, other] = [partName(asked, parts), partName(name, parts)];
  const trade = foldName(tradeName);
  const holds: Readonly<Record<NameLikeness, boolean>> = {
    same: asked === name,
    'same-normalised': one.whole === other.whole,
    'same-without-division': one.withoutDivision === other.withoutDivision,
    'same-without-form': one.core === other.core,
    'same-trade-name': one.core.startsWith(trade),
    'former-name': formerNames.some((former) => isLikeFormer(asked, former, parts)),
    'trade-name-begins': trade !== one.core && trade.startsWith(one.core),
  };
  return nameLikenesses.filter((likeness) => holds[likeness]);
}

/** Names are found by the beginning of their trade name; these characters choose the partition. */
const OPENING = 2;
export const openingOf = (folded: string): string => [...folded].slice(0, OPENING).join('');

/** No trade name that is longer is looked for as the beginning of a longer name. */
const LONGEST_TRADE_NAME = 10;

/** The trade names that a name could begin with, once its division is off: at least two characters each. */
export const tradeNamesIn = (core: string): readonly string[] => {
  const characters = [...core];
  const longest = Math.min(characters.length, LONGEST_TRADE_NAME);
  return Array.from({ length: Math.max(0, longest - OPENING + 1) }, (_, at) =>
    characters.slice(0, at + OPENING).join(''),
  );
};
