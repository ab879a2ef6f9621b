import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** Who has which part in an enterprise; the key under which enterprises are found by person. */
export interface EnterpriseRole {
  readonly subject: SubjectKey;
  readonly role: string;
}

/** What a filing makes once it is registered: everything law has an enterprise registered with and published. */
export interface EnterpriseDraft {
  readonly name: string;
  /** 类型, as the licence shows it: `有限责任公司`. */
  readonly type: string;
  readonly legalRepresentative: string;
  readonly capitalFen: number;
  readonly address: string;
  readonly businessScope: readonly string[];
  /** End of the term of business, exclusive; `undefined` for an indefinite term. */
  readonly termEnds?: PlainDate;
  readonly shareholders: readonly {
    readonly name: string;
    readonly subscribedFen: number;
    readonly payBy: PlainDate;
  }[];
  readonly roles: readonly EnterpriseRole[];
}

/** A registered enterprise (经营主体). Names of persons are those law publishes (公司法 第三十二条). */
export interface Enterprise extends Omit<EnterpriseDraft, 'roles'> {
  readonly code: string;
  readonly status: 'registered';
  readonly division: string;
  readonly registeredBy: string;
  readonly establishedOn: PlainDate;
  readonly registeredAt: Instant;
  readonly filing: string;
  readonly version: number;
}

/** What a licence carries (市场主体登记管理条例实施细则 第二十三条). */
export interface LicenceContent {
  readonly code: string;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly legalRepresentative: string;
  readonly capitalFen: number;
  readonly address: string;
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
