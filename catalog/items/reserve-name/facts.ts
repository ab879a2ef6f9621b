import * as z from 'zod/mini';
import { enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import type { ClaimedName } from '../../../lib/domain/registration/register-change.ts';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { claimedNameOf } from '../../names.ts';
import { type BranchName, branchNameShape, claimedBranchName } from '../filed-branch-name.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { type NameFacts, nameShapeOf } from '../filed-name.ts';
import { businessScopeShape } from '../filed-scope.ts';
import {
  divisionShape,
  filedMaterialShape,
  filedPersonsShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';

export const materialKinds = ['name-documents', 'agent-authorisation', 'other'] as const;

export const partnershipKinds = ['general', 'special-general', 'limited'] as const;

/** What an applicant declares of a name to have it reserved (企业名称自主申报). */
export const reserveNameFacts = z
  .strictObject({
    type: z.enum(enterpriseTypes),
    partnership: z.optional(z.enum(partnershipKinds)),
    enterprise: z.optional(registeredCodeShape),
    division: divisionShape,
    stateInvestor: z.enum(['none', 'provincial-or-above']),
    name: z.union([nameShapeOf(wordShape(40)), branchNameShape]),
    businessScope: businessScopeShape,
    investors: z.array(investorShape({})).check(z.maxLength(100)),
    setUpApproval: z.optional(z.strictObject({ basis: wordShape(200) })),
    commitment: z.boolean(),
    signedBy: refShape,
    agent: z.optional(refShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ReserveNameFacts',
    description:
      'A name declared to be reserved (企业名称自主申报) for an enterprise to be, for whose `investors` it is held, or for an `enterprise` in the register that is to take it (实施细则 第三十四条). `division`: the county-level place. `setUpApproval`: the law by which the set-up itself needs approval (第十八条). `commitment`: that of 第十六条第三款.',
  });

export type FiledReservation = z.output<typeof reserveNameFacts>;

/** What rules see. */
export interface ReservationFacts extends FactsOf<Omit<FiledReservation, 'division'>> {}

export type MaterialKind = (typeof materialKinds)[number];

type AnyName = ReservationFacts['name'];

export const branchNameOf = (name: AnyName): BranchName | undefined =>
  'parentName' in name ? name : undefined;
export const plainNameOf = (name: AnyName): NameFacts | undefined =>
  'parentName' in name ? undefined : name;

export const claimedOf = (name: AnyName): ClaimedName =>
  'parentName' in name ? claimedBranchName(name) : claimedNameOf(name);

export function deriveReservation(
  { division: _division, ...filed }: FiledReservation,
  persons: readonly PersonFacts[],
): ReservationFacts {
  return factsOf(filed, persons);
}
