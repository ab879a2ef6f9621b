/**
 * One Chinese character (汉字) of a name, as the source of a pattern (企业名称登记管理规定 第五条). The script holds more
 * than characters: a radical (⼭, U+2F2D) looks like 山 and is not the same, so that a name with one would pass by every
 * comparison with 山; 々 and 〡 are signs. 〇 is written as a numeral [inference].
 */
export const HAN_CHARACTER = '[\\p{Unified_Ideograph}〇]';

const SCRIPT_ALONE = /^\p{Script=Han}$/u;

/** A character that a name may not hold, so that one sees which: a space shows nothing, and a radical another character. */
export function shownCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (character.trim() === '') return code;
  return SCRIPT_ALONE.test(character) ? `${character}(${code})` : character;
}
