import type { PlainDate } from '../lib/domain/time/plain-date.ts';
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

let latestNames: { readonly year: string; readonly names: ReadonlySet<string> } | undefined;

/**
 * Names that a 字号 may not be (企业名称登记管理规定 第八条): the full names of all divisions of county level
 * or above of both sides current on a day, and the province-level names of the country in both forms.
 */
export function divisionNames(on: PlainDate): ReadonlySet<string> {
  const year = on.slice(0, 4);
  if (latestNames?.year !== year) {
    const current = listDivisions(on).map(({ name }) => name);
    latestNames = { year, names: new Set([...current, ...provinces.names.flat()]) };
  }
  return latestNames.names;
}
