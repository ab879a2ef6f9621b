import type { Level } from './place.ts';
import type { Provenance } from './provenance.ts';

/**
 * What an authority does: registers (登记机关), hears cases (人民法院), or runs its side's public credit
 * platform and relays for that side's departments (公共信用信息平台).
 */
export type AuthorityKind = 'registration' | 'court' | 'credit-platform';

export interface Authority {
  readonly id: string;
  readonly kind: AuthorityKind;
  readonly name: string;
  readonly jurisdiction: string;
  readonly level: Level;
  /** Six-digit codes of the current divisions it answers for; a prefecture's authority names its counties too. */
  readonly divisions: readonly string[];
  readonly provenance: Provenance;
}
