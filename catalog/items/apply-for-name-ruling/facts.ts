import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, organisationCodeShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'evidence',
  'claimant-authorisation',
  'agent-authorisation',
  'other',
] as const;

export const applyForNameRulingFacts = z
  .strictObject({
    ...aboutEnterprise,
    name: wordShape(250),
    claimant: z.strictObject({ code: organisationCodeShape, name: wordShape(100) }),
    broughtToCourt: z.boolean(),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'ApplyForNameRulingFacts',
    description:
      'What an enterprise files that holds another one’s name to infringe the rights of its own (请求处理企业名称争议, 企业名称登记管理规定 第二十一条). `enterprise`: whose name it is, which decides who deals with it; `name`: that name, whole. `claimant`: who asks; `signedBy` signs for it. `broughtToCourt`: a court has the same dispute already.',
  });

export type FiledClaim = z.output<typeof applyForNameRulingFacts>;
export type MaterialKind = (typeof materialKinds)[number];
export interface ClaimFacts extends FactsOf<FiledClaim> {}

export const deriveClaim = (filed: FiledClaim, persons: readonly PersonFacts[]): ClaimFacts =>
  factsOf(filed, persons);
