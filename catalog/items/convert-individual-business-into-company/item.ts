import type { Item } from '../../../lib/domain/standard/item.ts';
import { askedOf } from '../../rules/conversion.ts';
import { convertedItem } from '../converted-item.ts';
import { asked } from '../establish-company/asked.ts';
import { establishCompany } from '../establish-company/item.ts';
import { convertIntoCompanyFacts, type FiledIntoCompany, type IntoCompanyFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 个体工商户转型为有限责任公司 (实施细则 第三十七条第三款, 促进个体工商户发展条例 第十三条). */
export const convertIntoCompany: Item<FiledIntoCompany, IntoCompanyFacts> = convertedItem(establishCompany, {
  id: 'convert-individual-business-into-company',
  name: { zh: '个体工商户转型为有限责任公司登记', en: 'Individual business turning into a limited company' },
  filed: convertIntoCompanyFacts,
  standard: standard202502,
  asked: askedOf<IntoCompanyFacts>(asked),
});
