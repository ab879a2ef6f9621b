import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { signerRules } from './enterprise.ts';
import { agentAuthorisation as authorisationOfAgent } from './establishment-materials.ts';
import { identityRules } from './identity.ts';
import { type AskedMaterial, always } from './materials.ts';
import { personRules, type Reference, type WithPersons } from './persons.ts';

/** What is filed alike of every step in the life of an enterprise, as rules see it. */
export interface StepFacts extends WithPersons {
  readonly enterprise: string;
  readonly signedBy: string;
  readonly agent?: string | undefined;
  readonly materials: readonly { readonly kind: string }[];
}

/** Who files: verified by real name (实施细则 第十六条第一款). */
export const filers = ({ signedBy, agent }: StepFacts): readonly string[] =>
  agent === undefined ? [signedBy] : [signedBy, agent];

interface StepOf<Facts> {
  /** Who may sign beside the head in the register, by `ref`. */
  readonly orElse?: (facts: Facts, enterprise: EnterpriseEvidence) => ReadonlySet<string>;
  /** Where else the filing refers to persons. */
  readonly references?: (facts: Facts) => readonly Reference[];
  /** Who else has to be verified. */
  readonly verified?: (facts: Facts) => readonly string[];
  readonly signerArticles?: readonly Article[];
}

/** Who is named, proven and entitled to sign. */
export const stepRules = <Facts extends StepFacts>({
  orElse,
  references = () => [],
  verified = () => [],
  signerArticles,
}: StepOf<Facts> = {}): readonly Rule<Facts>[] => [
  ...signerRules<Facts>(signerArticles, orElse),
  ...filerRules<Facts>({ references, verified }),
];

/** The same where others than the enterprise file, and nobody has to stand for it. */
export const filerRules = <Facts extends StepFacts>({
  references = () => [],
  verified = () => [],
}: Pick<StepOf<Facts>, 'references' | 'verified'> = {}): readonly Rule<Facts>[] => [
  ...personRules<Facts>((facts) => [
    { path: '/signedBy', ref: facts.signedBy },
    ...(facts.agent === undefined ? [] : [{ path: '/agent', ref: facts.agent }]),
    ...references(facts),
  ]),
  ...identityRules<Facts>((facts) => new Set([...filers(facts), ...verified(facts)])),
];

/** The persons of a filing who have a part in the enterprise by the register. */
export const inRole = (
  { persons }: WithPersons,
  { roles }: EnterpriseEvidence,
  role: string,
): ReadonlySet<string> => {
  const holders = new Set(roles.filter((entry) => entry.role === role).map(({ subject }) => subject));
  return new Set(persons.filter(({ subject }) => holders.has(subject)).map(({ ref }) => ref));
};

/** 申请书, with what the application is called. */
export const applicationForm = <Facts>(
  zh: string,
  en: string,
  articles: readonly Article[],
): AskedMaterial<Facts, 'application-form'> => ({
  id: 'application-form',
  name: { zh, en },
  articles,
  needed: always,
});

/** The same as where something is established. */
export const agentAuthorisation = authorisationOfAgent();
