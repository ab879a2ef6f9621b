import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Material, Rule } from '../../lib/domain/standard/standard.ts';
import { NOTARISED_IDENTITY } from '../items/filed-shapes.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { defect, when } from './rule.ts';

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

/** One rule for each material that some filing needs, with its own articles. */
export const materialRules = <Facts extends { readonly materials: readonly { readonly kind: string }[] }>(
  asked: readonly AskedMaterial<Facts>[],
): readonly Rule<Facts>[] =>
  asked.map(({ id, name, articles, needed }) =>
    defect({
      id: `materials.${id}`,
      articles,
      zh: `缺少材料：${name.zh}`,
      en: `Missing: ${name.en}`,
      check: ({ facts, evidence }) =>
        when(
          needed(facts, evidence.enterprise) && !facts.materials.some(({ kind }) => kind === id),
          '/materials',
        ),
    }),
  );

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
): readonly Material[] => [
  ...asked.map(({ id, name, when: condition, articles }) => ({
    id,
    name,
    ...(condition && { when: condition }),
    articles,
    obtain: 'applicant' as const,
  })),
  ...(shared.includes(citizenIdentity) ? [notarisedIdentity] : []),
  ...shared,
];
