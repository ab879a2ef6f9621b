const STEM = /^[0-9A-Z]{8}$/;
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** 0–9 stand for themselves, A is 10 and Z is 35. */
const characterValue = (character: string): number => Number.parseInt(character, 36);

/**
 * The ninth character of an organisation code (GB 11714): 11 less the weighted sum modulo 11, where 10 is
 * written `X` and 11 is written `0`.
 *
 * @throws RangeError unless the stem is eight digits or capital letters.
 */
export function organisationCheckCharacter(stem: string): string {
  if (!STEM.test(stem))
    throw new RangeError(`Not the first eight characters of an organisation code: ${stem}`);
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * characterValue(stem.charAt(at)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/** True for nine characters, without a hyphen, whose check character is right. */
export const isOrganisationCode = (code: string): boolean =>
  code.length === 9 &&
  STEM.test(code.slice(0, 8)) &&
  organisationCheckCharacter(code.slice(0, 8)) === code.charAt(8);
