import * as z from 'zod/mini';
import { nameLikenesses } from '../domain/subject/organisation-name.ts';
import { route } from './route.ts';
import { formerNameShape, idShape, instantShape, shortTextShape } from './shapes.ts';

const questionShape = z
  .strictObject({
    purpose: idShape,
    basis: idShape,
    name: z.string().check(z.minLength(2), z.maxLength(100)),
  })
  .register(z.globalRegistry, {
    id: 'NameQuestion',
    description: 'Which organisation may be meant by a name, why it is asked, and on what ground.',
  });

const candidateShape = z
  .strictObject({
    code: z.string().check(z.maxLength(18)),
    name: shortTextShape,
    status: z.enum([
      'registered',
      'licence-revoked',
      'ordered-to-close',
      'establishment-revoked',
      'cancelled',
    ]),
    registeredBy: idShape,
    formerNames: z.exactOptional(z.array(formerNameShape).check(z.maxLength(20))),
    reasons: z.array(z.enum(nameLikenesses)).check(z.minLength(1), z.maxLength(nameLikenesses.length)),
  })
  .register(z.globalRegistry, {
    id: 'NameCandidate',
    description:
      'An enterprise of the register whose name is the one asked for or is like it, and how, the nearest first. `same-normalised`: but for width, case, spaces, brackets and traditional characters; then without division, without legal form, by trade name (字号). `former-name`: a name it had (曾用名), told in `formerNames` with the day from which it has another. What applies to it is asked by its code.',
  });

export const searchNames = route({
  id: 'searchNames',
  method: 'POST',
  path: '/credit/names/search',
  surface: 'credit-names',
  access: { scope: 'credit:lookup', roles: ['regulator'] },
  summary: {
    zh: '按名称查找可能的组织（附理由，不作结论），注明目的和依据并留痕',
    en: 'Which organisations a name may mean, with reasons and never a verdict; logged',
  },
  body: questionShape,
  responses: {
    200: z
      .strictObject({
        lookup: z.string().check(z.maxLength(64)),
        at: instantShape,
        candidates: z.array(candidateShape).check(z.maxLength(20)),
        more: z.boolean(),
      })
      .register(z.globalRegistry, {
        id: 'NameCandidates',
        description: 'Up to 20 candidates; `more` tells that others are like it too: give more of the name.',
      }),
  },
  errors: ['unknown-purpose', 'lookup-not-logged', 'quota-exceeded'],
  examples: {
    body: {
      purpose: 'supervision',
      basis: 'risk-based-supervision',
      name: '重慶青岚科技有限公司',
    },
  },
});
