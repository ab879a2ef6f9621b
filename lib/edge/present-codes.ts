import type { LinkedKey } from '../domain/subject/linked-key.ts';
import { subjectKindOf } from '../domain/subject/subject-key.ts';

/** Other codes of an organisation, each once; keys of persons are told to nobody. */
export function presentOtherCodes(linked: readonly LinkedKey[]) {
  const ofOrganisations = linked.filter(({ key }) => subjectKindOf(key) === 'organisation');
  const once = new Map(ofOrganisations.map((link) => [link.key, link]));
  if (once.size === 0) return {};
  return {
    otherCodes: [...once.values()].map(({ key, is, on }) => ({
      code: key.slice('O:'.length),
      is,
      ...(on !== undefined && { on }),
    })),
  };
}
