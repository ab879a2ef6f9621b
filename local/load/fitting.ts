import { allocateCode } from '../../lib/domain/registration/allocate-code.ts';
import type { Adapting, Facts } from './adapt.ts';
import { inventTradeName } from './invented.ts';

/** Makes the facts of one item fit the life they are filed for, beyond what holds of every item. */
type Fitting = (facts: Facts, asked: Adapting) => Facts;

const inquiryOf =
  (...items: readonly string[]): Fitting =>
  (facts, { life }) => {
    const inquiry = items.map((item) => life.filings.get(item)).find((id) => id !== undefined);
    return { ...facts, inquiry: inquiry ?? facts.inquiry };
  };

const concerning: Fitting = (facts, { life }) => ({
  ...facts,
  concerns: life.filings.get('change-registration') ?? life.filings.get(life.began) ?? facts.concerns,
});

const onePerson = (facts: Facts): Facts => ({ ...facts, persons: facts.persons.slice(0, 1) });

/** One of the changes of the example, or, of a company, its new capital with whoever pays it. */
const someChange: Fitting = (facts, { random, life }) => {
  const { members, registeredCapitalFen, ...plain } = facts.changes as Record<string, unknown>;
  if (life.began === 'establish-company' && random.chance(0.4))
    return { ...facts, changes: { registeredCapitalFen, members } };
  const [field, value] = random.pick(Object.entries(plain));
  return onePerson({ ...facts, changes: { [field]: value } });
};

const notices: readonly Fitting[] = [
  (facts) => onePerson({ ...facts, notice: { kind: 'licence-lost', copies: 'both' } }),
  (facts, { today }) => onePerson({ ...facts, notice: { kind: 'creditors', formedOn: today } }),
  (facts) => {
    const commitment = [{ kind: 'person', person: 'p1' }];
    return onePerson({ ...facts, notice: { ...(facts.notice as object), commitment } });
  },
  (facts) => facts,
];

const branchOf: Fitting = (facts, { parent }) => ({
  ...facts,
  parent: {
    ...(facts.parent as object),
    code: parent?.code ?? '',
    name: parent?.name ?? '',
  },
  name: `${parent?.name ?? ''}分公司`,
});

/** Some keep their name where they move, which then shows a division it may no longer show. */
const moved: Fitting = (facts, { random }) =>
  random.chance(0.8) ? facts : { ...facts, name: { ...(facts.name as object), kept: true } };

/** Codes are those of another range, so that they meet none that the service gives out. */
const takenOver: Fitting = (facts, { place: { division, word }, random }) => {
  const { code } = allocateCode({ prefix: 'MX', serial: random.below(2 ** 29), division, codeClass: '91' });
  const tradeName = inventTradeName(random);
  const name = { ...(facts.name as object), tradeName, whole: `${word}${tradeName}餐饮有限公司` };
  return { ...facts, code, name };
};

const annulled: Fitting = (facts, { life, today }) => ({
  ...facts,
  revocation: life.filings.get('revoke-registration') ?? facts.revocation,
  decision: { ...(facts.decision as object), decidedOn: today },
});

const fittings: Readonly<Record<string, Fitting>> = {
  'change-registration': someChange,
  'publish-notice': (facts, asked) => asked.random.pick(notices)(facts, asked),
  'establish-branch': branchOf,
  'migrate-enterprise': moved,
  'take-over-registration': takenOver,
  'apply-to-revoke-registration': concerning,
  'open-inquiry': concerning,
  'extend-inquiry': inquiryOf('open-inquiry'),
  'close-inquiry': inquiryOf('open-inquiry'),
  'announce-false-registration': inquiryOf('open-inquiry'),
  'revoke-registration': (facts, asked) =>
    inquiryOf('apply-to-revoke-registration', 'open-inquiry')(concerning(facts, asked), asked),
  'annul-revocation': annulled,
};

export const fitted = (item: string, facts: Facts, asked: Adapting): Facts =>
  fittings[item]?.(facts, asked) ?? facts;
