import { organisationCheckCharacter } from '../subject/organisation-code.ts';
import { ALPHABET, composeUnifiedSocialCreditCode } from '../subject/unified-social-credit-code.ts';

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

export interface Allocation {
  readonly prefix: string;
  readonly serial: number;
  /** The registering authority's. */
  readonly division: string;
  /** First two characters: registered by market regulation, and the class of organisation (GB 32100). */
  readonly codeClass: '91' | '92' | '93';
}

/**
 * The code of the enterprise that takes this serial number.
 *
 * @throws RangeError when the prefix has no such serial any more.
 */
export function allocateCode({ prefix, serial, division, codeClass }: Allocation): {
  readonly code: string;
  readonly body: string;
} {
  if (serial < 0 || serial >= BODIES_PER_PREFIX)
    throw new RangeError(`Prefix ${prefix} has no serial ${serial}`);
  const stem = prefix + serialCharacters(serial);
  const body = stem + organisationCheckCharacter(stem);
  return { code: composeUnifiedSocialCreditCode({ registrantClass: codeClass, division, body }), body };
}
