import type { Bilingual } from '../../lib/domain/standard/provenance.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../laws.ts';
import { type AskedMaterial, always } from './materials.ts';

/** 实施细则 第四十七条; both are published beforehand too (条例 第三十三条第二款), which is `needed` by one notice only. */
export const simpleMaterials = <Facts>(
  needed: (facts: Facts) => boolean = always,
  when?: Bilingual,
): readonly AskedMaterial<Facts, 'application-form' | 'investors-commitment'>[] => [
  {
    id: 'application-form',
    name: { zh: '简易注销登记申请书', en: 'Application for a simple cancellation' },
    articles: [implementingRules('第四十七条'), registrationRegulation('第三十三条第二款')],
    needed,
    ...(when && { when }),
  },
  {
    id: 'investors-commitment',
    name: { zh: '全体投资人承诺书', en: 'Commitment of all investors' },
    articles: [
      implementingRules('第四十七条'),
      registrationRegulation('第三十三条第一款'),
      companyLaw('第二百四十条第一款'),
    ],
    needed,
    ...(when && { when }),
  },
];
