import { isArticle } from '../lib/domain/standard/article-text.ts';
import type { Article, Confidence } from '../lib/domain/standard/provenance.ts';
import { plainDate } from '../lib/domain/time/plain-date.ts';

/**
 * Makes the articles of one law; `confidence` is how far its text was read, unless an article says otherwise, and
 * `validTo` is the first day on which the law (or this text of it) no longer held.
 * Whether the law has such an article is known to the register of laws and asked by a test, not at every cold start.
 * Without side effects: a law that nothing cites leaves no trace in a bundle, so adding one touches no published standard.
 *
 * @throws RangeError when the text does not name one article.
 */
const articlesOf =
  /* @__NO_SIDE_EFFECTS__ */
    (law: string, validFrom: string, confidence: Confidence = 'seen', validTo?: string) =>
    (article: string, mark: Confidence = confidence): Article => {
      if (!isArticle(article)) throw new RangeError(`Not an article: ${law} ${article}`);
      return {
        law,
        article,
        validFrom: plainDate(validFrom),
        ...(validTo === undefined ? {} : { validTo: plainDate(validTo) }),
        confidence: mark,
      };
    };

/** 公司法, revision of 2023. */
export const companyLaw = articlesOf('公司法', '2024-07-01');
/** 公司法 as amended in 2018, until the revision of 2023 took its place. */
export const formerCompanyLaw = articlesOf('公司法', '2018-10-26', 'seen', '2024-07-01');
export const civilCode = articlesOf('民法典', '2021-01-01');
/** Revision of 2006. */
export const partnershipLaw = articlesOf('合伙企业法', '2007-06-01');
export const soleProprietorshipLaw = articlesOf('个人独资企业法', '2000-01-01');
/** Revision of 2017. */
export const cooperativeLaw = articlesOf('农民专业合作社法', '2018-07-01');
export const bankruptcyLaw = articlesOf('企业破产法', '2007-06-01');
export const foreignInvestmentLaw = articlesOf('外商投资法', '2020-01-01');
export const stateIndustrialEnterpriseLaw = articlesOf('全民所有制工业企业法', '1988-08-01');
/** Revision of 2021. */
export const penaltyLaw = articlesOf('行政处罚法', '2021-07-15');
export const licensingLaw = articlesOf('行政许可法', '2004-07-01');
export const yangtzeLaw = articlesOf('长江保护法', '2021-03-01');
/** Revision of 2023. */
export const reviewLaw = articlesOf('行政复议法', '2024-01-01');
/** As amended in 2014. */
export const administrativeLitigationLaw = articlesOf('行政诉讼法', '2015-05-01');
export const personalInformationLaw = articlesOf('个人信息保护法', '2021-11-01');

/** State Council order 746. */
export const registrationRegulation = articlesOf('市场主体登记管理条例', '2022-03-01');
/** SAMR order 52. */
export const implementingRules = articlesOf('市场主体登记管理条例实施细则', '2022-03-01');
export const nameProvisions = articlesOf('企业名称登记管理规定', '2021-03-01');
/** State Council order 784. */
export const capitalProvisions = articlesOf(
  '国务院关于实施《中华人民共和国公司法》注册资本登记管理制度的规定',
  '2024-07-01',
);
export const individualBusinessRegulation = articlesOf('促进个体工商户发展条例', '2022-11-01');
/** State Council order 722. */
export const businessEnvironmentRegulation = articlesOf('优化营商环境条例', '2020-01-01');
/** State Council order 737. */
export const fundraisingRegulation = articlesOf('防范和处置非法集资条例', '2021-05-01');
/** State Council order 654; the text of 2014 was read, and whether its numbers outlived later amendments was not. */
export const disclosureRegulation = articlesOf('企业信息公示暂行条例', '2014-10-01', 'memory');
export const urbanCollectiveRegulation = articlesOf('城镇集体所有制企业条例', '1992-01-01');
export const ruralCollectiveRegulation = articlesOf('乡村集体所有制企业条例', '1990-07-01');

/** 企业国有资产法, whose text was not read: its numbers are from memory. */
export const stateAssetsLaw = articlesOf('企业国有资产法', '2009-05-01', 'memory');

/** SAMR order 82. */
export const nameMeasures = articlesOf('企业名称登记管理规定实施办法', '2023-10-01', 'memory');
/** SAMR order 95. */
export const companyMeasures = articlesOf('公司登记管理实施办法', '2025-02-10', 'memory');
/** SAMR order 88. */
export const impostorRegistrationRules = articlesOf(
  '防范和查处假冒企业登记违法行为规定',
  '2024-03-15',
  'memory',
);
/** Order 3 of 2024 of the People's Bank and SAMR. */
export const beneficialOwnerMeasures = articlesOf('受益所有人信息管理办法', '2024-11-01', 'memory');

/** Lapsed on 2022-03-01 (条例 第五十五条). */
export const formerCompanyRegulation = articlesOf('公司登记管理条例', '1994-07-01', 'seen', '2022-03-01');
/** Lapsed on 2022-03-01 (条例 第五十五条). */
export const formerLegalPersonRegulation = articlesOf(
  '企业法人登记管理条例',
  '1988-07-01',
  'seen',
  '2022-03-01',
);
/** Lapsed on 2022-11-01 (促进个体工商户发展条例 第三十九条). */
export const formerIndividualBusinessRegulation = articlesOf(
  '个体工商户条例',
  '2011-11-01',
  'seen',
  '2022-11-01',
);
