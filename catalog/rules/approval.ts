import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Case, Rule } from '../../lib/domain/standard/standard.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import type { Approval } from '../items/filed-approval.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { defect, NONE, review, when } from './rule.ts';

interface WithApproval {
  readonly approval?: Approval | undefined;
}

export interface ApprovalOf<Facts> {
  /** Where one that is needed for nothing is filed all the same, it may be of any age. */
  readonly needed: (examined: Case<Facts>) => boolean;
  /** Who has it approved, and by which article. */
  readonly articles: readonly Article[];
  readonly missing: Bilingual;
  /** 设立, 改制: what is approved. */
  readonly what: Bilingual;
}

const inForce = [registrationRegulation('第二十一条第二款'), implementingRules('第二十二条第一款')];
const DAYS_WITHOUT_TERM = 90;

/** That somebody approved it beforehand, and that the approval holds; it stands at `/approval`. */
export const approvalRules = <Facts extends WithApproval>({
  needed,
  articles,
  missing,
  what,
}: ApprovalOf<Facts>): readonly Rule<Facts>[] => {
  const neededApproval = (examined: Case<Facts>) => (needed(examined) ? examined.facts.approval : undefined);
  return [
    defect({
      id: 'approval.missing',
      articles: [...articles, registrationRegulation('第二十一条第二款')],
      ...missing,
      check: (examined) => when(needed(examined) && examined.facts.approval === undefined, '/approval'),
    }),
    defect({
      id: 'approval.later',
      articles: [...inForce],
      zh: '批准（确认）日期 {approvedOn} 尚未到',
      en: 'The day of approval or confirmation, {approvedOn}, is still to come',
      check: (examined) =>
        (['approvedOn', 'confirmedOn'] as const).flatMap((field) => {
          const told = neededApproval(examined)?.[field];
          return told !== undefined && told > examined.on
            ? [{ path: `/approval/${field}`, values: { approvedOn: told } }]
            : [];
        }),
    }),
    /* The last day of an approval counts (民法典 第二百零三条). */
    defect({
      id: 'approval.ended',
      articles: [...inForce],
      zh: '应当在批准文件有效期内申请登记：批准文件有效期至 {validUntil}',
      en: 'Registration is applied for while the approval holds: it held until {validUntil}',
      check: (examined) => {
        const validUntil = neededApproval(examined)?.validUntil;
        return validUntil !== undefined && examined.on > validUntil
          ? [{ path: '/approval/validUntil', values: { validUntil } }]
          : NONE;
      },
    }),
    /* Day 90 still counts; what was confirmed stands as if given on that day [inference]. */
    defect({
      id: 'approval.unconfirmed',
      articles: [implementingRules('第二十二条第一款')],
      zh: '批准文件未规定有效期限，自批准（确认）之日 {approvedOn} 起超过九十日：应当报审批机关确认其效力或者另行报批',
      en: 'The approval has no term and is more than 90 days old since {approvedOn}: its authority has to confirm it or give it anew',
      check: (examined) => {
        const { on } = examined;
        const approval = neededApproval(examined);
        if (approval === undefined || approval.validUntil !== undefined) return NONE;
        const { approvedOn, confirmedOn = approvedOn } = approval;
        const since = confirmedOn > approvedOn ? confirmedOn : approvedOn;
        return when(since <= on && on > addDays(since, DAYS_WITHOUT_TERM), '/approval/approvedOn', {
          approvedOn: since,
        });
      },
    }),
    /* That the document is genuine, and its authority the one that approves, is for an officer to see. */
    review({
      id: 'approval.given',
      articles: [...articles, implementingRules('第二十二条第一款')],
      admits: ['register', 'return', 'refuse'],
      zh: `应当核对${what.zh}的批准文件 {document}（{number}，{authority}）`,
      en: `Check the approval of the ${what.en}: {document} ({number}, {authority})`,
      check: (examined) => {
        const approval = neededApproval(examined);
        if (approval === undefined) return NONE;
        const { document, number, authority } = approval;
        return [{ path: '/approval', values: { document, number, authority } }];
      },
    }),
  ];
};
