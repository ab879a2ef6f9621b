import type { Article, Confidence } from '../lib/domain/standard/provenance.ts';
import { type PlainDate, plainDate } from '../lib/domain/time/plain-date.ts';

/** Makes the articles of one law; `confidence` is how far its text was read, unless an article says otherwise. */
const articlesOf =
  (law: string, validFrom: PlainDate, confidence: Confidence = 'seen') =>
  (article: string, mark: Confidence = confidence): Article => ({
    law,
    article,
    validFrom,
    confidence: mark,
  });

/** 公司法, revision of 2023. */
export const companyLaw = articlesOf('公司法', plainDate('2024-07-01'));
export const civilCode = articlesOf('民法典', plainDate('2021-01-01'));
/** State Council order 746. */
export const registrationRegulation = articlesOf('市场主体登记管理条例', plainDate('2022-03-01'));
/** SAMR order 52. */
export const implementingRules = articlesOf('市场主体登记管理条例实施细则', plainDate('2022-03-01'));
export const nameProvisions = articlesOf('企业名称登记管理规定', plainDate('2021-03-01'));
/** State Council order 737. */
export const fundraisingRegulation = articlesOf('防范和处置非法集资条例', plainDate('2021-05-01'));
/** SAMR order 82. */
export const nameMeasures = articlesOf('企业名称登记管理规定实施办法', plainDate('2023-10-01'), 'memory');
/** SAMR order 95. */
export const companyMeasures = articlesOf('公司登记管理实施办法', plainDate('2025-02-10'), 'memory');
/** Order 3 of 2024 of the People's Bank and SAMR. */
export const beneficialOwnerMeasures = articlesOf(
  '受益所有人信息管理办法',
  plainDate('2024-11-01'),
  'memory',
);
