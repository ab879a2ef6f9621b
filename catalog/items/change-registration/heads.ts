import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import type { Reference } from '../../rules/persons.ts';
import type { ChangeFacts, Changes } from './facts.ts';

type WithHeads = Pick<Changes, 'legalRepresentative' | 'managingPartners' | 'personInCharge' | 'investor'>;

/** Everybody who is to stand for the enterprise; of an organisation that manages a partnership, its representative. */
export function headReferences(changes: WithHeads): readonly Reference[] {
  const single = (['legalRepresentative', 'personInCharge', 'investor'] as const).flatMap((field) => {
    const head = changes[field];
    return head === undefined ? [] : [{ path: `/changes/${field}/person`, ref: head.person }];
  });
  const managing = (changes.managingPartners?.of ?? []).map((partner, index) => {
    const at = `/changes/managingPartners/of/${index}`;
    return partner.kind === 'person'
      ? { path: `${at}/person`, ref: partner.person }
      : { path: `${at}/representative`, ref: partner.representative };
  });
  return [...single, ...managing];
}

export function newHeads({ changes, persons }: ChangeFacts): readonly (Reference & {
  readonly subject: SubjectKey;
})[] {
  const subjects = new Map(persons.map(({ ref, subject }) => [ref, subject]));
  return headReferences(changes).map((head) => ({
    ...head,
    subject: subjects.get(head.ref) ?? (`unknown ${head.ref}` as SubjectKey),
  }));
}

export const newHeadRefs = ({ changes }: ChangeFacts): ReadonlySet<string> =>
  new Set(headReferences(changes).map(({ ref }) => ref));
