import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { establishingCompany } from '../filed-company.ts';
import { subscription } from '../filed-contribution.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShape } from '../filed-name.ts';
import { officeShape } from '../filed-offices.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'articles-of-association',
  'address-document',
  'appointment-documents',
  'foreign-identity-documents',
  'approval-documents',
  'consent-to-no-supervisor',
  'agent-authorisation',
  'other',
] as const;

/**
 * Registration is one transaction of at most 100 items: one for each part somebody has in the company, and seven
 * others. Fifty shareholders (公司法 第四十二条; a rule tells more than those) leave room for these.
 */
const MOST_OFFICES = 40;

/**
 * What an applicant sends to establish a limited company (有限责任公司设立登记). Wide on purpose: whatever can be
 * read is accepted here, so that the rules can tell every defect at once.
 */
export const establishCompanyFacts = z
  .strictObject({
    name: nameShape(['有限责任公司', '有限公司']),
    ...establishingCompany,
    shareholders: z.array(investorShape(subscription)).check(z.maxLength(100)),
    persons: filedPersonsShape,
    offices: z.array(officeShape).check(z.maxLength(MOST_OFFICES)),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishCompanyFacts',
    description: 'What an applicant files to establish a limited company (有限责任公司设立登记).',
  });

export type FiledCompany = z.output<typeof establishCompanyFacts>;

/** What rules see. */
export interface CompanyFacts extends FactsOf<FiledCompany> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveCompany = (filed: FiledCompany, persons: readonly PersonFacts[]): CompanyFacts =>
  factsOf(filed, persons);
