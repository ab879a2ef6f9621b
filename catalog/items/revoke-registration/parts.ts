import type { FiledRevocation } from './facts.ts';

type Part = NonNullable<Extract<FiledRevocation['extent'], { kind: 'part' }>['parts']>[number];

const fieldsOf: Readonly<Record<Part, readonly string[]>> = {
  name: ['name', 'tradeName', 'industry'],
  type: ['type', 'typeName'],
  capital: ['capitalFen'],
  place: ['address'],
  scope: ['businessScope'],
  term: ['termEnds'],
  heads: ['heads'],
  members: ['members'],
};

const PERSONS: readonly string[] = ['heads', 'members'];

/** The fields of some parts that a step changed; whose roles they are goes with heads and members, once all are false. */
export function fieldsIn(told: readonly Part[], changed: readonly string[]): readonly string[] {
  const fields = told.flatMap((part) => fieldsOf[part]).filter((field) => changed.includes(field));
  const persons = changed.filter((field) => PERSONS.includes(field));
  const wholly = persons.length > 0 && persons.every((field) => fields.includes(field));
  return wholly ? [...fields, 'roles'] : fields;
}
