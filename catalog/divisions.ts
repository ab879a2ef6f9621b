import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import cities from './city-names.json' with { type: 'json' };
import { type DivisionRegister, type DivisionRow, divisionRegister } from './division-register.ts';
import data from './divisions.json' with { type: 'json' };
import { jurisdictions } from './jurisdictions.ts';
import provinces from './province-names.json' with { type: 'json' };

export type { Division } from './division-register.ts';

/** The divisions of all sides since 1981, withdrawn ones too: their codes still stand in identifiers. */
export const divisions: DivisionRegister = divisionRegister(
  data.divisions as readonly DivisionRow[],
  new Map(jurisdictions.map(({ code, division }) => [division.slice(0, 2), code])),
);

export const { findDivision, historyOf, successorsOf, listDivisions } = divisions;

interface NamesOfYear {
  readonly year: string;
  readonly full: ReadonlySet<string>;
  readonly short: ReadonlySet<string>;
}

let latestNames: NamesOfYear | undefined;

function namesOn(on: PlainDate): NamesOfYear {
  const year = on.slice(0, 4);
  if (latestNames?.year === year) return latestNames;
  const current = listDivisions(on);
  latestNames = {
    year,
    full: new Set([
      ...current.map(({ name }) => name),
      ...provinces.names.flat(),
      ...cities.names.map((name) => `${name}市`),
    ]),
    short: new Set([...current.flatMap(({ shortName }) => shortName ?? []), ...cities.names]),
  };
  return latestNames;
}

/**
 * Names that a 字号 may not be (企业名称登记管理规定 第八条): the full names of all divisions of county level
 * or above of both sides current on a day, those of the cities of the country, and the province-level names in
 * both forms.
 */
export const divisionNames = (on: PlainDate): ReadonlySet<string> => namesOn(on).full;

/** Short forms of the same, below the province (渝北, 达州, 杭州); as words many of them mean something else. */
export const shortDivisionNames = (on: PlainDate): ReadonlySet<string> => namesOn(on).short;
