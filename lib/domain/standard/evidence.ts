import type { StandingEvidence } from '../subject/standing-evidence.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { EnterpriseEvidence, UndoneEvidence } from './enterprise-evidence.ts';

/** A name somebody holds or held within one authority (企业名称登记管理规定 第十七条). Periods are judged when read. */
export interface NameClaim {
  readonly name: string;
  /** GB/T 4754 class of the industry the name shows, `undefined` where it shows none. */
  readonly industry?: string;
  readonly state: 'registered' | 'reserved' | 'given-up' | 'revoked';
  /** The filing or the enterprise's code that holds it. */
  readonly holder: string;
  readonly since: PlainDate;
  /** End of a reservation, exclusive. */
  readonly until?: PlainDate;
}

/** What a decision rests on beside the filed facts; embedded whole in the receipt. */
export interface Evidence {
  readonly nameClaims: readonly NameClaim[];
  /** `not-read` in a check, and where the filing is returned before anybody's standing is asked. */
  readonly standings: 'not-read' | readonly StandingEvidence[];
  /** Of those who ask for an incentive, read for that purpose; left out where nobody does. */
  readonly incentives?: readonly StandingEvidence[];
  /** The enterprise the filing is about, or the one a branch is to belong to, where the register holds it. */
  readonly enterprise?: EnterpriseEvidence;
  /** The step of its life that the filing may undo. */
  readonly undone?: UndoneEvidence;
  /** The day all this was read: what has to be waited for is judged by it. */
  readonly readOn: PlainDate;
}
