import type { Division, DivisionRegister } from './division-register.ts';

/** From the division upwards to its province, as they stand now. */
export function chainOf(division: Division, register: DivisionRegister): readonly Division[] {
  const above = division.parent === undefined ? undefined : register.historyOf(division.parent).at(-1);
  return above === undefined ? [division] : [division, ...chainOf(above, register)];
}

/** A district (市辖区): of county level, named with 区 at its end, and always under a city. */
export const isDistrict = (division: Division): boolean =>
  division.level === 'county' && division.name.endsWith('区');

/** The name as bodies of the place carry it: a district stands behind its city (达州市达川区, 重庆市渝北区). */
export function formalNameOf(division: Division, register: DivisionRegister): string {
  const city = isDistrict(division) ? chainOf(division, register)[1] : undefined;
  return `${city?.name ?? ''}${division.name}`;
}
