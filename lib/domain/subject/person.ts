import type { PlainDate } from '../time/plain-date.ts';
import { judgeCitizenNumber } from './citizen-number.ts';
import type { DocumentKind, IdentityDocument } from './identity-document.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import type { SubjectKey } from './subject-key.ts';

/** How it is known that the person is who the filing says: a provider's real-name proof, an officer's eyes, or not. */
export type Proven = 'token' | 'in-person' | 'none';

/** All that rules, receipts and replay see of a natural person. */
export interface PersonFacts {
  /** The person's place within the filing, by which facts refer to it. */
  readonly ref: string;
  readonly subject: SubjectKey;
  readonly kind: DocumentKind;
  /** The document number can be one of its kind. */
  readonly valid: boolean;
  readonly bornOn?: PlainDate;
  readonly proven: Proven;
  /** Where the person lives was told; where that is, no rule sees. */
  readonly residenceTold?: true;
}

export interface PersonToDerive {
  readonly ref: string;
  readonly document: IdentityDocument;
  /** The keyed hash of this document, made beforehand: derivation itself stays pure. */
  readonly subject: SubjectKey;
  readonly proven: Proven;
  /** Counts only for documents whose number does not tell the birth. */
  readonly declaredBornOn?: PlainDate;
  readonly residenceTold?: boolean;
}

const FOREIGN_NUMBER = /^[A-Z0-9]{5,20}$/;

/** Turns a person's identifiers into facts; `on` is the day the number is judged on. */
export function derivePerson(person: PersonToDerive, on: PlainDate): PersonFacts {
  const { ref, document, subject, proven, declaredBornOn, residenceTold } = person;
  const facts = {
    ref,
    subject,
    kind: document.kind,
    proven,
    ...(residenceTold && { residenceTold: true as const }),
  };
  if (document.kind === 'citizen-id') {
    const judged = judgeCitizenNumber(document.number, on);
    return judged.valid ? { ...facts, valid: true, bornOn: judged.bornOn } : { ...facts, valid: false };
  }
  const valid = FOREIGN_NUMBER.test(normaliseIdentifier(document.number));
  return declaredBornOn === undefined ? { ...facts, valid } : { ...facts, valid, bornOn: declaredBornOn };
}
