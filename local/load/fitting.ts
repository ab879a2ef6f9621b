import { allocateCode } from '../../lib/domain/registration/allocate-code.ts';
import type { Adapting, Facts } from './adapt.ts';
import { inventTradeName } from './invented.ts';
import type { Life } from './life.ts';

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

/** Partners decide where shareholders do, and have an agreement where they have articles. */
const OF_PARTNERS: Readonly<Record<string, string>> = {
  'change-decision': 'partners-decision',
  'amended-articles': 'amended-agreement',
};

function withMaterials(facts: Facts, { began }: Life): Facts {
  if (began !== 'establish-partnership') return facts;
  const materials = facts.materials as readonly { readonly kind: string }[];
  return {
    ...facts,
    materials: materials.map((one) => ({ ...one, kind: OF_PARTNERS[one.kind] ?? one.kind })),
  };
}

const PLACE_FIELDS: Readonly<Record<string, string>> = {
  'establish-partnership': 'principalPlace',
  'establish-individual-business': 'placeOfBusiness',
  'establish-branch': 'placeOfBusiness',
};

/** A new name of the kind that the enterprise has, in its place. */
const newName = ({ life, random, place }: Adapting) =>
  life.parts && { ...life.parts, division: place.word, tradeName: inventTradeName(random) };

/** One of the changes of the example, or, of a company, its new capital with whoever pays it. */
const someChange: Fitting = (given, asked) => {
  const { random, life } = asked;
  const facts = withMaterials(given, life);
  const { members, registeredCapitalFen, address } = facts.changes as Record<string, unknown>;
  if (life.began === 'establish-company' && random.chance(0.3))
    return { ...facts, changes: { registeredCapitalFen, members } };
  const name = newName(asked);
  const changes = random.pick([
    ...(name === undefined ? [] : [{ name }]),
    { [PLACE_FIELDS[life.began] ?? 'address']: address },
    { businessScope: [{ text: random.pick(['软件开发', '农副产品销售', '专业设计服务', '日用百货销售']) }] },
  ]);
  return onePerson({ ...facts, changes });
};

const WITHOUT_ARTICLES = [
  'establish-individual-business',
  'establish-branch',
  'establish-sole-proprietorship',
];

const someRecords: Fitting = (facts, { life }) => {
  const { term, articles, ...records } = facts.records as Record<string, unknown>;
  if (WITHOUT_ARTICLES.includes(life.began)) return { ...facts, records };
  const open = life.began === 'establish-cooperative' ? {} : { term };
  return { ...facts, records: { ...records, ...open, articles } };
};

const notices: Fitting = (facts, { variant, today, life }) => {
  if (variant === 'lost') return onePerson({ ...facts, notice: { kind: 'licence-lost', copies: 'both' } });
  if (variant === 'creditors') return onePerson({ ...facts, notice: { kind: 'creditors', formedOn: today } });
  const alone = ['establish-company', 'establish-sole-proprietorship'].includes(life.began);
  if (!alone) return facts;
  const commitment = [{ kind: 'person', person: 'p1' }];
  return onePerson({ ...facts, notice: { ...(facts.notice as object), commitment } });
};

const ended: Fitting = (facts, { life, today }) =>
  ['establish-individual-business', 'establish-branch'].includes(life.began)
    ? { ...facts, liquidation: { kind: 'none', decidedOn: today } }
    : facts;

const branchOf: Fitting = (facts, { parent }) => ({
  ...facts,
  parent: { ...(facts.parent as object), code: parent?.code ?? '', name: parent?.name ?? '' },
  name: `${parent?.name ?? ''}${parent?.place.word ?? ''}分公司`,
});

/** Some keep their name where they move, which then shows a division it may no longer show. */
const moved: Fitting = (given, asked) => {
  const { life, random } = asked;
  const { address, ...facts } = withMaterials(given, life);
  const parts = newName(asked) ?? (facts.name as { readonly parts: object }).parts;
  const name = { kept: random.chance(0.15), parts };
  return { ...facts, name, [PLACE_FIELDS[life.began] ?? 'address']: address };
};

/** Codes are those of another range, so that they meet none that the service gives out. */
const takenOver: Fitting = (facts, { place: { division, word }, random }) => {
  const { code } = allocateCode({ prefix: 'MX', serial: random.below(2 ** 29), division, codeClass: '91' });
  const tradeName = inventTradeName(random);
  const name = { ...(facts.name as object), tradeName, whole: `${word}${tradeName}餐饮有限公司` };
  return { ...facts, code, name };
};

const decidedToday = (facts: Facts, today: string): Facts => ({
  ...facts,
  decision: { ...(facts.decision as object), decidedOn: today },
});

const fittings: Readonly<Record<string, Fitting>> = {
  'change-registration': someChange,
  'file-records': someRecords,
  'publish-notice': notices,
  'cancel-enterprise': ended,
  'establish-branch': branchOf,
  'migrate-enterprise': moved,
  'take-over-registration': takenOver,
  'suspend-business': (facts, { today }) => ({ ...facts, from: today }),
  'extend-suspension': (facts, { today }) => ({ ...facts, from: today, until: facts.until }),
  'resume-business': (facts, { today }) => ({ ...facts, from: today, resumedOn: today }),
  'confirm-file-handover': (facts, { today }) => ({ ...facts, handedOverOn: today }),
  'record-department-objection': (facts, { today }) => ({ ...facts, objectedOn: today }),
  'revoke-licence': (facts, { today }) => decidedToday(facts, today),
  'apply-to-revoke-registration': concerning,
  'open-inquiry': concerning,
  'extend-inquiry': inquiryOf('open-inquiry'),
  'suspend-inquiry': (facts, asked) => inquiryOf('open-inquiry')({ ...facts, appliedOn: asked.today }, asked),
  'resume-inquiry': inquiryOf('open-inquiry'),
  'close-inquiry': inquiryOf('open-inquiry'),
  'announce-false-registration': inquiryOf('open-inquiry'),
  'revoke-registration': (facts, asked) =>
    inquiryOf('apply-to-revoke-registration', 'open-inquiry')(concerning(facts, asked), asked),
  'annul-revocation': (facts, { life, today }) =>
    decidedToday(
      { ...facts, revocation: life.filings.get('revoke-registration') ?? facts.revocation },
      today,
    ),
};

export const fitted = (item: string, facts: Facts, asked: Adapting): Facts =>
  fittings[item]?.(facts, asked) ?? facts;
