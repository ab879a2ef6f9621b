import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { newHeadRules } from '../../rules/new-head.ts';
import type { ChangeFacts } from './facts.ts';
import { newHeadRefs } from './heads.ts';

/** 实施细则 第三十三条, which names no investor: of a sole proprietorship the old one may sign as well. */
const MUST_SIGN = ['legalRepresentative', 'managingPartners', 'personInCharge'] as const;

export const signatureRules: readonly Rule<ChangeFacts>[] = newHeadRules<ChangeFacts>({
  replaces: ({ facts: { changes } }) => MUST_SIGN.some((field) => changes[field] !== undefined),
  heads: newHeadRefs,
});
