import type { RegisterChange, RegisterContext } from '../../lib/domain/registration/register-change.ts';
import type { Filed, Item } from '../../lib/domain/standard/item.ts';
import type { Standard } from '../../lib/domain/standard/standard.ts';
import type { PersonFacts } from '../../lib/domain/subject/person.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { type ConversionFacts, conversionOf, type FiledConversion } from './filed-conversion.ts';

const guidance = [
  {
    zh: '个体工商户与转型后的企业在同一次登记中结束和成立：原统一社会信用代码和营业执照不再有效，企业使用新的代码，两者在公示中互相指明',
    en: 'Business and enterprise end and begin with one registration: code and licence of the business hold no longer, the enterprise has a code of its own, and the register names each with the other',
  },
  {
    zh: '需要缴回纸质营业执照正、副本的，在提交申请时一并缴回；转型为股份有限公司的，先行转型为有限责任公司后变更公司类型',
    en: 'Hand in the paper licence with the application; who wants a company by shares turns into a limited company first, and changes its type then',
  },
] as const;

/** The name goes on with the enterprise that bears its 字号 in the same industry, and is given up otherwise. */
function succeeds(change: RegisterChange, { enterprise, authority }: RegisterContext): RegisterChange {
  if (change.kind !== 'establish') return change;
  const { name } = change;
  const goesOn =
    name?.tradeName === enterprise?.tradeName &&
    name?.industry === enterprise?.industry &&
    authority === enterprise?.registeredBy;
  return { ...change, succeeds: { leaves: goesOn ? 'released' : 'given-up' } };
}

/**
 * The item by which an individual business turns into an enterprise (实施细则 第三十七条第三款): its establishment, by the
 * authority and under the conditions of its type, and with it the end of the business, as another class of code (GB 32100)
 * is another registration.
 */
export const convertedItem = <
  TargetFiled extends Filed,
  TargetFacts,
  F extends TargetFiled & FiledConversion,
  Facts extends TargetFacts & ConversionFacts,
>(
  target: Item<TargetFiled, TargetFacts>,
  {
    standard,
    asked,
    ...own
  }: Pick<Item<F, Facts>, 'id' | 'name' | 'filed'> & {
    readonly standard: Standard<Facts>;
    readonly asked: (facts: Facts) => readonly { readonly subject: SubjectKey }[];
  },
): Item<F, Facts> => ({
  ...own,
  kind: 'registration',
  guidance,
  standards: [standard],
  matter: (filed) => {
    const matter = target.matter(filed);
    if (matter.about !== 'place') throw new Error(`${target.id} establishes nothing`);
    const { division, type, stateInvestor } = matter;
    return {
      about: 'enterprise',
      code: filed.enterprise,
      movesTo: division,
      becomes: { type, stateInvestor },
    };
  },
  derive: (filed: F, persons: readonly PersonFacts[]) =>
    ({ ...target.derive(filed, persons), ...conversionOf(filed) }) as unknown as Facts,
  ...(target.claimedName && { claimedName: target.claimedName }),
  ...(target.appliesAs && { appliesAs: target.appliesAs }),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, context) => succeeds(target.effect(filed, facts, context), context),
});
