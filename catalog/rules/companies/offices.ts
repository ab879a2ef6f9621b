import type { Office, OfficeKind } from '../../items/filed-offices.ts';

/** The facts of every item that names offices of a company; they stand at `/offices`. */
export interface WithOffices {
  readonly offices: readonly Office[];
}

const DIRECTORS: readonly OfficeKind[] = ['director', 'board-chair'];
const SUPERVISORS: readonly OfficeKind[] = ['supervisor', 'supervisory-board-chair'];

/** 公司法 第二百六十五条: the manager, deputy managers, the finance officer, and whom the articles name. */
const SENIOR_MANAGERS: readonly OfficeKind[] = [
  'manager',
  'deputy-manager',
  'finance-officer',
  'other-senior-manager',
];

/** Offices that 公司法 第一百七十八条 reaches; the legal representative is one of the directors or the manager. */
const BARRABLE: readonly OfficeKind[] = [
  ...DIRECTORS,
  ...SUPERVISORS,
  ...SENIOR_MANAGERS,
  'legal-representative',
  'audit-committee-member',
];

export const isDirector = ({ office }: Office): boolean => DIRECTORS.includes(office);
export const isSupervisor = ({ office }: Office): boolean => SUPERVISORS.includes(office);
export const isSeniorManager = ({ office }: Office): boolean => SENIOR_MANAGERS.includes(office);
export const isBarrable = ({ office }: Office): boolean => BARRABLE.includes(office);

/** The persons, each once, who hold an office the test is true of. */
export const holders = ({ offices }: WithOffices, test: (office: Office) => boolean): ReadonlySet<string> =>
  new Set(offices.filter(test).map(({ person }) => person));

export const countOf = ({ offices }: WithOffices, kind: OfficeKind): number =>
  offices.filter(({ office }) => office === kind).length;

/** The same persons where they are there for the employees (职工代表). */
export const employeeHolders = (facts: WithOffices, test: (office: Office) => boolean): ReadonlySet<string> =>
  holders(facts, (office) => test(office) && office.employeeRepresentative === true);

/** Whom 公司法 第一百七十八条 reaches in a filing. Shareholders as such are not among them. */
export const barrablePersons = (facts: WithOffices): ReadonlySet<string> => holders(facts, isBarrable);
