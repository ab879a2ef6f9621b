import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { AddressFacts } from '../items/filed-address.ts';
import { registrationRegulation } from '../laws.ts';
import { type Lens, through } from './lens.ts';
import { defect, when } from './rule.ts';

const HAN = /\p{Script=Han}/u;

/** What law calls the place: 住所, 主要经营场所 or 经营场所 by the type of the enterprise (条例 第八条). */
export interface AddressWord extends Bilingual {
  /** The article that says so for this type, behind the one for all (条例 第十一条第一款). */
  readonly articles: readonly Article[];
}

export const addressRules = <Facts>(
  address: Lens<Facts, Pick<AddressFacts, 'detail'>>,
  { zh, en, articles }: AddressWord,
): readonly Rule<Facts>[] =>
  through(address, [
    defect({
      id: 'address.detail',
      articles: [registrationRegulation('第十一条第一款'), ...articles],
      zh: `${zh}应当写明街道（乡镇、村）和门牌`,
      en: `The ${en} has to name street (or village) and number`,
      check: ({ facts }) => when(!HAN.test(facts.detail), '/detail'),
    }),
  ]);
