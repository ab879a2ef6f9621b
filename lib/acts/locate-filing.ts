import { getAuthority } from '../../catalog/authorities.ts';
import { chainOf } from '../../catalog/division-names.ts';
import { divisions } from '../../catalog/divisions.ts';
import { findItem, standardInForce } from '../../catalog/items.ts';
import { findPlace, placeTermsOf } from '../../catalog/places.ts';
import { decidingAuthority, reasonOf, reasonOfHolder } from '../../catalog/routing.ts';
import { DomainError } from '../domain/errors.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Filed, Item, Matter } from '../domain/standard/item.ts';
import type { PlaceTerms } from '../domain/standard/place.ts';
import type { RoutingReason } from '../domain/standard/routing-reason.ts';
import type { Standard } from '../domain/standard/standard.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { ReadEnterprise, ReadRegister } from './read-register.ts';

/** What somebody files: the item, its facts, and, if they wish, the version they filled it in by. */
export interface Package {
  readonly item: string;
  readonly standardVersion?: string | undefined;
  /** The filing it corrects. */
  readonly corrects?: string | undefined;
  readonly facts: Filed;
  /** Ids of uploads that are handed in with it. */
  readonly uploads?: readonly string[] | undefined;
  /** The draft it was filled in as. */
  readonly draft?: string | undefined;
}

/** By what a filing is decided, and by whom. Nothing of it depends on who files it or where. */
export interface Located {
  readonly item: Item;
  readonly standard: Standard<unknown>;
  readonly matter: Matter;
  readonly authority: Authority;
  /** Why that authority, where it was routed just now. */
  readonly routing?: RoutingReason;
  readonly division: string;
  readonly terms: PlaceTerms;
}

/** @throws DomainError `unknown-item`. */
export async function getItem(id: string): Promise<Item> {
  const item = await findItem(id);
  if (item === undefined) throw new DomainError('unknown-item', { values: { item: id } });
  return item;
}

/** The version in force on the day, or the one asked for if it is that one. */
function standardFor(item: Item, on: PlainDate, asked: string | undefined): Standard<unknown> {
  const current = standardInForce(item, on);
  if (asked !== undefined && asked !== current.version)
    throw new DomainError('unknown-standard', {
      values: { item: item.id, version: asked, current: current.version },
    });
  return current;
}

/** An enterprise's place as it is called on a day: its division may have passed to another since. */
function placeOf({ division }: Enterprise, on: PlainDate): string {
  if (divisions.findDivision(division, on) !== undefined) return division;
  const [heir, ...more] = divisions.successorsOf(division, on);
  return heir === undefined || more.length > 0 ? division : heir.code;
}

type Routed = Pick<Located, 'authority' | 'routing'>;

/** @throws DomainError `no-authority-for-place`. */
function authorityFor(
  division: string,
  on: PlainDate,
  of: Pick<Enterprise, 'type' | 'stateInvestor'>,
  moves = false,
): Routed {
  const routing = decidingAuthority({
    subjectType: of.type,
    stateInvestor: of.stateInvestor ?? 'none',
    division,
    on,
  });
  if (routing.authority === undefined)
    throw new DomainError('no-authority-for-place', { values: { division, reason: routing.reason } });
  return { authority: routing.authority, routing: reasonOf(routing, moves) };
}

function holderOf({ registeredBy }: Enterprise): Routed {
  const authority = getAuthority(registeredBy);
  return { authority, routing: reasonOfHolder(authority) };
}

interface Locating {
  readonly located: Promise<Located>;
  /** The enterprise it is about, or a branch's parent; `undefined` where there is none in the register. */
  readonly register: Promise<ReadEnterprise | undefined>;
}

/**
 * Finds the standard, the authority and the terms of the place for a package filed on a day. A matter about a place
 * is located without a read.
 *
 * @throws DomainError `unknown-item`, `unknown-standard`, `unknown-place`, `no-authority-for-place`,
 *   `unknown-enterprise`.
 */
export const createLocateFiling =
  (readRegister: ReadRegister) =>
  async (filed: Package, on: PlainDate): Promise<Locating> => {
    const item = await getItem(filed.item);
    const standard = standardFor(item, on, filed.standardVersion);
    const matter = item.matter(filed.facts);
    if (matter.about === 'place') {
      const { division, parent } = matter;
      const terms = placeTermsOf(division, on);
      const routed = authorityFor(division, on, matter);
      return {
        located: Promise.resolve({ item, standard, matter, ...routed, division, terms }),
        register: parent === undefined ? Promise.resolve(undefined) : readRegister(parent),
      };
    }
    const { code, movesTo, becomes } = matter;
    const register = readRegister(code, item.undoes?.(filed.facts));
    const locate = async (): Promise<Located> => {
      const enterprise = (await register)?.enterprise;
      if (enterprise === undefined)
        throw new DomainError('unknown-enterprise', { values: { enterprise: code } });
      const division = movesTo ?? placeOf(enterprise, on);
      const terms = placeTermsOf(division, on);
      const routed =
        movesTo === undefined && becomes === undefined
          ? holderOf(enterprise)
          : authorityFor(division, on, { ...enterprise, ...becomes }, movesTo !== undefined);
      return { item, standard, matter, ...routed, division, terms };
    };
    return { located: locate(), register };
  };

/** The same for a filing that is kept: by the version, place and authority of the day it was submitted. */
export async function relocateFiling(filing: Filing): Promise<Located> {
  const item = await getItem(filing.item);
  const standard = item.standards.find(({ version }) => version === filing.standardVersion);
  if (standard === undefined) throw new Error(`Item ${item.id} lost its version ${filing.standardVersion}`);
  const { division } = filing;
  const terms = placeTermsOf(division, filing.submittedOn);
  const matter = item.matter(filedOf(filing));
  return { item, standard, matter, division, terms, authority: getAuthority(filing.decidedBy) };
}

/** What was filed, as it is kept: its persons are sealed apart. */
export const filedOf = ({ filed }: Filing): Filed => ({ ...filed, persons: [] }) as unknown as Filed;

/** The facts a kept filing is decided on: derived again, without anybody's identifiers. */
export const factsOf = ({ item }: Located, filing: Filing): unknown =>
  item.derive(filedOf(filing), filing.persons);

/** The place's name from its province down, as it heads an address on a licence. */
export function placeNameOf(division: string, on: PlainDate): string {
  const place = findPlace(division, on);
  if (place.division === undefined) return division;
  return chainOf(place.division, divisions)
    .map(({ name }) => name)
    .toReversed()
    .join('');
}
