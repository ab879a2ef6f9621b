import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addWorkingDays } from '../../../lib/domain/time/working-days.ts';
import { workingCalendar } from '../../calendar.ts';
import { capitalProvisions, civilCode, registrationRegulation } from '../../laws.ts';
import { isLate, lastDayWithin } from '../../rules/last-day.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import type { ScheduleFacts } from './facts.ts';

const DAYS_TO_FILE = 30;
const WORKING_DAYS_TO_PUBLISH = 20;

export const timeRules: readonly Rule<ScheduleFacts>[] = [
  defect({
    id: 'schedule.decided-later',
    articles: [registrationRegulation('第二十九条')],
    zh: '决定之日（{decidedOn}）晚于申请之日',
    en: 'The decision ({decidedOn}) is later than the day of filing',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  note({
    id: 'schedule.late',
    articles: [
      registrationRegulation('第二十九条'),
      registrationRegulation('第四十七条'),
      civilCode('第二百零三条第一款'),
    ],
    zh: '备案晚于三十日的期限（至 {latest}）：不影响备案；由登记机关责令改正',
    en: 'This is filed after thirty days, which ended on {latest}: it is put on file all the same, and correction may be ordered',
    check: ({ facts: { decidedOn }, on }) =>
      isLate(decidedOn, DAYS_TO_FILE, on)
        ? [{ path: '/decidedOn', values: { latest: lastDayWithin(decidedOn, DAYS_TO_FILE) } }]
        : NONE,
  }),
  note({
    id: 'schedule.publish',
    articles: [capitalProvisions('第四条第一款')],
    zh: '应当自信息产生之日起二十个工作日内（至 {latest}）通过国家企业信用信息公示系统向社会公示',
    en: 'This is published in the publicity system within 20 working days, by {latest}',
    check: ({ facts: { decidedOn, publishedOn }, on }) => {
      if (decidedOn > on) return NONE;
      const latest = addWorkingDays(workingCalendar, decidedOn, WORKING_DAYS_TO_PUBLISH).dueOn;
      const inTime = publishedOn !== undefined && publishedOn <= latest;
      return when(!inTime, publishedOn === undefined ? '/decidedOn' : '/publishedOn', { latest });
    },
  }),
];

export const filedWithin = [
  {
    days: DAYS_TO_FILE,
    from: { zh: '自作出变更决议、决定之日起', en: 'From the resolution or decision' },
    articles: [registrationRegulation('第二十九条')],
  },
] as const;
