import type { Level } from '../lib/domain/standard/place.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';

/** A row of divisions.json as it is kept; its `notes` say what each key means. */
export interface DivisionRow {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly to?: number;
  readonly next?: readonly string[];
  readonly ceded?: readonly (readonly [code: string, year: number])[];
  readonly short?: string | null;
}

/**
 * One division (行政区划) in one span of its life.
 *
 * Only years are known. `validFrom` is the first year and counts; `validTo` is the year of the change and
 * does not: a change of 2016 is taken to hold from 1 January 2016. A code may stand for several places one
 * after the other, so a code alone names a place only together with a day.
 */
export interface Division {
  readonly code: string;
  readonly name: string;
  /** The short form used in names; `undefined` where none is clear or it would be one character. */
  readonly shortName?: string;
  readonly level: Level;
  /** The division one level up in the first year of this span. */
  readonly parent?: string;
  /** The side whose codes it is numbered under; a withdrawn one may since have passed to another side. */
  readonly jurisdiction: string;
  readonly validFrom: number;
  readonly validTo?: number;
  /** What the place passed to when this span ended; empty while it is current. */
  readonly successors: readonly string[];
  /** To whom part of the territory went while this division went on. */
  readonly ceded: readonly { readonly code: string; readonly year: number }[];
}

export interface DivisionRegister {
  /** The division that a code stands for on a day, if it stands for any. */
  readonly findDivision: (code: string, on: PlainDate) => Division | undefined;
  /** Everything a code ever stood for, oldest first: what an identifier's digits may mean. */
  readonly historyOf: (code: string) => readonly Division[];
  /**
   * The divisions, current on the day, to which the latest place of a withdrawn code passed, through any
   * number of changes. Empty for a code that is current or was never given.
   */
  readonly successorsOf: (code: string, on: PlainDate) => readonly Division[];
  /** Every code there ever was. */
  readonly listCodes: () => readonly string[];
  /** The division of this code that no change has ended. */
  readonly findStanding: (code: string) => Division | undefined;
  /** All divisions that no change has ended. */
  readonly listStanding: () => readonly Division[];
  /** All divisions current on a day. */
  readonly listDivisions: (on: PlainDate) => readonly Division[];
}

const levelOf = (code: string): Level =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

const yearOf = (on: PlainDate): number => Number(on.slice(0, 4));

const holdsIn = (division: { validFrom: number; validTo?: number }, year: number): boolean =>
  division.validFrom <= year && (division.validTo === undefined || year < division.validTo);

/** Shortest admissible result is two characters: 泸县 stays 泸县. */
function shortNameOf(row: DivisionRow): string | undefined {
  const short = row.short === undefined ? row.name.replace(/[省市区县]$/, '') : row.short;
  return short === null || short === row.name || short.length < 2 ? undefined : short;
}

function readRow(row: DivisionRow, sides: ReadonlyMap<string, string>): Division {
  const jurisdiction = sides.get(row.code.slice(0, 2));
  if (!/^\d{6}$/.test(row.code) || jurisdiction === undefined || row.name.length < 2)
    throw new Error(`catalog/divisions.json: /divisions/${row.code}: not a division of any side`);
  if (!Number.isInteger(row.from) || (row.to !== undefined && !(row.to > row.from)))
    throw new Error(`catalog/divisions.json: /divisions/${row.code}: years out of order`);
  const shortName = shortNameOf(row);
  return {
    code: row.code,
    name: row.name,
    ...(shortName !== undefined && { shortName }),
    level: levelOf(row.code),
    jurisdiction,
    validFrom: row.from,
    ...(row.to !== undefined && { validTo: row.to }),
    successors: row.next ?? [],
    ceded: (row.ceded ?? []).map(([code, year]) => ({ code, year })),
  };
}

/**
 * Builds the register of any number of sides from rows. A code is read and checked when it is first asked
 * for, so that a cold start pays only for the few it needs; `listStanding` and `listDivisions` read all.
 *
 * @param sides the code of a side by its first two digits.
 * @throws Error, when a bad row or two overlapping spans of a code are read, naming the code.
 */
export function divisionRegister(
  rows: readonly DivisionRow[],
  sides: ReadonlyMap<string, string>,
): DivisionRegister {
  const rowsOf = Map.groupBy(rows, ({ code }) => code);
  const read = new Map<string, readonly Division[]>();

  function historyOf(code: string): readonly Division[] {
    const known = read.get(code);
    if (known !== undefined) return known;
    const found = rowsOf.get(code);
    if (found === undefined) return [];
    const spans = found.map((row) => readRow(row, sides)).sort((a, b) => a.validFrom - b.validFrom);
    if (spans.some((span, index) => index > 0 && holdsIn(spans[index - 1] ?? span, span.validFrom)))
      throw new Error(`catalog/divisions.json: /divisions/${code}: spans overlap`);
    const complete = spans.map(withParent);
    read.set(code, complete);
    return complete;
  }

  const standingIn = (code: string, year: number): Division | undefined =>
    historyOf(code).find((span) => holdsIn(span, year));

  function withParent(division: Division): Division {
    const { code, validFrom } = division;
    const above = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((upper) => upper < code);
    const parent = above.find((upper) => standingIn(upper, validFrom) !== undefined);
    return parent === undefined ? division : { ...division, parent };
  }

  /** The spans standing in `year` that took over a place which ended; years only grow, so this ends. */
  function heirsOf(ended: Division, year: number): readonly Division[] {
    const { validTo } = ended;
    if (validTo === undefined) return [];
    return ended.successors.flatMap((code) => {
      const heir = standingIn(code, validTo);
      if (heir === undefined) return [];
      return holdsIn(heir, year) ? [heir] : heirsOf(heir, year);
    });
  }

  const all = (): readonly Division[] => [...rowsOf.keys()].flatMap(historyOf);
  let standing: readonly Division[] | undefined;
  return {
    findDivision: (code, on) => standingIn(code, yearOf(on)),
    historyOf,
    successorsOf: (code, on) => {
      const year = yearOf(on);
      if (standingIn(code, year) !== undefined) return [];
      const last = historyOf(code).findLast(({ validTo }) => validTo !== undefined && validTo <= year);
      return last === undefined ? [] : [...new Set(heirsOf(last, year))];
    },
    listCodes: () => [...rowsOf.keys()],
    findStanding: (code) => historyOf(code).find(({ validTo }) => validTo === undefined),
    listStanding: () => {
      standing ??= all().filter(({ validTo }) => validTo === undefined);
      return standing;
    },
    listDivisions: (on) => all().filter((span) => holdsIn(span, yearOf(on))),
  };
}
