import type * as z from 'zod/mini';
import type { EnterpriseType } from '../registration/enterprise-type.ts';
import type {
  ClaimedName,
  RegisterChange,
  RegisterContext,
  UndoneStep,
} from '../registration/register-change.ts';
import type { IdentityDocument } from '../subject/identity-document.ts';
import type { PersonFacts } from '../subject/person.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { EnterpriseEvidence } from './enterprise-evidence.ts';
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
  /** 住所 or 居所, where it is registered; sealed with the rest. */
  readonly residence?: string | undefined;
  readonly proof?:
    | { readonly kind: 'token'; readonly token: string }
    | { readonly kind: 'in-person' }
    | undefined;
}

/** What every item's filed facts have: who is named in them. */
export interface Filed {
  readonly persons: readonly FiledPerson[];
}

/** What a filing is about, and so who decides it. */
export type Matter =
  | {
      /** An enterprise that is to be, or a name for one: decided where its place is, by its type. */
      readonly about: 'place';
      /** Code of the county-level division. */
      readonly division: string;
      readonly type: EnterpriseType;
      readonly stateInvestor: 'none' | 'provincial-or-above';
      /** The enterprise a branch is to belong to: read as evidence where the register holds it. */
      readonly parent?: string;
    }
  | {
      /** An enterprise in the register: decided by the authority that holds it, or of what it is to be. */
      readonly about: 'enterprise';
      readonly code: string;
      readonly movesTo?: string;
      /** Where it becomes one of another type: who registers that type decides (实施细则 第四条). */
      readonly becomes?: {
        readonly type: EnterpriseType;
        readonly stateInvestor?: 'none' | 'provincial-or-above';
      };
    };

/**
 * What kind of step it is: 登记, 备案, an announcement (公告), a name held for later, or a step an authority takes by
 * its office (依职权), which an officer hands in and, where it has to be decided, another decides.
 */
export type ItemKind = 'registration' | 'record-filing' | 'announcement' | 'name' | 'ex-officio';

/** Why standings are read: a purpose and basis of the catalog. */
export interface LookupReason {
  readonly purpose: string;
  readonly basis: string;
}

/** A service matter (事项), defined once for all sides: what to file, and every version of its standard. */
export interface Item<F extends Filed = Filed, Facts = unknown> {
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: Bilingual;
  /** What an applicant should know before filing, beside the rules. */
  readonly guidance?: readonly Bilingual[];
  readonly filed: z.ZodMiniType<F>;
  readonly standards: readonly Standard<Facts>[];
  readonly matter: (filed: F) => Matter;
  /** The facts rules see: no division, no name, number or phone of a person. Pure. */
  readonly derive: (filed: F, persons: readonly PersonFacts[]) => Facts;
  /** The name asked for, if one is: what is claimed of it within the deciding authority is evidence. */
  readonly claimedName?: (filed: F, undone?: UndoneStep) => ClaimedName | undefined;
  /** Organisations that apply, as investors do: a name reserved for them is free to them, as for every proven person. */
  readonly appliesAs?: (facts: Facts) => readonly SubjectKey[];
  /** Whose standing is evidence for a decision. Nobody's, where left out. */
  readonly subjectsAsked?: (facts: Facts, enterprise?: EnterpriseEvidence) => readonly SubjectKey[];
  /** Who asks for an incentive by which the filing could go on; nobody, where left out. */
  readonly incentivesAsked?: (facts: Facts) => readonly SubjectKey[];
  /** @default purpose `registration`, basis `registration-review` */
  readonly lookup?: LookupReason;
  /** The step of an enterprise's life that this may undo, by filing: what stood before and after it is then at hand. */
  readonly undoes?: (filed: F) => string | undefined;
  /** What registering it makes of the register. Pure. */
  readonly effect: (filed: F, facts: Facts, context: RegisterContext) => RegisterChange;
}
