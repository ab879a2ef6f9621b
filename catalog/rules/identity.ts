import type { Rule } from '../../lib/domain/standard/standard.ts';
import { NOTARISED_IDENTITY } from '../items/filed-shapes.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import type { WithPersons } from './persons.ts';
import { defect, each, review } from './rule.ts';

interface Identified extends WithPersons {
  readonly materials: readonly { readonly kind: string }[];
}

const notarised = ({ materials }: Identified): boolean =>
  materials.some(({ kind }) => kind === NOTARISED_IDENTITY);

/** `toBeVerified`: whom 实施细则 第十六条 has verified by real name. */
export const identityRules = <Facts extends Identified>(
  toBeVerified: (facts: Facts) => ReadonlySet<string>,
): readonly Rule<Facts>[] => [
  defect({
    id: 'identity.unproven',
    articles: [registrationRegulation('第十五条'), implementingRules('第十六条第一款')],
    zh: '应当完成实名验证：{person}',
    en: 'The person has to be verified by real name: {person}',
    check: ({ facts }) => {
      const persons = toBeVerified(facts);
      return each(facts.persons, ({ ref, proven }, index) =>
        proven === 'none' && !notarised(facts) && persons.has(ref)
          ? { path: `/persons/${index}/proof`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  /*
   * 第十六条第二款 opens the way in person only where a special reason keeps somebody from the system. Whether there is
   * one, and that the officer at the window saw this person, is for an officer of the deciding authority to confirm.
   */
  review({
    id: 'identity.in-person',
    articles: [implementingRules('第十六条第二款')],
    admits: ['register', 'return'],
    zh: '{person} 未通过实名认证系统核验，由本人持身份证件到现场办理：应当核实特殊原因和现场核验记录',
    en: '{person} came in person instead of through the real-name system: confirm the special reason and the record of the check',
    check: ({ facts }) => {
      const persons = toBeVerified(facts);
      return each(facts.persons, ({ ref, proven }, index) =>
        proven === 'in-person' && persons.has(ref)
          ? { path: `/persons/${index}/proof`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  /*
   * The other way of 第十六条第二款. Which of the persons the documents are of, no rule sees; and as nobody is proven by
   * handing one in, nobody's standing was read.
   */
  review({
    id: 'identity.notarised',
    articles: [implementingRules('第十六条第二款'), registrationRegulation('第十五条')],
    admits: ['register', 'return'],
    zh: '{person} 未通过实名认证系统核验，提交了经公证的身份证明文件：应当核实特殊原因和公证文件，并查明其是否为三年内不得再次申请登记的人',
    en: '{person} was not verified by the real-name system and notarised documents were handed in: check the special reason and the documents, and whether the person may not apply within three years',
    check: ({ facts }) => {
      const persons = toBeVerified(facts);
      return each(facts.persons, ({ ref, proven }, index) =>
        proven === 'none' && notarised(facts) && persons.has(ref)
          ? { path: `/persons/${index}/proof`, values: { person: ref } }
          : undefined,
      );
    },
  }),
];
