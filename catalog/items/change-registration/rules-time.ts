import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  civilCode,
  companyLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import type { ChangeFacts } from './facts.ts';
import { announcement } from './rules-reduction.ts';

export const DAYS = 30;
/** 合伙企业法 第十三条 and 个人独资企业法 第十五条, which rank above 条例 第二十四条 [inference]. */
export const DAYS_BY_LAW = 15;
const BY_LAW: readonly EnterpriseType[] = ['partnership', 'sole-proprietorship'];

const periodArticles = [
  registrationRegulation('第二十四条第一款'),
  partnershipLaw('第十三条'),
  soleProprietorshipLaw('第十五条'),
];

export const timeRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'change.decided-later',
    articles: [implementingRules('第三十一条第一款')],
    zh: '作出变更决议、决定或者法定变更事项发生之日（{decidedOn}）晚于申请之日',
    en: 'The decision or event ({decidedOn}) is later than the day of filing',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  /*
   * Late is no ground for refusal: the authority orders correction (条例 第四十六条). Where law has a reduction wait for
   * its announcement, the thirty days follow that [inference]: they would be over before it may be filed otherwise.
   */
  note({
    id: 'change.late',
    articles: [...periodArticles, registrationRegulation('第四十六条'), civilCode('第二百零三条第一款')],
    zh: '申请晚于期限（{days} 日，至 {latest}）：不影响登记；未依法办理变更登记的，由登记机关责令改正',
    en: 'This is filed after its {days} days, which ended on {latest}: it is registered all the same, and correction may be ordered',
    check: onEnterprise((enterprise, { facts, on }) => {
      const days = BY_LAW.includes(enterprise.type) ? DAYS_BY_LAW : DAYS;
      if (facts.reduction?.kind !== 'ordinary') {
        const latest = lastDayWithin(facts.decidedOn, days);
        return when(on > latest, '/decidedOn', { days, latest });
      }
      const announced = announcement(enterprise, facts);
      if (announced === undefined) return NONE;
      const latest = lastDayWithin(announced.endsOn, days);
      return when(on > latest, '/decidedOn', { days, latest });
    }),
  }),
  ...forTypes<ChangeFacts>(
    ['limited-company', 'joint-stock-company'],
    [
      note({
        id: 'change.head-named-late',
        articles: [companyLaw('第十条第三款'), civilCode('第二百零三条第一款')],
        zh: '公司应当自法定代表人辞任之日起三十日内（至 {latest}）确定新的法定代表人',
        en: 'The company names a new legal representative within 30 days of the resignation, which was by {latest}',
        check: ({ facts: { changes, decidedOn } }) => {
          const resignedOn = changes.legalRepresentative?.formerResignedOn;
          if (resignedOn === undefined) return NONE;
          const latest = lastDayWithin(resignedOn, DAYS);
          return when(decidedOn > latest, '/changes/legalRepresentative/formerResignedOn', { latest });
        },
      }),
    ],
  ),
];

/** As anyone may read them. */
export const filedWithin = [
  {
    days: DAYS,
    from: {
      zh: '自作出变更决议、决定或者法定变更事项发生之日起（合伙企业、个人独资企业除外）',
      en: 'From the decision or the event that law makes a change; partnerships and sole proprietorships have less',
    },
    articles: periodArticles,
  },
  {
    days: DAYS_BY_LAW,
    from: {
      zh: '合伙企业自作出变更决定或者发生变更事由之日起；个人独资企业自作出变更决定之日起',
      en: 'Partnerships: from the decision or the event; sole proprietorships: from the decision',
    },
    articles: [partnershipLaw('第十三条'), soleProprietorshipLaw('第十五条')],
  },
  {
    days: DAYS,
    from: {
      zh: '分支机构登记事项随所从属市场主体变更的，自其变更登记之日起',
      en: 'Branches whose registered items change with those of their enterprise: from the registration of that change',
    },
    articles: [implementingRules('第三十一条第二款')],
  },
  {
    days: DAYS,
    from: {
      zh: '经营范围属于依法须经批准的，自批准之日起；许可证或者批准文件被吊销、撤销或者有效期届满的，自该日起',
      en: 'A scope that needs approval: from the approval, or from the day it was withdrawn or ended',
    },
    articles: [registrationRegulation('第二十六条')],
  },
] as const;
