/**
 * The one form in which codes and document numbers are checked, hashed and stored: NFKC (full-width
 * digits become ASCII), no surrounding space, upper case. An inner space stays and makes the number malformed.
 */
export const normaliseIdentifier = (text: string): string => text.normalize('NFKC').trim().toUpperCase();
