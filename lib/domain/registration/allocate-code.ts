import { organisationCheckCharacter } from '../subject/organisation-code.ts';
import { ALPHABET, composeUnifiedSocialCreditCode } from '../subject/unified-social-credit-code.ts';

/** First two characters of every enterprise's code: registered by market regulation, an enterprise (GB 32100). */
const ENTERPRISE = '91';
const SERIAL_LENGTH = 6;

/** How many bodies one prefix of two characters can give. */
export const BODIES_PER_PREFIX = ALPHABET.length ** SERIAL_LENGTH;

function serialCharacters(serial: number): string {
  let rest = serial;
  let characters = '';
  for (let place = 0; place < SERIAL_LENGTH; place += 1) {
    characters = ALPHABET.charAt(rest % ALPHABET.length) + characters;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return characters;
}

/**
 * The code of the enterprise that takes this serial number; `division` is the registering authority's.
 *
 * @throws RangeError when the prefix has no such serial any more.
 */
export function allocateCode(
  prefix: string,
  serial: number,
  division: string,
): { readonly code: string; readonly body: string } {
  if (serial < 0 || serial >= BODIES_PER_PREFIX)
    throw new RangeError(`Prefix ${prefix} has no serial ${serial}`);
  const stem = prefix + serialCharacters(serial);
  const body = stem + organisationCheckCharacter(stem);
  return { code: composeUnifiedSocialCreditCode({ registrantClass: ENTERPRISE, division, body }), body };
}
