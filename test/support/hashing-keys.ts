import { createHmac } from 'node:crypto';
import { personalDataFrom } from '../../lib/crypto/create-personal-data.ts';
import type { KeySource } from '../../lib/crypto/key-source.ts';

const source = (keyId: string): KeySource => ({
  keyId,
  derive: async (label) => createHmac('sha256', keyId).update(label).digest(),
});
const seal = [source('seal')] as const;
const [first, second] = [source('first'), source('second')];

/** The settings of a deployment, one after the other, while the second hashing key takes the place of the first. */
export const stages = {
  before: personalDataFrom({ subjectHash: first, seal }),
  announced: personalDataFrom({ subjectHash: first, otherSubjectHash: second, seal }),
  turned: personalDataFrom({ subjectHash: second, otherSubjectHash: first, seal }),
  after: personalDataFrom({ subjectHash: second, seal }),
};
export type Stage = keyof typeof stages;
