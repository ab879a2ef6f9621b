import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { type DemoCompany, demoFiling } from './demo-company.ts';
import type { Stage, Told } from './demo-story.ts';
import type { InventedPerson } from './personas.ts';

const citizen = (name: string, number: string): InventedPerson => ({
  name,
  document: { kind: 'citizen-id', number },
});

export const founder = citizen('林望舒', '511623198803150008');
export const supervisor = citizen('何知远', '511623199111020004');
export const debtor = citizen('孟无期', '500231198507200002');
export const partner = citizen('沈清禾', '500231199309080008');
export const thirdFounder = citizen('罗见川', '51162319800606000X');

/** The stage, with the day and the provider of real-name proofs. */
export interface DemoStage extends Stage {
  readonly today: PlainDate;
  readonly proofOf: (person: InventedPerson) => Promise<string>;
}

/** A filing with the real-name proofs of both its people. */
export async function filingOf(stage: DemoStage, company: DemoCompany) {
  const proofs = await Promise.all([company.founder, company.supervisor].map(stage.proofOf));
  return demoFiling(company, stage.today, proofs);
}

/** Findings as a reader wants them: the rule, where, in words, by which article. */
export const findings = (body: Told['body']) =>
  body.findings.map((finding: Told['body']) => ({
    rule: finding.rule,
    path: finding.path,
    text: finding.text,
    articles: finding.articles.map((article: Told['body']) => `${article.law}${article.article}`),
  }));
