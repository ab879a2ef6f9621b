import { addDays, type PlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';
import type { InventedPerson } from '../personas.ts';
import type { Random } from './random.ts';

const SURNAMES = [...'林何周安江沈顾叶程苏陆秦梁宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜'];
const GIVEN = [...'望舒知远晓岚启明若素云帆清和秋以见微怀谷川景行慕白听澜书瑶子衿'];
/** None of them stands in a word that a name may not hold. */
const TRADE = [...'云岫听松望舒青禾晚沐雪杉竹澜溪霁岚枫棠荷萤汀皋砚墨弦笙瑾瑜琅璃'];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const FIRST_BIRTH = plainDate('1962-01-01');
const BIRTHS = 14_000;

const repeat = (count: number, of: () => string): string => Array.from({ length: count }, of).join('');

/** A number with its right check character; its sequence part is 000, so that it is nobody's. */
export function numberOf(division: string, bornOn: PlainDate): string {
  const first17 = `${division}${bornOn.replaceAll('-', '')}000`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

/** Somebody who does not exist. */
export function inventPerson(random: Random, divisions: readonly string[]): InventedPerson {
  const bornOn = addDays(FIRST_BIRTH, random.below(BIRTHS));
  return {
    name: random.pick(SURNAMES) + repeat(1 + random.below(2), () => random.pick(GIVEN)),
    document: { kind: 'citizen-id', number: numberOf(random.pick(divisions), bornOn) },
  };
}

/** A trade name (字号) that most likely nobody has. */
export const inventTradeName = (random: Random): string =>
  repeat(3 + random.below(3), () => random.pick(TRADE));
