/**
 * A document number as answers show it: its first and last character, so that somebody who holds the document
 * can recognise it and nobody else can complete it (the birth date inside a citizen number is covered whole).
 * Of a number shorter than five characters nothing is shown.
 */
export function maskDocumentNumber(number: string): string {
  const characters = [...number];
  if (characters.length < 5) return '*'.repeat(characters.length);
  return `${characters[0]}${'*'.repeat(characters.length - 2)}${characters.at(-1)}`;
}

/**
 * A natural person's name as answers show it: the first character and always two stars, which hides the length.
 * A compound surname (欧阳) is cut as well, since no list of them is complete and showing less is never wrong.
 */
export function maskPersonName(name: string): string {
  const [first, second] = [...name.trim()];
  return first === undefined || second === undefined ? '**' : `${first}**`;
}
