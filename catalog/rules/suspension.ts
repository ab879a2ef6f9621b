import type { Suspension } from '../../lib/domain/registration/enterprise.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule, Violation } from '../../lib/domain/standard/standard.ts';
import { addYears, epochDayOf, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import { civilCode, implementingRules, registrationRegulation } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import type { AskedMaterial } from './materials.ts';
import { defect, NONE, review, when } from './rule.ts';

/** What rules need of a time out of business (歇业). */
export type SuspendedTime = Pick<Suspension, 'from' | 'until' | 'resumedOn'>;

const MOST_YEARS = 3;

/** The days out of business, first and last among them; on the day it resumed it was in business again. */
function daysOf({ from, until, resumedOn }: SuspendedTime): number {
  const over = resumedOn !== undefined && resumedOn <= until ? epochDayOf(resumedOn) : epochDayOf(until) + 1;
  return Math.max(0, over - epochDayOf(from));
}

const daysIn = (times: readonly SuspendedTime[]): number =>
  times.reduce((sum, time) => sum + daysOf(time), 0);

/**
 * 累计歇业满3年: as many days, over all times together, as the three years from the first day out of business have
 * (1 095, or 1 096 with a leap day). So one time may last to the day before the third return of its first
 * day [inference]; on that day itself three years end where the first day is not counted (民法典 第二百零一条).
 */
function mostDays(times: readonly SuspendedTime[]): number {
  const [first] = times.map(({ from }) => from).toSorted();
  if (first === undefined) return 0;
  const days = epochDayOf(addYears(first, MOST_YEARS)) - epochDayOf(first);
  /* Three years from the last days there are would run beyond them. */
  return Math.max(days, 1_095);
}

/** One time alone that ends on the day on which its first day returns for the third time. */
const isToTheDay = (asked: SuspendedTime, others: readonly SuspendedTime[]): boolean =>
  daysIn(others) === 0 && daysOf(asked) === mostDays([asked]) + 1;

interface SuspensionOf<Facts> {
  /** All times out of business as they are to be, `undefined` where there is nothing to count. */
  readonly times: (
    facts: Facts,
    enterprise: EnterpriseEvidence,
  ) => { readonly asked: SuspendedTime; readonly others: readonly SuspendedTime[] } | undefined;
}

const overlap = (asked: SuspendedTime, { from, until, resumedOn }: SuspendedTime): boolean =>
  asked.from <= until &&
  from <= asked.until &&
  (resumedOn === undefined || (asked.from < resumedOn && from < resumedOn));

export const suspensionRules = <Facts>({ times }: SuspensionOf<Facts>): readonly Rule<Facts>[] => {
  const onTimes = (check: (asked: SuspendedTime, others: readonly SuspendedTime[]) => readonly Violation[]) =>
    onEnterprise<Facts>((enterprise, { facts }) => {
      const told = times(facts, enterprise);
      return told === undefined ? NONE : check(told.asked, told.others);
    });
  return [
    defect({
      id: 'suspension.overlap',
      articles: [implementingRules('第四十一条第一款'), implementingRules('第四十一条第三款')],
      zh: '与已备案的歇业期间（{from} 至 {until}）重叠',
      en: 'It overlaps with a suspension on file ({from} to {until})',
      check: onTimes((asked, others) => {
        const other = others.find((one) => overlap(asked, one));
        return other === undefined
          ? NONE
          : [{ path: '/until', values: { from: other.from, until: other.until } }];
      }),
    }),
    defect({
      id: 'suspension.three-years',
      articles: [registrationRegulation('第三十条第四款'), implementingRules('第四十二条第三款')],
      zh: '歇业期限累计 {days} 日，最长不得超过3年（{most} 日）',
      en: 'It would be out of business for {days} days in all; three years, {most} days, are the most',
      check: onTimes((asked, others) => {
        const all = [...others, asked];
        const days = daysIn(all);
        const most = mostDays(all);
        return when(days > most && !isToTheDay(asked, others), '/until', { days, most });
      }),
    }),
    review({
      id: 'suspension.three-years-to-the-day',
      articles: [registrationRegulation('第三十条第四款'), civilCode('第二百零一条第一款')],
      admits: ['register', 'return'],
      zh: '歇业期限累计 {days} 日：首日计入则超过3年（{most} 日）一日，首日不计入则正好3年，应当由登记人员判断',
      en: 'It would be out of business for {days} days in all: a day more than three years ({most} days), or just three where the first day is not counted, which an officer judges',
      check: onTimes((asked, others) => {
        const days = daysOf(asked);
        return when(isToTheDay(asked, others), '/until', { days, most: days - 1 });
      }),
    }),
  ];
};

/** The time that began on a day and was not ended early. */
export const suspensionFrom = (
  { suspensions }: Pick<EnterpriseEvidence, 'suspensions'>,
  from: PlainDate,
): Suspension | undefined => suspensions.findLast((one) => one.from === from && one.resumedOn === undefined);

/** That the suspension somebody means is on file, and was not ended early. */
export const suspensionOnFile = <Facts extends { readonly from: PlainDate }>(
  articles: readonly Article[],
): Rule<Facts> =>
  defect({
    id: 'suspension.none',
    articles,
    zh: '没有自 {from} 起的歇业备案，或者已经终止',
    en: 'There is no suspension on file that began on {from}, or it was ended already',
    check: onEnterprise((enterprise, { facts: { from } }) =>
      when(suspensionFrom(enterprise, from) === undefined, '/from', { from }),
    ),
  });

export const serviceAddressConfirmation: AskedMaterial<
  { readonly serviceAddress?: string | undefined },
  'service-address-confirmation'
> = {
  id: 'service-address-confirmation',
  name: {
    zh: '法律文书送达地址确认书（以其代替住所的提交）',
    en: 'Confirmation of the address for service, where it stands in for the seat',
  },
  articles: [implementingRules('第四十一条第二款'), registrationRegulation('第三十条第五款')],
  needed: ({ serviceAddress }) => serviceAddress !== undefined,
  when: {
    zh: '以法律文书送达地址代替住所（主要经营场所、经营场所）的',
    en: 'where an address for service stands in for the seat',
  },
};
