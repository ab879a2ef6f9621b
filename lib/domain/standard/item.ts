import type * as z from 'zod/mini';
import type { EnterpriseDraft } from '../registration/enterprise.ts';
import type { IdentityDocument } from '../subject/identity-document.ts';
import type { PersonFacts } from '../subject/person.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Bilingual } from './provenance.ts';
import type { Standard } from './standard.ts';

/** A natural person as a filing names them. Identifiers never reach a rule. */
export interface FiledPerson {
  readonly ref: string;
  readonly name: string;
  readonly document: IdentityDocument;
  /** Counts only for documents whose number does not tell the birth. */
  readonly bornOn?: PlainDate | undefined;
  readonly phone?: string | undefined;
  readonly proof?:
    | { readonly kind: 'token'; readonly token: string }
    | { readonly kind: 'in-person' }
    | undefined;
}

/** What every item's filed facts have: who is named in them, and the place they are about. */
export interface Filed {
  readonly persons: readonly FiledPerson[];
  readonly address: { readonly division: string };
}

/** The name a filing asks for, as it is claimed within the deciding authority. */
export interface ClaimedName {
  /** The whole name. */
  readonly name: string;
  /** GB/T 4754 class the name's industry word stands for; `undefined` where the name shows no industry. */
  readonly industry?: string;
}

/** A service matter (事项), defined once for all sides: what to file, and every version of its standard. */
export interface Item<F extends Filed = Filed, Facts = unknown> {
  readonly id: string;
  readonly name: Bilingual;
  readonly filed: z.ZodMiniType<F>;
  readonly standards: readonly Standard<Facts>[];
  /** What the routing table asks. */
  readonly routing: (filed: F) => {
    readonly subjectType: 'limited-company' | 'joint-stock-company';
    readonly stateInvestor: 'none' | 'provincial-or-above';
  };
  /** The facts rules see: no division, no name, number or phone of a person. Pure. */
  readonly derive: (filed: F, persons: readonly PersonFacts[]) => Facts;
  /** 字号, under which names are claimed within an authority. */
  readonly tradeName: (filed: F) => string;
  readonly claimedName: (facts: Facts) => ClaimedName;
  /** Whose standing is evidence for a decision. */
  readonly subjectsAsked: (facts: Facts) => readonly SubjectKey[];
  /** What a registration makes; `place` is the place's full name, which heads the address. */
  readonly establishes: (filed: F, facts: Facts, place: string) => EnterpriseDraft;
}
