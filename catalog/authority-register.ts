import type { Authority, AuthorityKind } from '../lib/domain/standard/authority.ts';
import type { Level } from '../lib/domain/standard/place.ts';
import { holdsOn, type Provenance } from '../lib/domain/standard/provenance.ts';
import { earlier, type PlainDate } from '../lib/domain/time/plain-date.ts';
import { formalNameOf } from './division-names.ts';
import type { Division, DivisionRegister } from './division-register.ts';

/** Gives every current division of a level one authority; `{place}` in the name is the division's. */
export interface AuthorityPattern {
  readonly prefix: string;
  readonly kind: AuthorityKind;
  readonly level: Level;
  readonly name: string;
  readonly provenance: Provenance;
}

/** An authority told singly; it takes the place of one of the same id that a pattern gives. */
export interface NamedAuthority {
  readonly id: string;
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly division: string;
  readonly provenance: Provenance;
}

export interface AuthorityRegister {
  readonly findAuthority: (id: string) => Authority | undefined;
  /** The registration authority of exactly this division, not of one above it. */
  readonly registrationAuthorityOf: (division: string, on: PlainDate) => Authority | undefined;
  /** Of whatever day. */
  readonly allAuthorities: () => readonly Authority[];
  readonly authoritiesOn: (on: PlainDate) => readonly Authority[];
}

/** How many digits of a code name a division of the level. */
const CODE_LENGTH = { province: 2, prefecture: 4, county: 6 } as const satisfies Record<Level, number>;

const firstDayOf = (year: number): PlainDate => `${String(year).padStart(4, '0')}-01-01` as PlainDate;

/** When an authority by pattern stood: as long as both the pattern and its division; `undefined` where never. */
function within(provenance: Provenance, division: Division): Provenance | undefined {
  const first = firstDayOf(division.validFrom);
  const validFrom = provenance.validFrom < first ? first : provenance.validFrom;
  const ended = division.validTo === undefined ? undefined : firstDayOf(division.validTo);
  const validTo = earlier(provenance.validTo, ended);
  if (validTo !== undefined && validTo <= validFrom) return undefined;
  return { ...provenance, validFrom, ...(validTo !== undefined && { validTo }) };
}

/**
 * The authorities of the divisions, each built when it is first asked for. A code that stood for several
 * places gives the authority of the latest; one whose place ended keeps its authority, with its last day.
 *
 * @throws Error, when it is asked for, where a named authority stands for a division that is not current.
 */
export function authorityRegister(
  patterns: readonly AuthorityPattern[],
  named: readonly NamedAuthority[],
  register: DivisionRegister,
): AuthorityRegister {
  /** A division's own code first, then those of all divisions under it. */
  function answersFor({ code, level }: Division): readonly string[] {
    if (level === 'county') return [code];
    const prefix = code.slice(0, CODE_LENGTH[level]);
    const below = register.listStanding().filter((one) => one.code !== code && one.code.startsWith(prefix));
    return [code, ...below.map((one) => one.code)];
  }

  function byPattern(pattern: AuthorityPattern, division: Division): Authority | undefined {
    const provenance = within(pattern.provenance, division);
    if (provenance === undefined) return undefined;
    return {
      id: `${pattern.prefix}-${division.code}`,
      kind: pattern.kind,
      name: pattern.name.replace('{place}', formalNameOf(division, register)),
      jurisdiction: division.jurisdiction,
      level: division.level,
      divisions: answersFor(division),
      provenance,
    };
  }

  function byName({ id, kind, name, division: code, provenance }: NamedAuthority): Authority {
    const division = register.findStanding(code);
    if (division === undefined)
      throw new Error(`catalog/authorities.json: /named/${id}: no division ${code}`);
    const { jurisdiction, level } = division;
    return { id, kind, name, jurisdiction, level, divisions: answersFor(division), provenance };
  }

  function build(id: string): Authority | undefined {
    const single = named.find((one) => one.id === id);
    if (single !== undefined) return byName(single);
    const [prefix, code = ''] = id.split('-', 2);
    const division = register.historyOf(code).at(-1);
    if (division === undefined || id !== `${prefix}-${code}`) return undefined;
    const pattern = patterns.find((one) => one.prefix === prefix && one.level === division.level);
    return pattern === undefined ? undefined : byPattern(pattern, division);
  }

  const built = new Map<string, Authority>();
  function findAuthority(id: string): Authority | undefined {
    const authority = built.get(id) ?? build(id);
    if (authority !== undefined) built.set(id, authority);
    return authority;
  }

  /** Every id once: those that patterns can give, in the order of divisions, then those told singly. */
  function ids(): ReadonlySet<string> {
    const codes = register.listCodes();
    const prefixes = new Set(patterns.map(({ prefix }) => prefix));
    return new Set([
      ...[...prefixes].flatMap((prefix) => codes.map((code) => `${prefix}-${code}`)),
      ...named.map(({ id }) => id),
    ]);
  }

  const allAuthorities = (): readonly Authority[] =>
    [...ids()].map(findAuthority).filter((authority) => authority !== undefined);

  return {
    findAuthority,
    registrationAuthorityOf: (division, on) => {
      const single = named.find((one) => one.kind === 'registration' && one.division === division);
      const prefixes = patterns.filter(({ kind }) => kind === 'registration').map(({ prefix }) => prefix);
      return [single?.id, ...prefixes.map((prefix) => `${prefix}-${division}`)]
        .map((id) => (id === undefined ? undefined : findAuthority(id)))
        .find((authority) => authority !== undefined && holdsOn(authority.provenance, on));
    },
    allAuthorities,
    authoritiesOn: (on) => allAuthorities().filter(({ provenance }) => holdsOn(provenance, on)),
  };
}
