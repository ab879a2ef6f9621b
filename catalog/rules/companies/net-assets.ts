import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import type { BecomingFacts } from '../../items/filed-becoming-company.ts';
import { companyLaw } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { defect, NONE, review, when } from '../rule.ts';

interface NetAssetsOf {
  /** Whether the capital is what net assets are converted into. */
  readonly needed: (examined: Case<BecomingFacts>) => boolean;
  readonly articles: readonly Article[];
}

/** 折合的实收股本总额不得高于公司净资产额 (公司法 第一百零八条). */
export const netAssetRules = ({ needed, articles }: NetAssetsOf): readonly Rule<BecomingFacts>[] => {
  const told = (examined: Case<BecomingFacts>) => (needed(examined) ? examined.facts.netAssets : undefined);
  return [
    defect({
      id: 'net-assets.missing',
      articles,
      zh: '应当填报净资产额和折合的实收股本（出资）总额',
      en: 'The net assets have to be told, and the capital they are converted into',
      check: (examined) => when(needed(examined) && examined.facts.netAssets === undefined, '/netAssets'),
    }),
    defect({
      id: 'net-assets.exceeded',
      articles,
      zh: '折合的实收股本（出资）总额（{converted} 元）不得高于净资产额（{total} 元）',
      en: 'The capital that net assets are converted into ({converted} yuan) may not exceed them ({total} yuan)',
      check: (examined) => {
        const { convertedFen = 0, totalFen = 0 } = told(examined) ?? {};
        return when(convertedFen > totalFen, '/netAssets/convertedFen', {
          convertedFen,
          totalFen,
          converted: inYuan(convertedFen),
          total: inYuan(totalFen),
        });
      },
    }),
    defect({
      id: 'net-assets.more-than-capital',
      articles: [companyLaw('第九十六条第一款'), companyLaw('第四十七条第一款')],
      zh: '折合的实收股本（出资）总额（{converted} 元）是注册资本（{capital} 元）的全部或者一部分',
      en: 'What net assets are converted into ({converted} yuan) is the registered capital ({capital} yuan) or a part of it',
      check: (examined) => {
        const { convertedFen = 0 } = told(examined) ?? {};
        const { registeredCapitalFen: capitalFen } = examined.facts.into;
        return when(convertedFen > capitalFen, '/netAssets/convertedFen', {
          convertedFen,
          capitalFen,
          converted: inYuan(convertedFen),
          capital: inYuan(capitalFen),
        });
      },
    }),
    /* Nothing keeps promoters from paying in more than the net assets give; what, no filing shows whole. */
    review({
      id: 'net-assets.rest-paid',
      articles: [companyLaw('第九十六条第一款'), companyLaw('第九十八条第一款')],
      admits: ['register', 'return'],
      zh: '注册资本（{capital} 元）高于净资产折合的实收股本总额（{converted} 元）：应当核实其余股款由发起人另行缴足',
      en: 'The capital ({capital} yuan) is more than the net assets are converted into ({converted} yuan): check that promoters paid the rest',
      check: (examined) => {
        const assets = told(examined);
        const { into } = examined.facts;
        if (assets === undefined || into.type !== 'joint-stock-company') return NONE;
        const { convertedFen } = assets;
        const { registeredCapitalFen: capitalFen, establishment } = into;
        const less = establishment.by === 'promotion' && convertedFen < capitalFen;
        return when(less, '/netAssets/convertedFen', {
          convertedFen,
          capitalFen,
          converted: inYuan(convertedFen),
          capital: inYuan(capitalFen),
        });
      },
    }),
    defect({
      id: 'net-assets.later',
      articles,
      zh: '净资产额的基准日（{asOf}）晚于申请之日',
      en: 'The day for which the net assets are told ({asOf}) is later than the day of filing',
      check: (examined) => {
        const { asOf } = told(examined) ?? {};
        return asOf !== undefined && asOf > examined.on
          ? [{ path: '/netAssets/asOf', values: { asOf } }]
          : NONE;
      },
    }),
  ];
};
