import type { EnterpriseEvidence, MemberEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Case, Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { capitalProvisions, companyLaw } from '../../laws.ts';
import { forTypes, onEnterprise } from '../enterprise.ts';
import { NONE, note, review, when } from '../rule.ts';

export const YEARS_TO_PAY = 5;

/** 令784 第二条第一款: a company registered up to this day has its schedule adjusted, or its shares paid, up to that. */
const OLD_UP_TO = plainDate('2024-06-30');
const ADJUST_UP_TO = plainDate('2027-06-30');
/** Five years from 2027-07-01: that day begins the period, so that the last is the one before it [inference]. */
const OLD_PAY_UP_TO = plainDate('2032-06-30');

/** Whether the company was there before 公司法 of 2023 was in force (第二百六十六条第二款). */
export const isOfOldLaw = ({ establishedOn }: Pick<EnterpriseEvidence, 'establishedOn'>): boolean =>
  establishedOn <= OLD_UP_TO;

export const mayStillAdjust = (on: PlainDate): boolean => on <= ADJUST_UP_TO;

/**
 * The last day by which what was subscribed before has to be paid: of a limited company five years from establishment
 * (公司法 第四十七条), of one by shares the day of establishment (第九十八条), and of either later, if it is of the old law.
 */
export function latestPayBy(enterprise: Pick<EnterpriseEvidence, 'type' | 'establishedOn'>): PlainDate {
  const { type, establishedOn } = enterprise;
  if (type === 'joint-stock-company') return isOfOldLaw(enterprise) ? ADJUST_UP_TO : establishedOn;
  return isOfOldLaw(enterprise) ? OLD_PAY_UP_TO : addYears(establishedOn, YEARS_TO_PAY);
}

/**
 * The last day by which one member pays: where the member took part in an increase, five years from its registration
 * (公司法 第二百二十八条第一款), if that is later. The register keeps one day for all a member has.
 */
export function latestPayByOf(
  enterprise: Pick<EnterpriseEvidence, 'type' | 'establishedOn'>,
  { increasedOn }: Pick<MemberEvidence, 'increasedOn'>,
): PlainDate {
  const latest = latestPayBy(enterprise);
  if (increasedOn === undefined || enterprise.type !== 'limited-company') return latest;
  const ofIncrease = addYears(increasedOn, YEARS_TO_PAY);
  return ofIncrease > latest ? ofIncrease : latest;
}

export const isPaid = ({ subscribedFen, paidFen }: Pick<MemberEvidence, 'subscribedFen' | 'paidFen'>) =>
  subscribedFen !== undefined && paidFen !== undefined && paidFen >= subscribedFen;

/** The terms of a member who may be paying too late. */
type Due = Pick<MemberEvidence, 'payBy' | 'subscribedFen' | 'paidFen' | 'increasedOn'>;

const articles = [capitalProvisions('第二条第一款'), companyLaw('第二百六十六条第二款')];

const values = (enterprise: EnterpriseEvidence) => ({
  latest: latestPayBy(enterprise),
  adjustBy: ADJUST_UP_TO,
});

/**
 * What is told of a company of the old law whose schedule still stands as that let it. `standing`: its members, as
 * they are once the filing is registered. Others than the company of the old law are held to the day when they file.
 */
export const transitionRules = <Facts>(
  standing: (enterprise: EnterpriseEvidence, examined: Case<Facts>) => readonly Due[],
): readonly Rule<Facts>[] => {
  const unadjusted = (enterprise: EnterpriseEvidence, examined: Case<Facts>): readonly Violation[] => {
    if (!isOfOldLaw(enterprise)) return NONE;
    const due = standing(enterprise, examined).some(
      (member) =>
        member.payBy !== undefined && member.payBy > latestPayByOf(enterprise, member) && !isPaid(member),
    );
    return when(due, '/enterprise', values(enterprise));
  };
  return forTypes(
    ['limited-company', 'joint-stock-company'],
    [
      note<Facts>({
        id: 'capital.schedule-to-adjust',
        articles,
        zh: '出资期限应当在 {adjustBy} 前调整至不晚于 {latest}（股份有限公司发起人应当在该日前缴足股款）',
        en: 'By {adjustBy} the schedule has to be adjusted to end no later than {latest} (promoters of a company by shares pay in full by then)',
        check: onEnterprise((enterprise, examined) =>
          mayStillAdjust(examined.on) ? unadjusted(enterprise, examined) : NONE,
        ),
      }),
      /* 第六条 has it ordered and then marked, and no more: it is no ground to return what is filed beside it. */
      review<Facts>({
        id: 'capital.schedule-overdue',
        articles: [...articles, capitalProvisions('第六条')],
        admits: ['register'],
        zh: '出资期限未在 {adjustBy} 前调整至不晚于 {latest}：应当责令改正',
        en: 'The schedule was not adjusted by {adjustBy} to end no later than {latest}: correction is to be ordered',
        check: onEnterprise((enterprise, examined) =>
          mayStillAdjust(examined.on) ? NONE : unadjusted(enterprise, examined),
        ),
      }),
    ],
  );
};
