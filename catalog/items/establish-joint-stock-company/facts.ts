import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { establishingCompany } from '../filed-company.ts';
import { methodsShape } from '../filed-contribution.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShape } from '../filed-name.ts';
import { filedMaterialShape } from '../filed-shapes.ts';
import {
  jointStockOfficesShape,
  MOST_PROMOTERS,
  manyPersonsShape,
  promoterTerms,
  shareIssueShape,
  sharesShape,
} from '../filed-shares.ts';

export const materialKinds = [
  'application-form',
  'articles-of-association',
  'address-document',
  'appointment-documents',
  'foreign-identity-documents',
  'approval-documents',
  'capital-verification',
  'securities-registration',
  'property-transfer-proof',
  'agent-authorisation',
  'other',
] as const;

/**
 * What is filed to establish a company limited by shares (股份有限公司设立登记). Wide on purpose: whatever can be read
 * is accepted here, so that the rules can tell every defect at once.
 */
export const establishJointStockCompanyFacts = z
  .strictObject({
    name: nameShape(['股份有限公司', '股份公司']),
    ...establishingCompany,
    establishment: shareIssueShape,
    shares: sharesShape,
    promoters: z
      .array(investorShape({ ...promoterTerms, methods: methodsShape }))
      .check(z.maxLength(MOST_PROMOTERS)),
    persons: manyPersonsShape,
    offices: jointStockOfficesShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishJointStockCompanyFacts',
    description: 'What is filed to establish a company limited by shares (股份有限公司设立登记).',
  });

export type FiledJointStockCompany = z.output<typeof establishJointStockCompanyFacts>;

/** What rules see. */
export interface JointStockCompanyFacts extends FactsOf<FiledJointStockCompany> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveJointStockCompany = (
  filed: FiledJointStockCompany,
  persons: readonly PersonFacts[],
): JointStockCompanyFacts => factsOf(filed, persons);
