import type { PlainDate } from '../time/plain-date.ts';
import type { Evidence } from './evidence.ts';
import type { FindingEffect, FindingValue, Outcome } from './finding.ts';
import type { PlaceTerms } from './place.ts';
import type { Article, Bilingual } from './provenance.ts';

/** What a rule sees of one case. No jurisdiction, window, officer or clock can be reached from it. */
export interface Case<Facts> {
  readonly facts: Facts;
  readonly terms: PlaceTerms;
  readonly evidence: Evidence;
  /** The day the filing was submitted; periods and ages count to this day. */
  readonly on: PlainDate;
}

/** One place where a rule is not met. `path` is a JSON pointer into the filed facts. */
export interface Violation {
  readonly path: string;
  readonly values?: Readonly<Record<string, FindingValue>>;
}

export interface Rule<Facts> {
  readonly id: string;
  readonly articles: readonly Article[];
  readonly effect: FindingEffect;
  /** For `review`: what an officer may choose. For `defect` leave it empty. */
  readonly admits: readonly Outcome[];
  /** Text for people; `{name}` stands for a value of the violation. */
  readonly message: Bilingual;
  /** Every violation, not the first. Never throws on facts its schema accepts. */
  readonly check: (examined: Case<Facts>) => readonly Violation[];
}

export interface Material {
  readonly id: string;
  readonly name: Bilingual;
  /** In words, in which filings it is needed; left out where it always is. */
  readonly when?: Bilingual;
  readonly articles: readonly Article[];
  /** `shared`: obtained from government data sharing and never asked for again (条例 第十六条). */
  readonly obtain: 'applicant' | 'shared';
  /** Demanded by no law or regulation of the State Council: by a red-list subject's promise it can follow (容缺受理). */
  readonly mayFollow?: true;
}

/** Limits in working days (条例 第十九条, 细则 第十八条). */
export interface Limits {
  readonly reviewWorkingDays: number;
  readonly extensionWorkingDays: number;
  /** Calendar days that others have to object in before it can be decided; the working days run after them. */
  readonly objectionDays?: number;
  readonly articles: readonly Article[];
}

/** Within how long something has to be filed, as anyone may read it; the rules hold filings to it. */
export interface FilingPeriod {
  readonly days: number;
  /** From what it counts, and for whom. */
  readonly from: Bilingual;
  readonly articles: readonly Article[];
}

/** One version of an item's materials, rules and limits (办理标准). Frozen once published. */
export interface Standard<Facts> {
  readonly item: string;
  readonly version: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly materials: readonly Material[];
  readonly rules: readonly Rule<Facts>[];
  readonly limits: Limits;
  readonly filedWithin?: readonly FilingPeriod[];
}
