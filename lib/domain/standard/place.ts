export type Level = 'county' | 'prefecture' | 'province';

/** A division word a company name may be headed by, and of which kind it is (so that places can be swapped). */
export interface PlaceWord {
  readonly text: string;
  readonly kind: string;
}

/**
 * All that rules may know of a place (住所条件): never its code, never its jurisdiction.
 *
 * `districtWords` are the place's words that are admissible only behind the word of their city
 * (企业名称登记管理规定 第七条: 市辖区 must be combined with the city).
 */
export interface PlaceTerms {
  readonly nameWords: readonly PlaceWord[];
  readonly districtWords: readonly string[];
  readonly authorityLevel: Level;
  readonly urbanDistrict: boolean;
}
