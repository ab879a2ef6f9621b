import { companyLaw, implementingRules } from '../../laws.ts';
import type { Contribution } from '../contributions.ts';
import type { AskedMaterial } from '../materials.ts';
import type { JointStockCapital } from './shares.ts';

interface Issuing extends Pick<JointStockCapital, 'establishment'> {
  readonly promoters: readonly Contribution[];
}

/**
 * 实施细则 第二十六条第二款 asks for them; of its proof of capital verification 公司法 第一百零一条 has left only that
 * of an offer to the public, and stands beside it wherever it is cited.
 */
const ofShares = [implementingRules('第二十六条第二款'), companyLaw('第一百零一条')];

/** Of money nothing is transferred, nor of the net assets of an enterprise that itself becomes the company. */
const HELD_ALREADY: readonly string[] = ['money', 'net-assets'];

const isPublic = ({ establishment }: Issuing): boolean => establishment.by === 'public-offer';
const whenPublic = { zh: '向社会公开募集股份的', en: 'where shares are offered to the public' };

export const shareMaterials: readonly AskedMaterial<
  Issuing,
  'capital-verification' | 'securities-registration' | 'property-transfer-proof'
>[] = [
  {
    id: 'capital-verification',
    name: {
      zh: '依法设立的验资机构出具的验资证明（向社会公开募集的提交）',
      en: 'Proof of capital verification, where shares are offered to the public',
    },
    articles: ofShares,
    needed: isPublic,
    when: whenPublic,
  },
  {
    id: 'securities-registration',
    name: {
      zh: '国务院证券监督管理机构的注册文件（向社会公开募集的提交）',
      en: 'Registration of the offer by the securities regulator, where shares are offered to the public',
    },
    articles: [companyLaw('第一百五十四条第一款'), ...ofShares],
    needed: isPublic,
    when: whenPublic,
  },
  {
    id: 'property-transfer-proof',
    name: {
      zh: '已办理财产权转移手续的证明文件（发起人以非货币财产出资的提交）',
      en: 'Proof that contributions in kind were transferred, where promoters make any',
    },
    articles: [companyLaw('第九十八条第二款'), companyLaw('第四十九条第二款'), ...ofShares],
    needed: ({ promoters }) =>
      promoters.some(({ methods }) => methods.some((method) => !HELD_ALREADY.includes(method))),
    when: { zh: '发起人以非货币财产出资的', en: 'where a promoter contributes in kind' },
  },
];
