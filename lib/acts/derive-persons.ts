import type { PersonalData } from '../crypto/personal-data.ts';
import type { VerifyRealNameProof } from '../crypto/real-name-proof.ts';
import { DomainError } from '../domain/errors.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { MaskedPerson } from '../domain/registration/filing.ts';
import type { FiledPerson } from '../domain/standard/item.ts';
import { type Caller, concerns } from '../domain/subject/caller.ts';
import type { OtherKeys } from '../domain/subject/linked-key.ts';
import { maskDocumentNumber, maskPersonName } from '../domain/subject/mask.ts';
import { normaliseIdentifier } from '../domain/subject/normalise-identifier.ts';
import { derivePerson, type PersonFacts, type Proven } from '../domain/subject/person.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { subjectsIn } from './filing-rights.ts';

export interface PersonDeps {
  readonly personalData: PersonalData;
  readonly verifyProof: VerifyRealNameProof;
}

const sameName = (a: string, b: string): boolean => a.normalize('NFKC').trim() === b.normalize('NFKC').trim();

const isOfficerAtWindow = ({ roles, window }: Caller): boolean =>
  roles.includes('registrar') && window !== undefined;

/**
 * How a person is proven. In person counts only where a registrar at a window says so of somebody else
 * (市场主体登记管理条例实施细则 第十六条).
 *
 * @throws DomainError `identity-proof-invalid` for a bad proof, or one of somebody else.
 */
async function provenBy(
  person: FiledPerson,
  subject: SubjectKey,
  caller: Caller,
  moment: Moment,
  verifyProof: VerifyRealNameProof,
): Promise<Proven> {
  if (person.proof === undefined) return 'none';
  if (person.proof.kind === 'in-person') {
    const himself = concerns(caller, subject);
    return isOfficerAtWindow(caller) && !himself ? 'in-person' : 'none';
  }
  const proven = await verifyProof(person.proof.token, moment.at);
  const same =
    proven.document.kind === person.document.kind &&
    proven.document.number === normaliseIdentifier(person.document.number) &&
    sameName(proven.name, person.name);
  if (!same) throw new DomainError('identity-proof-invalid', { values: { reason: 'other-person' } });
  return 'token';
}

/** Persons, each under one key; and the other key of each, while one hashing key takes the place of another. */
export interface KeyedPersons {
  readonly persons: readonly PersonFacts[];
  /** Left out where there is one hashing key. */
  readonly otherKeys?: OtherKeys;
}

/**
 * Persons whom an enterprise knows by their other key keep that key in what is about it: rules and the register tell by
 * keys who is who.
 */
export function asKnownTo(enterprise: Enterprise | undefined, keyed: KeyedPersons): KeyedPersons {
  const { persons, otherKeys = {} } = keyed;
  const known = new Set(enterprise === undefined ? [] : subjectsIn(enterprise));
  const swapped = persons.filter(({ subject }) => known.has(otherKeys[subject]));
  if (swapped.length === 0) return keyed;
  const swappedKeys = new Set(swapped.map(({ subject }) => subject));
  return {
    persons: persons.map((person) => ({
      ...person,
      subject: (swappedKeys.has(person.subject) ? otherKeys[person.subject] : undefined) ?? person.subject,
    })),
    otherKeys: Object.fromEntries(
      Object.entries(otherKeys).map(([key, other]) =>
        swappedKeys.has(key as SubjectKey) ? [other, key as SubjectKey] : [key, other],
      ),
    ),
  };
}

/** Facts of every person, which is what rules, receipts and replay may see; and their other keys. */
export async function keyPersons(
  persons: readonly FiledPerson[],
  caller: Caller,
  moment: Moment,
  deps: PersonDeps,
): Promise<KeyedPersons> {
  const [derived, others] = await Promise.all([
    derivePersons(persons, caller, moment, deps),
    Promise.all(persons.map(({ document }) => deps.personalData.otherKeyOf(document))),
  ]);
  const pairs = derived.flatMap(({ subject }, at): readonly (readonly [string, SubjectKey])[] => {
    const other = others[at];
    return other === undefined ? [] : [[subject, other]];
  });
  return { persons: derived, ...(pairs.length > 0 && { otherKeys: Object.fromEntries(pairs) }) };
}

/** Facts of every person, without their other keys. */
export async function derivePersons(
  persons: readonly FiledPerson[],
  caller: Caller,
  moment: Moment,
  { personalData, verifyProof }: PersonDeps,
): Promise<readonly PersonFacts[]> {
  return Promise.all(
    persons.map(async (person) => {
      const subject = await personalData.subjectKeyOf(person.document);
      const proven = await provenBy(person, subject, caller, moment, verifyProof);
      const { ref, document, bornOn, residence } = person;
      const declared = bornOn === undefined ? {} : { declaredBornOn: bornOn };
      const residenceTold = residence !== undefined;
      return derivePerson({ ref, document, subject, proven, residenceTold, ...declared }, moment.on);
    }),
  );
}

export const maskPersons = (persons: readonly FiledPerson[]): readonly MaskedPerson[] =>
  persons.map(({ ref, name, document }) => ({
    ref,
    name: maskPersonName(name),
    number: maskDocumentNumber(normaliseIdentifier(document.number)),
  }));

/** What is sealed for later: everything but the proof, whose token has done its work. */
export const sealable = (persons: readonly FiledPerson[]): readonly FiledPerson[] =>
  persons.map(({ proof: _proof, ...person }) => person);
