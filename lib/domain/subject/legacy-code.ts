import { normaliseIdentifier } from './normalise-identifier.ts';
import { isOrganisationCode } from './organisation-code.ts';

const REGISTRATION_NUMBER = /^\d{15}$/;
const HYPHENED = /^([0-9A-Z]{8})-([0-9A-Z])$/;

/**
 * Whether fifteen digits are a registration number (注册号, GS 15-2006) by their check digit (ISO 7064 MOD 11,10; from
 * memory). Without it they could as well be an old number of a person, which must not be taken for a code.
 */
function isRegistrationNumber(number: string): boolean {
  if (!REGISTRATION_NUMBER.test(number)) return false;
  const product = [...number.slice(0, 14)].reduce(
    (p, digit) => (((p + Number(digit)) % 10 || 10) * 2) % 11,
    10,
  );
  return (product + Number(number.charAt(14))) % 10 === 1;
}

/** The one form of an organisation's code: as every identifier, an organisation code (8+1) without its hyphen. */
export const normaliseCode = (text: string): string =>
  normaliseIdentifier(text).replace(HYPHENED, (_, body: string, check: string) => body + check);

/**
 * A code of before the unified ones: a registration number (15 digits) or an organisation code (组织机构代码, 8+1, GB 11714),
 * as normalised. Real records still bear them: they are kept with a mark.
 */
export const isLegacyCode = (code: string): boolean => isRegistrationNumber(code) || isOrganisationCode(code);
