import type { Defect } from '../errors.ts';
import type { RowFinding } from './import.ts';

/** Longer than an authority's division or a day of a row, and no longer than what tells a person: a passport has eight. */
const NUMBER = /[\p{Nd}]{8,}[Xx]?/gu;
/** Of a head nothing is known: no column is called by six digits. */
const NUMBER_IN_HEAD = /[\p{Nd}]{6,}[Xx]?/gu;

/** The title of a column that nobody knows, as it may be told: where the head is missing it is somebody's row. */
export const titleToTell = (title: string): string => title.replace(NUMBER_IN_HEAD, '…');

const INDEX = /^\d{1,3}$/;

/** A place in a record by the names that records have; from the first other one on it is what the file said. */
function knownPart(path: string, names: ReadonlySet<string>): string {
  const steps = path.split('/').slice(1);
  const unknown = steps.findIndex((step) => !names.has(step) && !INDEX.test(step));
  return (unknown === -1 ? steps : steps.slice(0, unknown)).map((step) => `/${step}`).join('');
}

/** Of a field that is not known it is told in which object it stands, once however many there are. */
export function defectsToTell(defects: readonly Defect[], names: ReadonlySet<string>): readonly Defect[] {
  const told = defects.map((defect): Defect => {
    const path = knownPart(defect.path, names);
    return defect.code === 'unknown-field' ? { path, code: 'field-not-known' } : { ...defect, path };
  });
  const isFirst = ({ path, code }: Defect, at: number): boolean =>
    code !== 'field-not-known' || told.findIndex((one) => one.path === path && one.code === code) === at;
  return told.filter(isFirst);
}

/** What is wrong with a row, without a number that stands where none is looked for, such as an authority's id. */
export function findingToTell({ code, values = {}, defects = [] }: RowFinding): RowFinding {
  const masked = (value: string | number | readonly string[]): string | number | readonly string[] =>
    typeof value === 'string'
      ? value.replace(NUMBER, '…')
      : typeof value === 'number'
        ? value
        : value.map((text) => text.replace(NUMBER, '…'));
  const told = Object.entries(values).map(([name, value]) => [name, masked(value)] as const);
  return {
    code,
    ...(told.length > 0 && { values: Object.fromEntries(told) }),
    ...(defects.length > 0 && { defects }),
  };
}
