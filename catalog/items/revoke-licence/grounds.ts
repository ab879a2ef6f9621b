import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import {
  companyLaw,
  cooperativeLaw,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import type { Ground } from './facts.ts';

/** Where law has a licence revoked on a ground, and for which types; left out: for all. */
interface GroundInLaw {
  readonly article: Article;
  readonly types?: readonly EnterpriseType[];
}

const COMPANIES: readonly EnterpriseType[] = ['limited-company', 'joint-stock-company'];
const SOLE: readonly EnterpriseType[] = ['sole-proprietorship'];
const COOPERATIVE: readonly EnterpriseType[] = ['cooperative'];

const idle: readonly GroundInLaw[] = [
  { article: companyLaw('第二百六十条第一款'), types: COMPANIES },
  { article: soleProprietorshipLaw('第三十六条'), types: SOLE },
  { article: cooperativeLaw('第七十一条'), types: COOPERATIVE },
];

export const groundsInLaw: Readonly<Record<Exclude<Ground['kind'], 'other-law'>, readonly GroundInLaw[]>> = {
  'false-materials': [
    { article: companyLaw('第二百五十条'), types: COMPANIES },
    { article: soleProprietorshipLaw('第三十三条'), types: SOLE },
    { article: cooperativeLaw('第七十条'), types: COOPERATIVE },
    { article: registrationRegulation('第四十四条') },
  ],
  'capital-misstated': [
    { article: companyLaw('第二百五十条'), types: COMPANIES },
    { article: registrationRegulation('第四十五条第一款') },
  ],
  'change-not-registered': [{ article: registrationRegulation('第四十六条') }],
  'licence-misused': [
    { article: soleProprietorshipLaw('第三十五条第一款'), types: SOLE },
    { article: registrationRegulation('第四十八条第三款') },
  ],
  'against-public-interest': [{ article: companyLaw('第二百六十二条'), types: COMPANIES }],
  'never-opened': idle,
  stopped: idle,
};

/**
 * Where the law of a type has another penalty for the same act, by which a regulation is bound (行政处罚法 第十一条第二款,
 * 条例 第五十二条).
 */
export const otherwiseInLaw: Readonly<Partial<Record<Ground['kind'], readonly GroundInLaw[]>>> = {
  'false-materials': [{ article: partnershipLaw('第九十三条'), types: ['partnership'] }],
  'change-not-registered': [
    { article: companyLaw('第二百六十条第二款'), types: COMPANIES },
    { article: partnershipLaw('第九十五条第二款'), types: ['partnership'] },
    { article: soleProprietorshipLaw('第三十七条第二款'), types: SOLE },
  ],
};

export const groundsFor = (
  among: readonly GroundInLaw[] | undefined,
  type: EnterpriseType,
): readonly GroundInLaw[] => among?.filter(({ types }) => types?.includes(type) ?? true) ?? [];

/** 连续六个月; of a co-operative 连续两年. */
export const idleMonths = (type: EnterpriseType): number => (type === 'cooperative' ? 24 : 6);
