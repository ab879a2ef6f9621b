import { type NameOrder, standingNameOrder } from '../../lib/domain/registration/name-order.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule, Violation } from '../../lib/domain/standard/standard.ts';
import { nameProvisions } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import { defect, NONE, note, review, when } from './rule.ts';

export const stopArticles = [nameProvisions('第二十三条第二款')];

/** 30日, from what the enterprise received. */
export const DAYS_TO_CHANGE = 30;

/** An order by the filing that entered it, unless it was withdrawn. */
export const findNameOrder = (
  { nameOrders = [] }: EnterpriseEvidence,
  filing: string,
): NameOrder | undefined =>
  nameOrders.find((order) => order.filing === filing && order.withdrawnOn === undefined);

/** A name that a filing asks for, and where it does. */
interface AskedName {
  readonly path: string;
  readonly name: string;
  readonly tradeName?: string;
}

const toBeChanged = <Facts>(keeps: (facts: Facts) => boolean): Rule<Facts> =>
  note({
    id: 'names.to-be-changed',
    articles: stopArticles,
    zh: '名称已被依法认定应当停止使用，应当在 {changeBy} 前（含当日）办理名称变更登记；变更前以统一社会信用代码代替其名称',
    en: 'The name has to be stopped, and changed by {changeBy} at the latest; until then the code stands in for it',
    check: onEnterprise((enterprise, { facts }) => {
      const order = standingNameOrder(enterprise);
      return order === undefined || !keeps(facts)
        ? NONE
        : when(true, '/enterprise', { changeBy: order.changeBy });
    }),
  });

/**
 * Of whatever may change a name: one that has to be stopped is not taken again. An order that only names the whole
 * name may mean its 字号, so that another name with the same is judged. `keeps`: whether the filing leaves the name as
 * it is, which stays possible, with the days to change it running on; left out where a filing always brings a name.
 */
export function stoppedNameRules<Facts>(
  asked: (facts: Facts) => AskedName | undefined,
  keeps?: (facts: Facts) => boolean,
): readonly Rule<Facts>[] {
  const stopped = (
    enterprise: EnterpriseEvidence,
    facts: Facts,
    test: (order: NameOrder, name: AskedName) => boolean,
  ): readonly Violation[] => {
    const name = asked(facts);
    if (name === undefined) return NONE;
    const order = enterprise.nameOrders?.find((one) => one.withdrawnOn === undefined && test(one, name));
    return order === undefined
      ? NONE
      : [{ path: name.path, values: { stopped: order.name, since: order.receivedOn } }];
  };
  return [
    defect({
      id: 'names.stopped',
      articles: stopArticles,
      zh: '名称“{stopped}”已被依法认定应当停止使用（文书于 {since} 收到），不得再行登记',
      en: 'The name “{stopped}” has to be stopped, by what was received on {since}: it is not taken again',
      check: onEnterprise((enterprise, { facts }) =>
        stopped(enterprise, facts, (order, { name }) => order.name === name),
      ),
    }),
    review({
      id: 'names.stopped-trade-name',
      articles: [...stopArticles, nameProvisions('第二十条第一款')],
      admits: ['register', 'return', 'refuse'],
      zh: '名称“{stopped}”已被依法认定应当停止使用（文书于 {since} 收到），拟用名称的字号与其相同：应当核实文书是否及于该字号',
      en: 'The name “{stopped}” has to be stopped, by what was received on {since}, and this one has its trade name: judge whether that is meant too',
      check: onEnterprise((enterprise, { facts }) => {
        const whole = stopped(enterprise, facts, (order, { name }) => order.name === name);
        return whole.length > 0
          ? NONE
          : stopped(
              enterprise,
              facts,
              (order, { tradeName }) => tradeName !== undefined && order.tradeName === tradeName,
            );
      }),
    }),
    ...(keeps === undefined ? [] : [toBeChanged(keeps)]),
  ];
}
