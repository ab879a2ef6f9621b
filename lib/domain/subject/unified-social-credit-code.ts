import { normaliseIdentifier } from './normalise-identifier.ts';
import { isOrganisationCode } from './organisation-code.ts';

/**
 * `bad-check`: the 18th character is wrong. `bad-body-check`: only the organisation code inside fails its own
 * check (GB 11714). Real data holds codes of both kinds: our forms refuse `bad-check`, what other departments
 * publish is accepted with a mark.
 */
export type CodeState = 'valid' | 'bad-check' | 'bad-body-check' | 'malformed';

export type ClassifiedCode =
  | { readonly code: string; readonly state: 'malformed' }
  | {
      /** The code as normalised. */
      readonly code: string;
      readonly state: Exclude<CodeState, 'malformed'>;
      /** Registering department (登记管理部门) and class of organisation (机构类别), `91` for an enterprise. */
      readonly registrantClass: string;
      /** Division of the first registering authority. Often withdrawn since; never tells where a subject is now. */
      readonly division: string;
      /** Organisation code (主体标识码) with its check character. */
      readonly body: string;
    };

/** Values 0 to 30. I, O, S, V and Z are left out, so a letter's value does not follow from its place in ASCII. */
export const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const UNCHECKED = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The 18th character (GB 32100-2015): 31 less the weighted sum modulo 31, where 31 is written `0`.
 *
 * @throws RangeError unless given the first seventeen characters of a code.
 */
export function unifiedCheckCharacter(first17: string): string {
  if (!UNCHECKED.test(first17)) throw new RangeError(`Not the first 17 characters of a code: ${first17}`);
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function stateOf(code: string, body: string): Exclude<CodeState, 'malformed'> {
  if (unifiedCheckCharacter(code.slice(0, 17)) !== code.charAt(17)) return 'bad-check';
  return isOrganisationCode(body) ? 'valid' : 'bad-body-check';
}

/** Normalises a unified social credit code (统一社会信用代码) and says how far it can be trusted. */
export function classifyUnifiedSocialCreditCode(text: string): ClassifiedCode {
  const code = normaliseIdentifier(text);
  if (!SHAPE.test(code)) return { code, state: 'malformed' };
  const body = code.slice(8, 17);
  return {
    code,
    state: stateOf(code, body),
    registrantClass: code.slice(0, 2),
    division: code.slice(2, 8),
    body,
  };
}

/**
 * A new code. `registrantClass` is the first two characters (`91` for an enterprise), `division` the six digits
 * of the registering authority's division, `body` an organisation code with its check character.
 *
 * @throws RangeError when a part has another form, or the body fails its check.
 */
export function composeUnifiedSocialCreditCode(parts: {
  readonly registrantClass: string;
  readonly division: string;
  readonly body: string;
}): string {
  const { registrantClass, division, body } = parts;
  const aligned = registrantClass.length === 2 && division.length === 6;
  if (!aligned || !isOrganisationCode(body))
    throw new RangeError(`Not the parts of a code: ${Object.values(parts)}`);
  const first17 = registrantClass + division + body;
  return first17 + unifiedCheckCharacter(first17);
}
