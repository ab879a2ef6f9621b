import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addDays, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { addWorkingDays } from '../../../lib/domain/time/working-days.ts';
import { workingCalendar } from '../../calendar.ts';
import { companyLaw, penaltyLaw, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { defect, NONE, note, review, when } from '../../rules/rule.ts';
import type { RevocationFacts } from './facts.ts';

/** 五日 and 七日 are working days (行政处罚法 第八十五条). */
const REQUEST_DAYS = 5;
const HEARING_NOTICE_DAYS = 7;
const CASE_DAYS = 90;

const workingDaysAfter = (from: PlainDate, days: number): PlainDate =>
  addWorkingDays(workingCalendar, from, days).dueOn;

/** 公司、企业的法定代表人 (公司法 第一百七十八条第一款第四项). */
const WITH_LEGAL_REPRESENTATIVE: readonly EnterpriseType[] = [
  'limited-company',
  'joint-stock-company',
  'non-company-legal-person',
];

export const procedureRules: readonly Rule<RevocationFacts>[] = [
  defect({
    id: 'penalty.not-notified',
    articles: [penaltyLaw('第四十四条'), penaltyLaw('第六十二条'), penaltyLaw('第六十三条第一款')],
    zh: '作出决定前应当告知拟作出的处罚和陈述、申辩、要求听证的权利：告知之日 {notifiedOn} 不在决定之日 {decidedOn} 之前',
    en: 'The penalty and the rights to be heard are told before the decision: told on {notifiedOn}, decided on {decidedOn}',
    check: ({ facts: { notifiedOn, decision } }) =>
      when(notifiedOn > decision.decidedOn, '/notifiedOn', { notifiedOn, decidedOn: decision.decidedOn }),
  }),
  defect({
    id: 'penalty.hearing-term',
    articles: [penaltyLaw('第六十四条第一项'), penaltyLaw('第八十五条')],
    zh: '当事人可以在告知后五个工作日内（至 {until}）要求听证，未书面放弃的，期间届满后才可以作出决定',
    en: 'A hearing may be asked for within five working days, until {until}; unless it was waived, the decision comes after them',
    check: ({ facts: { hearing, notifiedOn, decision } }) => {
      if (hearing.kind !== 'not-requested' || notifiedOn > decision.decidedOn) return NONE;
      const until = workingDaysAfter(notifiedOn, REQUEST_DAYS);
      return when(decision.decidedOn <= until, '/decision/decidedOn', { until });
    },
  }),
  defect({
    id: 'penalty.hearing-told',
    articles: [penaltyLaw('第六十四条第二项'), penaltyLaw('第八十五条')],
    zh: '应当在举行听证的七个工作日前通知时间、地点：通知之日 {toldOn}，听证之日 {heldOn}',
    en: 'A hearing is told of seven working days before: told on {toldOn}, held on {heldOn}',
    check: ({ facts: { hearing } }) => {
      if (hearing.kind !== 'held') return NONE;
      const { toldOn, heldOn } = hearing;
      return when(heldOn < workingDaysAfter(toldOn, HEARING_NOTICE_DAYS), '/hearing/heldOn', {
        toldOn,
        heldOn,
      });
    },
  }),
  defect({
    id: 'penalty.before-hearing',
    articles: [penaltyLaw('第六十五条')],
    zh: '听证结束后才可以作出决定：听证之日 {heldOn}',
    en: 'The decision comes after the hearing, which was on {heldOn}',
    check: ({ facts: { hearing, decision } }) =>
      hearing.kind === 'held'
        ? when(hearing.heldOn > decision.decidedOn, '/decision/decidedOn', { heldOn: hearing.heldOn })
        : NONE,
  }),
  note({
    id: 'penalty.late',
    articles: [penaltyLaw('第六十条')],
    zh: '应当自立案之日起九十日内（至 {until}）作出决定，法律、法规、规章另有规定的除外',
    en: 'A case is decided within ninety days, by {until}, unless law says otherwise',
    check: ({ facts: { caseOpenedOn, decision } }) => {
      const until = addDays(caseOpenedOn, CASE_DAYS);
      return when(decision.decidedOn > until, '/decision/decidedOn', { until });
    },
  }),
  defect({
    id: 'penalty.no-legal-representative',
    articles: [companyLaw('第一百七十八条第一款第四项'), registrationRegulation('第十二条第四项')],
    zh: '该类型（{typeName}）没有法定代表人，不产生任职限制',
    en: 'This type ({typeName}) has no legal representative whom the bar from office could reach',
    check: onEnterprise(({ type, typeName }, { facts: { responsible } }) =>
      when(responsible !== undefined && !WITH_LEGAL_REPRESENTATIVE.includes(type), '/responsible', {
        typeName,
      }),
    ),
  }),
  review({
    id: 'penalty.responsible-not-head',
    articles: [companyLaw('第一百七十八条第一款第四项'), registrationRegulation('第十二条第四项')],
    admits: ['register', 'return'],
    zh: '{person} 不是登记的法定代表人：应当核实违法行为发生时是否担任法定代表人',
    en: '{person} is not the registered legal representative: judge whether they were when the law was broken',
    check: onEnterprise(({ heads }, { facts: { responsible, persons } }) => {
      const person = persons.find(({ ref }) => ref === responsible);
      return person === undefined
        ? NONE
        : when(!heads.includes(person.subject), '/responsible', { person: person.ref });
    }),
  }),
];
