import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Case, Material, Rule, Violation } from '../../lib/domain/standard/standard.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { NOTARISED_IDENTITY } from '../items/filed-shapes.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { type IncentivesFor, isCommitted, mayFollow, toleranceOf } from './incentives.ts';
import { defect, note, when } from './rule.ts';

/** A material an applicant hands in, and in which filings it is needed. */
export interface AskedMaterial<Facts, Kind extends string = string> {
  readonly id: Kind;
  readonly name: Bilingual;
  readonly articles: readonly Article[];
  /** `enterprise`: the one in the register that the filing is about. */
  readonly needed: (facts: Facts, enterprise?: EnterpriseEvidence) => boolean;
  /** The same in words; left out where every filing needs it. */
  readonly when?: Bilingual;
}

export const always = (): boolean => true;

interface WithMaterials {
  readonly materials: readonly { readonly kind: string }[];
}

const isMissing = <Facts extends WithMaterials>(
  { id, needed }: AskedMaterial<Facts>,
  {
    facts,
    evidence,
  }: { readonly facts: Facts; readonly evidence: Pick<Case<Facts>['evidence'], 'enterprise'> },
): boolean => needed(facts, evidence.enterprise) && !facts.materials.some(({ kind }) => kind === id);

/** One rule for each material that some filing needs, with its own articles; and where incentives count, one by which it follows. */
export const materialRules = <Facts extends WithMaterials>(
  asked: readonly AskedMaterial<Facts>[],
  incentives?: IncentivesFor<Facts>,
): readonly Rule<Facts>[] =>
  asked.flatMap((material): readonly Rule<Facts>[] => {
    const { id, name, articles } = material;
    const follows = (examined: Case<Facts>): Violation['values'] | undefined =>
      incentives !== undefined && mayFollow(material) ? toleranceOf(examined, incentives) : undefined;
    const missing = defect<Facts>({
      id: `materials.${id}`,
      articles,
      zh: `缺少材料：${name.zh}`,
      en: `Missing: ${name.en}`,
      check: (examined) =>
        when(isMissing(material, examined) && follows(examined) === undefined, '/materials'),
    });
    if (incentives === undefined || !mayFollow(material)) return [missing];
    const tolerated = note<Facts>({
      id: `materials.${id}-follows`,
      articles,
      zh: `容缺受理（激励措施 {row}，信用记录 {records}，依据 {articles}）：${name.zh}应当按承诺自受理之日起 {days} 个工作日内补交`,
      en: `Tolerant acceptance (incentive {row}, records {records}, {articles}): as promised, to be handed in within {days} working days of acceptance: ${name.en}`,
      check: (examined) => {
        const values = isMissing(material, examined) ? follows(examined) : undefined;
        return when(values !== undefined, '/materials', values);
      },
    });
    return [missing, tolerated];
  });

/** Whose incentives are evidence: of those who promise to hand in later what is missing and may follow. */
export const incentivesAskedBy =
  <Facts extends WithMaterials>(
    asked: readonly AskedMaterial<Facts>[],
    { applicants }: IncentivesFor<Facts>,
  ) =>
  (facts: Facts): readonly SubjectKey[] =>
    isCommitted(facts) &&
    asked.some((material) => mayFollow(material) && isMissing(material, { facts, evidence: {} }))
      ? applicants(facts)
      : [];

/** Obtained by sharing government data, and never asked of an applicant (条例 第十六条第三款). */
export const citizenIdentity: Material = {
  id: 'citizen-identity',
  name: { zh: '居民身份信息（实名核验取得）', en: 'Citizen identity, obtained by real-name verification' },
  articles: [registrationRegulation('第十六条第三款'), implementingRules('第十六条')],
  obtain: 'shared',
};

/** Instead of real-name verification and of coming in person; never asked for (实施细则 第十六条第二款). */
const notarisedIdentity: Material = {
  id: NOTARISED_IDENTITY,
  name: { zh: '经依法公证的自然人身份证明文件', en: 'Notarised identity document of a natural person' },
  when: {
    zh: '因特殊原因无法通过实名认证系统核验身份信息，又不到现场办理的',
    en: 'where for a special reason somebody can neither be verified by the real-name system nor come in person',
  },
  articles: [implementingRules('第十六条第二款')],
  obtain: 'applicant',
};

/**
 * The materials as a standard publishes them, what is shared behind what is asked. Where persons are verified, the
 * documents that stand in for it are among them.
 */
export const materialsOf = <Facts>(
  asked: readonly AskedMaterial<Facts>[],
  shared: readonly Material[],
  tolerant = false,
): readonly Material[] => [
  ...asked.map(({ id, name, when: condition, articles }) => ({
    id,
    name,
    ...(condition && { when: condition }),
    articles,
    obtain: 'applicant' as const,
    ...(tolerant && mayFollow({ articles }) && { mayFollow: true as const }),
  })),
  ...(shared.includes(citizenIdentity) ? [notarisedIdentity] : []),
  ...shared,
];
