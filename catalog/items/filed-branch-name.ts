import * as z from 'zod/mini';
import type { ClaimedName } from '../../lib/domain/registration/register-change.ts';
import { registeredCodeShape } from './filed-enterprise.ts';
import type { Frozen } from './filed-facts.ts';
import { wordShape } from './filed-shapes.ts';

/** The name of a branch in its parts (企业名称登记管理规定 第十三条). */
export const branchNameShape = z
  .strictObject({
    parent: z.optional(registeredCodeShape),
    parentName: wordShape(100),
    place: z.optional(wordShape(40)),
    industry: z.optional(wordShape(40)),
    ending: wordShape(20),
    overseas: z.optional(z.strictObject({ nationality: wordShape(20), liability: wordShape(40) })),
  })
  .register(z.globalRegistry, {
    description:
      'The name of a branch (企业名称登记管理规定 第十三条): the name of the enterprise it belongs to, place and industry where they tell it apart, and 分公司, 分厂, 分店 or the like. `overseas`: nationality and form of liability of an enterprise abroad, as the name shows them.',
  });

export type BranchName = Frozen<z.output<typeof branchNameShape>>;

export const fullBranchName = ({ parentName, place = '', industry = '', ending }: BranchName): string =>
  parentName + place + industry + ending;

/** Under the whole name, as a branch is registered: nobody but a branch of the same enterprise can come to bear it. */
export const claimedBranchName = (name: BranchName): ClaimedName => ({
  tradeName: fullBranchName(name),
  name: fullBranchName(name),
});
