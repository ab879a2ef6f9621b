import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { nameShapeOf } from '../filed-name.ts';
import { dayShape, filedMaterialShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'address-document',
  'amended-articles',
  'change-decision',
  'partners-decision',
  'amended-agreement',
  'agent-authorisation',
  'other',
] as const;

/** What may stand in the way, as the applicant knows it. */
export const obstacles = [
  'frozen-equity',
  'investigation',
  'lawsuit-on-registration',
  'court-order',
] as const;

export const migrateEnterpriseFacts = z
  .strictObject({
    ...aboutEnterprise,
    name: z.strictObject({ kept: z.boolean(), parts: nameShapeOf(wordShape(40)) }),
    address: z.optional(addressShape),
    principalPlace: z.optional(addressShape),
    decidedOn: dayShape,
    movesOn: dayShape,
    obstacles: z.optional(z.array(z.enum(obstacles)).check(z.maxLength(obstacles.length))),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'MigrateEnterpriseFacts',
    description:
      'What an enterprise files to move to the area of another registration authority (跨省、跨登记机关迁移登记): one application, to the authority of the new place, for the move, its file and the change. The new place is `address` (住所), of a partnership `principalPlace` (主要经营场所). `name.parts` is the name it will have: the present one in its parts where it is `kept`, which has to show no division but one of the new place. `decidedOn`: the day of the decision to move; `movesOn`: the day of moving in. `obstacles`: what is known to stand in the way.',
  });

export type FiledMigration = z.output<typeof migrateEnterpriseFacts>;

/** What rules see. */
export interface MigrationFacts extends FactsOf<FiledMigration> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveMigration = (filed: FiledMigration, persons: readonly PersonFacts[]): MigrationFacts =>
  factsOf(filed, persons);

/** The field that tells the new place, and the place. */
export function newPlace<Place>(filed: {
  readonly address?: Place | undefined;
  readonly principalPlace?: Place | undefined;
}): readonly ['address' | 'principalPlace', Place] | undefined {
  if (filed.address !== undefined) return ['address', filed.address];
  return filed.principalPlace === undefined ? undefined : ['principalPlace', filed.principalPlace];
}
