import type { Item } from '../../../lib/domain/standard/item.ts';
import { askedOf } from '../../rules/conversion.ts';
import { convertedItem } from '../converted-item.ts';
import { establishSoleProprietorship } from '../establish-sole-proprietorship/item.ts';
import { asked } from '../establish-sole-proprietorship/persons.ts';
import {
  convertIntoSoleProprietorshipFacts,
  type FiledIntoSoleProprietorship,
  type IntoSoleProprietorshipFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 个体工商户转型为个人独资企业 (实施细则 第三十七条第三款, 促进个体工商户发展条例 第十三条). */
export const convertIntoSoleProprietorship: Item<FiledIntoSoleProprietorship, IntoSoleProprietorshipFacts> =
  convertedItem(establishSoleProprietorship, {
    id: 'convert-individual-business-into-sole-proprietorship',
    name: {
      zh: '个体工商户转型为个人独资企业登记',
      en: 'Individual business turning into a sole proprietorship',
    },
    filed: convertIntoSoleProprietorshipFacts,
    standard: standard202502,
    asked: askedOf<IntoSoleProprietorshipFacts>(asked),
  });
