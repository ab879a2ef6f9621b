import type { Item } from '../../../lib/domain/standard/item.ts';
import { askedOf } from '../../rules/conversion.ts';
import { convertedItem } from '../converted-item.ts';
import { establishPartnership } from '../establish-partnership/item.ts';
import { asked } from '../establish-partnership/persons.ts';
import {
  convertIntoPartnershipFacts,
  type FiledIntoPartnership,
  type IntoPartnershipFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 个体工商户转型为合伙企业 (实施细则 第三十七条第三款, 促进个体工商户发展条例 第十三条). */
export const convertIntoPartnership: Item<FiledIntoPartnership, IntoPartnershipFacts> = convertedItem(
  establishPartnership,
  {
    id: 'convert-individual-business-into-partnership',
    name: { zh: '个体工商户转型为合伙企业登记', en: 'Individual business turning into a partnership' },
    filed: convertIntoPartnershipFacts,
    standard: standard202502,
    asked: askedOf<IntoPartnershipFacts>(asked),
  },
);
