import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { asked } from '../../rules/companies/becoming-step.ts';
import { become } from '../becoming-outcome.ts';
import {
  changeCompanyTypeFacts,
  deriveTypeChange,
  type FiledTypeChange,
  type TypeChangeFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 公司变更类型 (公司法 第十二条, 实施细则 第三十七条第一款); decided by whoever registers the type to be. */
export const changeCompanyType: Item<FiledTypeChange, TypeChangeFacts> = {
  id: 'change-company-type',
  kind: 'registration',
  name: { zh: '公司类型变更登记', en: 'Change of the type of a company' },
  guidance: [
    {
      zh: '公司变更前的债权、债务由变更后的公司承继（公司法 第十二条第二款）；统一社会信用代码和成立日期不变，换发营业执照',
      en: 'What the company owed and was owed it goes on to owe and be owed; its code and day of establishment stay, and its licence is issued anew',
    },
    {
      zh: '股份有限公司由地市级以上登记机关登记：变更后的类型由其他登记机关登记的，向该登记机关申请',
      en: 'Companies limited by shares are registered at prefecture level or above: where another authority registers the type to be, the company files there',
    },
    {
      zh: '减少注册资本，变更住所、经营范围，转让股权的，另行申请变更登记；发行类别股的公司，决议还应当经类别股股东会议三分之二以上通过（公司法 第一百四十六条）',
      en: 'A reduction of capital, another place or scope, and transfers of shares are changes of their own; a company with classes of shares needs two thirds of each class as well',
    },
  ],
  filed: changeCompanyTypeFacts,
  standards: [standard202502],
  matter: ({ enterprise, into }) => ({
    about: 'enterprise',
    code: enterprise,
    becomes: { type: into.type },
  }),
  derive: deriveTypeChange,
  claimedName: ({ name }) => claimedNameOf(name),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, context) => {
    const { capitalFen = 0 } = context.enterprise ?? {};
    return become(filed, facts, context, filed.into.registeredCapitalFen > capitalFen);
  },
};
