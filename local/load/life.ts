import type { InventedPerson } from '../personas.ts';
import { inventPerson } from './invented.ts';
import type { LoadPlace } from './places.ts';
import type { Random } from './random.ts';

/** What a load knows of an enterprise it had established, so that what follows fits it. */
export interface Life {
  /** The item it began with. */
  readonly began: string;
  /** The name in its parts that it was established under; kinds of enterprises without one have none. */
  readonly parts?: Readonly<Record<string, unknown>> | undefined;
  place: LoadPlace;
  /** Who plays whom of the examples, by the name there. */
  readonly cast: Map<string, InventedPerson>;
  /** The name in the examples of whoever stands for it. */
  readonly head: string;
  code?: string | undefined;
  name?: string | undefined;
  /** Who decides what is about it, and who did before it moved. */
  authority?: string;
  left?: string;
  /** The filing of each item that was registered last. */
  readonly filings: Map<string, string>;
  /** What is still to be filed about it, in this order. */
  readonly plan: string[];
}

/** Who stands for the enterprise in the example of each item that begins one. */
const HEADS: Readonly<Record<string, string>> = {
  'establish-joint-stock-company': '沈云舒',
  'establish-non-company-legal-person': '秦望川',
  'establish-partnership': '何知远',
};

/** In the examples of what follows it is always this one. */
const USUAL_HEAD = '林望舒';

/**
 * What may become of an enterprise, step by step, on its first day; what has to wait is filed too soon. Behind `#` stands
 * which of several kinds of the step it is.
 */
const common: readonly (readonly string[])[] = [
  ['file-records', 'change-registration', 'publish-notice#lost', 'reissue-licence', 'change-registration'],
  ['suspend-business', 'extend-suspension', 'resume-business', 'file-records'],
  ['change-registration', 'apply-to-revoke-registration', 'revoke-registration', 'annul-revocation'],
  [
    'change-registration',
    'open-inquiry',
    'suspend-inquiry',
    'resume-inquiry',
    'extend-inquiry',
    'announce-false-registration',
    'close-inquiry',
  ],
  [
    'publish-notice#simple',
    'object-to-notice',
    'withdraw-notice',
    'publish-notice#creditors',
    'cancel-enterprise',
  ],
  ['revoke-licence', 'announce-compulsory-cancellation', 'cancel-compulsorily'],
];

const ofCompanies: readonly (readonly string[])[] = [
  ...common,
  ['migrate-enterprise', 'confirm-file-handover', 'change-registration', 'migrate-enterprise'],
  ['establish-branch', 'adjust-capital-schedule', 'cancel-simple', 'cancel-enterprise'],
  ['change-registration', 'establish-branch', 'migrate-enterprise', 'establish-branch'],
];

const withdrawn: readonly string[] = ['withdraw-notice', 'publish-notice#simple'];

const plansOfType: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'reserve-name': [['establish-company']],
  'establish-company': ofCompanies,
  'establish-joint-stock-company': ofCompanies.map((plan) =>
    plan.filter((item) => item !== 'establish-branch'),
  ),
  'establish-sole-proprietorship': [...common, ['migrate-enterprise', 'confirm-file-handover', ...withdrawn]],
  'establish-partnership': [...common, ['migrate-enterprise', 'confirm-file-handover', ...withdrawn]],
  'establish-individual-business': [
    ['change-registration', 'suspend-business', 'resume-business', 'change-operator', 'change-registration'],
    ['file-records', 'cancel-individual-business-simple', 'record-department-objection'],
    ['change-registration', 'file-records', 'cancel-enterprise'],
  ],
  'establish-branch': [['change-registration', 'file-records', 'cancel-enterprise'], ['revoke-licence']],
  'take-over-registration': [['adjust-capital-schedule', 'change-registration', 'file-records']],
};

export const newLife = (began: string, place: LoadPlace, random: Random, parts?: Life['parts']): Life => ({
  began,
  parts,
  place,
  cast: new Map(),
  head: HEADS[began] ?? USUAL_HEAD,
  filings: new Map(),
  plan: [...random.pick(plansOfType[began] ?? common)],
});

/** Whoever plays the person of this name; somebody new where nobody does yet. */
export function playedBy(
  life: Life,
  item: string,
  name: string,
  random: Random,
  divisions: readonly string[],
): InventedPerson {
  const follows = item !== life.began;
  const role = follows && name === USUAL_HEAD ? life.head : follows && name === life.head ? USUAL_HEAD : name;
  const known = life.cast.get(role);
  if (known !== undefined) return known;
  const person = inventPerson(random, divisions);
  life.cast.set(role, person);
  return person;
}

/** A branch of an enterprise: whoever stands for that signs for it. */
export function newBranch(parent: Life, place: LoadPlace, random: Random): Life {
  const branch = newLife('establish-branch', place, random);
  const head = parent.cast.get(parent.head);
  if (head !== undefined) branch.cast.set('何知远', head);
  return branch;
}
