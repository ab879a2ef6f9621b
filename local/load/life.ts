import type { InventedPerson } from '../personas.ts';
import { inventPerson } from './invented.ts';
import type { LoadPlace } from './places.ts';
import type { Random } from './random.ts';

/** What a load knows of an enterprise it had established, so that what follows fits it. */
export interface Life {
  /** The item it began with. */
  readonly began: string;
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

/** What may become of an enterprise, step by step; not all of it is open to every type, nor on the first day. */
const plans: readonly (readonly string[])[] = [
  ['file-records', 'change-registration', 'publish-notice', 'reissue-licence', 'change-registration'],
  ['suspend-business', 'extend-suspension', 'resume-business', 'file-records'],
  ['migrate-enterprise', 'confirm-file-handover', 'change-registration', 'migrate-enterprise'],
  ['change-registration', 'apply-to-revoke-registration', 'revoke-registration', 'annul-revocation'],
  ['change-registration', 'open-inquiry', 'extend-inquiry', 'announce-false-registration', 'close-inquiry'],
  ['publish-notice', 'object-to-notice', 'withdraw-notice', 'cancel-simple', 'cancel-enterprise'],
  ['revoke-licence', 'announce-compulsory-cancellation', 'cancel-compulsorily'],
  ['adjust-capital-schedule', 'establish-branch', 'record-department-objection', 'cancel-enterprise'],
  ['establish-branch', 'change-registration', 'file-records'],
];

const plansOfType: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'reserve-name': [['establish-company']],
  'establish-individual-business': [
    ['change-operator', 'change-registration', 'suspend-business', 'cancel-individual-business-simple'],
    ['change-registration', 'file-records', 'cancel-enterprise'],
  ],
  'take-over-registration': [['adjust-capital-schedule', 'change-registration', 'file-records']],
};

export const newLife = (began: string, place: LoadPlace, random: Random): Life => ({
  began,
  place,
  cast: new Map(),
  head: HEADS[began] ?? USUAL_HEAD,
  filings: new Map(),
  plan: [...random.pick(plansOfType[began] ?? plans)],
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
  return { ...branch, plan: branch.plan.filter((item) => item !== 'establish-branch') };
}
