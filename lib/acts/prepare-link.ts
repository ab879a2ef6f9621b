import { type Half, withLink } from '../domain/credit/half.ts';
import { type LinkedKey, seenFrom } from '../domain/subject/linked-key.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write } from '../store/transaction.ts';

export interface LinkDeps {
  readonly standings: Pick<StandingStore, 'getForUpdate' | 'replace'>;
}

const has = ({ linked = [] }: Half, key: SubjectKey): boolean => linked.some((one) => one.key === key);

/**
 * The two writes by which one key of a subject names the other in the halves of a side; none where both do already. They go
 * into one transaction: a link that could be seen from one end alone would hide what stands at the other.
 */
export async function prepareLink(
  subject: SubjectKey,
  link: LinkedKey,
  jurisdiction: string,
  { standings }: LinkDeps,
): Promise<readonly Write[]> {
  const [own, other] = await Promise.all([
    standings.getForUpdate(subject, jurisdiction),
    standings.getForUpdate(link.key, jurisdiction),
  ]);
  if (has(own.half, link.key) && has(other.half, subject)) return [];
  return [
    standings.replace(subject, withLink(own.half, link), own),
    standings.replace(link.key, withLink(other.half, seenFrom(subject, link)), other),
  ];
}
