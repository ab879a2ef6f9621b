import { isPlainDate, type PlainDate } from '../time/plain-date.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';

export type CitizenNumberFault = 'malformed' | 'bad-check' | 'impossible-date' | 'future-birth';

export type JudgedCitizenNumber =
  | { readonly valid: true; readonly bornOn: PlainDate }
  | { readonly valid: false; readonly reason: CitizenNumberFault };

const SHAPE = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

function hasRightCheck(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return CHECKS.charAt(sum % 11) === number.charAt(17);
}

/**
 * Judges a citizen number (公民身份号码, GB 11643) on a day; somebody born on that very day has a number.
 *
 * The first six digits are not looked at: they name the division of first issue, which may have been withdrawn,
 * and residence permits that share this form use numbers that are no division at all.
 */
export function judgeCitizenNumber(text: string, on: PlainDate): JudgedCitizenNumber {
  const number = normaliseIdentifier(text);
  if (!SHAPE.test(number)) return { valid: false, reason: 'malformed' };
  if (!hasRightCheck(number)) return { valid: false, reason: 'bad-check' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(bornOn)) return { valid: false, reason: 'impossible-date' };
  return bornOn > on ? { valid: false, reason: 'future-birth' } : { valid: true, bornOn };
}
