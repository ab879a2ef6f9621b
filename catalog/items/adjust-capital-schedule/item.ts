import type { Item } from '../../../lib/domain/standard/item.ts';
import { subjectIn } from '../filed-member.ts';
import {
  adjustCapitalScheduleFacts,
  deriveSchedule,
  type FiledSchedule,
  type ScheduleFacts,
} from './facts.ts';
import { asked, standard202502 } from './standard.ts';

/** 调整出资期限, of companies. */
export const adjustCapitalSchedule: Item<FiledSchedule, ScheduleFacts> = {
  id: 'adjust-capital-schedule',
  kind: 'record-filing',
  name: { zh: '公司调整出资期限', en: 'Adjusting by when capital is paid' },
  guidance: [
    {
      zh: '2024年6月30日前登记设立的有限责任公司，剩余出资期限自2027年7月1日起超过五年的，应当在2027年6月30日前调整至五年内（不晚于2032年6月30日）；股份有限公司的发起人应当在2027年6月30日前缴足股款',
      en: 'A limited company registered by 2024-06-30 with terms of more than five years from 2027-07-01 adjusts them by 2027-06-30, to end by 2032-06-30; promoters of a company by shares pay in full by 2027-06-30',
    },
    {
      zh: '2024年7月1日以后成立的有限责任公司，出资期限不超过成立之日起五年；减少注册资本另行办理变更登记',
      en: 'A limited company established later has its capital paid within five years of establishment; a reduction is a change of what is registered',
    },
    {
      zh: '自相关信息产生之日起二十个工作日内通过国家企业信用信息公示系统公示',
      en: 'What changes is published in the publicity system within 20 working days',
    },
  ],
  filed: adjustCapitalScheduleFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveSchedule,
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { enterprise }) => {
    const subjectOf = subjectIn(facts);
    const entries = new Map(filed.schedule.map((entry) => [subjectOf(entry), entry]));
    return {
      kind: 'amend',
      content: {
        members: (enterprise?.members ?? []).map((member) => {
          const entry = entries.get(member.subject);
          if (entry === undefined) return member;
          const { payBy, paidFen } = entry;
          return { ...member, payBy, ...(paidFen !== undefined && { paidFen }) };
        }),
      },
      licence: 'keep',
    };
  },
};
