import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { becomingCompany } from '../filed-becoming-company.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'change-decision',
  'articles-of-association',
  'appointment-documents',
  'net-asset-report',
  'shareholder-register',
  'foreign-identity-documents',
  'capital-verification',
  'securities-registration',
  'property-transfer-proof',
  'agent-authorisation',
  'other',
] as const;

const votesShape = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000_000));

/** What a company files to change its type (公司变更类型): all that law asks of a company of the type it is to be. */
export const changeCompanyTypeFacts = z
  .strictObject({
    ...becomingCompany,
    votes: z.strictObject({ inFavour: votesShape, entitled: votesShape }),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'ChangeCompanyTypeFacts',
    description:
      'What a company files to change its type (公司变更类型): a limited company into one limited by shares, or the other way. `decidedOn` and `votes` are of the resolution: of a limited company all votes are `entitled`, of one by shares those of the shareholders present (公司法 第六十六条第三款、第一百一十六条第三款). Place, scope, term and code stay; all offices are filed as they are to be.',
  });

export type FiledTypeChange = z.output<typeof changeCompanyTypeFacts>;

/** What rules see. */
export interface TypeChangeFacts extends FactsOf<FiledTypeChange> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveTypeChange = (filed: FiledTypeChange, persons: readonly PersonFacts[]): TypeChangeFacts =>
  factsOf(filed, persons);
