import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import type { BranchFacts } from './facts.ts';

type Parts = Pick<BranchFacts, 'head' | 'liaison' | 'signedBy' | 'agent'>;

const told = (...refs: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(refs.filter((ref) => ref !== undefined));

export const headOf = ({ head }: Parts): ReadonlySet<string> => told(head);

/** Every place where a filing refers to a person. */
export const references = ({ head, liaison, signedBy, agent }: Parts): readonly Reference[] => [
  { path: '/head', ref: head },
  ...(liaison === undefined ? [] : [{ path: '/liaison', ref: liaison }]),
  { path: '/signedBy', ref: signedBy },
  ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
];

/** 实施细则 第十六条: the head, whoever signs for the parent, the liaison and the agent. */
export const toBeVerified = ({ head, liaison, signedBy, agent }: Parts): ReadonlySet<string> =>
  told(head, liaison, signedBy, agent);

/** Incentives are those of the enterprise that has the branch. */
export const incentives = {
  applicants: ({ parent }: Pick<BranchFacts, 'parent'>) => [organisationKey(parent.code)],
};

/**
 * Who applies (实施细则 第七十八条): the parent, through whoever signs for it, and the agent. The head does not, and
 * 公司法 第一百七十八条 bars nobody from being one.
 */
export const asked = (facts: BranchFacts): readonly Asked[] => [
  { subject: organisationKey(facts.parent.code), path: '/parent/code', ref: facts.parent.code },
  ...provenAmong(facts, told(facts.signedBy, facts.agent)),
];
