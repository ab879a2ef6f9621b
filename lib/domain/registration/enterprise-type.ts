/** The types of enterprises that are registered (市场主体登记管理条例 第二条, 实施细则 第九条). */
export const enterpriseTypes = [
  'limited-company',
  'joint-stock-company',
  'non-company-legal-person',
  'sole-proprietorship',
  'partnership',
  'cooperative',
  'individual-business',
  'branch',
] as const;

export type EnterpriseType = (typeof enterpriseTypes)[number];

/** Who stands for an enterprise: 法定代表人, 执行事务合伙人, 投资人, 经营者, 负责人. */
export type HeadTitle =
  | 'legal-representative'
  | 'managing-partner'
  | 'investor'
  | 'operator'
  | 'person-in-charge';

/** What its seat is called: 住所, 主要经营场所, 经营场所. */
export type PlaceTitle = 'domicile' | 'principal-place' | 'place-of-business';

/** What its capital is called: 注册资本, 出资额. */
export type CapitalTitle = 'registered-capital' | 'contribution';

/** What law calls the parts of one type, and what heads its code. */
export interface TypeTerms {
  readonly head: HeadTitle;
  readonly place: PlaceTitle;
  /** `undefined`: the type has no capital that is registered. */
  readonly capital?: CapitalTitle;
  /** First two characters of its code (GB 32100): market regulation, and the class of organisation. */
  readonly codeClass: '91' | '92' | '93';
}

/** 实施细则 第六条, 第二十三条. */
export const termsOfType = {
  'limited-company': {
    head: 'legal-representative',
    place: 'domicile',
    capital: 'registered-capital',
    codeClass: '91',
  },
  'joint-stock-company': {
    head: 'legal-representative',
    place: 'domicile',
    capital: 'registered-capital',
    codeClass: '91',
  },
  'non-company-legal-person': {
    head: 'legal-representative',
    place: 'domicile',
    capital: 'contribution',
    codeClass: '91',
  },
  'sole-proprietorship': { head: 'investor', place: 'domicile', capital: 'contribution', codeClass: '91' },
  partnership: {
    head: 'managing-partner',
    place: 'principal-place',
    capital: 'contribution',
    codeClass: '91',
  },
  cooperative: { head: 'legal-representative', place: 'domicile', capital: 'contribution', codeClass: '93' },
  'individual-business': { head: 'operator', place: 'place-of-business', codeClass: '92' },
  branch: { head: 'person-in-charge', place: 'place-of-business', codeClass: '91' },
} as const satisfies Record<EnterpriseType, TypeTerms>;
