import type { PlainDate } from '../time/plain-date.ts';
import type { Enterprise } from './enterprise.ts';
import {
  type CapitalTitle,
  type HeadTitle,
  type PlaceTitle,
  type TypeTerms,
  termsOfType,
} from './enterprise-type.ts';
import { shownName } from './name-order.ts';

/** Who stands for an enterprise, by the title law gives them. */
export interface ShownHead {
  readonly title: HeadTitle;
  readonly names: readonly string[];
  /** Of an organisation that manages a partnership: who acts for it (委派代表). */
  readonly representatives?: readonly string[];
}

export interface ShownTerms {
  readonly head: ShownHead;
  readonly capital?: { readonly title: CapitalTitle; readonly fen: number };
  readonly place: { readonly title: PlaceTitle; readonly text: string };
}

/** What a licence carries (市场主体登记管理条例实施细则 第二十三条). */
export interface LicenceContent extends ShownTerms {
  readonly code: string;
  readonly number: number;
  /** The code, as long as the enterprise has to stop using its name. */
  readonly name?: string;
  readonly typeName: string;
  readonly businessScope: readonly string[];
  readonly establishedOn: PlainDate;
  readonly termEnds?: PlainDate;
  /** The deciding authority, never the window that prints it. */
  readonly registeredBy: string;
  readonly registeredByName: string;
  readonly issuedOn: PlainDate;
}

/** A licence (营业执照) as it is kept: `token` is its signed form, a compact JWS. */
export interface Licence {
  readonly code: string;
  readonly number: number;
  readonly issuedOn: PlainDate;
  readonly token: string;
}

/** Head, capital and seat under the words law has for this type. */
export function shownTermsOf({ type, heads, capitalFen, address }: Enterprise): ShownTerms {
  const terms: TypeTerms = termsOfType[type];
  const representatives = heads.flatMap(({ representative }) => representative?.name ?? []);
  return {
    head: {
      title: terms.head,
      names: heads.map(({ name }) => name),
      ...(representatives.length > 0 && { representatives }),
    },
    ...(terms.capital !== undefined &&
      capitalFen !== undefined && { capital: { title: terms.capital, fen: capitalFen } }),
    place: { title: terms.place, text: address },
  };
}

const nameShown = (enterprise: Enterprise): { readonly name?: string } => {
  const name = shownName(enterprise);
  return name === undefined ? {} : { name };
};

export const licenceContentOf = (
  enterprise: Enterprise,
  authority: { readonly id: string; readonly name: string },
  issuedOn: PlainDate,
): LicenceContent => ({
  code: enterprise.code,
  number: enterprise.licence,
  ...nameShown(enterprise),
  typeName: enterprise.typeName,
  ...shownTermsOf(enterprise),
  businessScope: enterprise.businessScope,
  establishedOn: enterprise.establishedOn,
  ...(enterprise.termEnds !== undefined && { termEnds: enterprise.termEnds }),
  registeredBy: authority.id,
  registeredByName: authority.name,
  issuedOn,
});
