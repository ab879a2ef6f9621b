import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { type Adapting, adapt, type Facts } from './adapt.ts';
import { fitted } from './fitting.ts';
import { type LoadItem, mutatedBy } from './generated-facts.ts';
import { type Life, newBranch, newLife } from './life.ts';
import type { LoadPlace } from './places.ts';
import type { Random } from './random.ts';

/** A filing that is to be handed in, and the life it belongs to. */
export interface DrawnFiling {
  readonly item: LoadItem;
  readonly life: Life;
  readonly facts: Facts;
  /** What the place of the life is once it is registered. */
  readonly place: LoadPlace;
  readonly kind: 'valid' | 'near-valid' | 'random';
  /** Of what is handed in, most is meant to be proven; the rest is filed without proofs. */
  readonly proven: boolean;
}

export interface Drawing {
  readonly items: readonly LoadItem[];
  readonly places: readonly LoadPlace[];
  readonly today: PlainDate;
  /** The enterprises that something is still to be filed about; whoever is drawn leaves it. */
  readonly lives: Life[];
  /** Companies that stand, for branches to belong to. */
  readonly parents: Life[];
}

/** So many enterprises are in being at one time. */
const MOST_LIVES = 300;

const BEGINNINGS: readonly (readonly [item: string, weight: number])[] = [
  ['establish-company', 6],
  ['establish-individual-business', 4],
  ['establish-sole-proprietorship', 2],
  ['establish-partnership', 2],
  ['establish-cooperative', 2],
  ['establish-joint-stock-company', 2],
  ['establish-non-company-legal-person', 1],
  ['establish-branch', 2],
  ['take-over-registration', 1],
  ['reserve-name', 2],
];
const beginnings = BEGINNINGS.flatMap(([item, weight]) => Array.from({ length: weight }, () => item));

/** A step to be filed, whose, and for a branch of whom. */
interface Step {
  /** The item, and behind `#` which kind of it. */
  readonly entry: string;
  readonly life: Life;
  readonly parent?: Life;
}

function begin({ places, parents, items }: Drawing, random: Random): Step {
  const began = random.pick(beginnings);
  const place = random.pick(places);
  if (began === 'establish-branch' && parents.length > 0) {
    const parent = random.pick(parents);
    return { entry: began, life: newBranch(parent, place, random), parent };
  }
  const entry = began === 'establish-branch' ? 'establish-company' : began;
  const parts = items.find(({ id }) => id === entry)?.example.name as Life['parts'];
  return { entry, life: newLife(entry, place, random, parts) };
}

/** The next step of a life in being, or the beginning of another. */
function next(drawing: Drawing, random: Random): Step {
  const { lives, places } = drawing;
  const due = lives.length < MOST_LIVES ? random.chance(0.8) : true;
  const [life] = due && lives.length > 0 ? lives.splice(random.below(lives.length), 1) : [];
  const [entry] = life?.plan ?? [];
  if (life === undefined || entry === undefined) return begin(drawing, random);
  if (entry !== 'establish-branch') return { entry, life };
  /* The life of the branch goes on beside that of its enterprise. */
  life.plan.shift();
  lives.push(life);
  return { entry, life: newBranch(life, random.pick(places), random), parent: life };
}

/** Draws what is filed next: mostly what fits, sometimes with one field that does not, sometimes anything. */
export function drawFiling(drawing: Drawing, random: Random): DrawnFiling {
  const { entry, life, parent } = next(drawing, random);
  const [id = '', variant] = entry.split('#');
  const dice = random.below(100);
  const kind = dice < 72 ? 'valid' : dice < 90 ? 'near-valid' : 'random';
  const item = kind === 'random' ? random.pick(drawing.items) : drawing.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`There is no item ${id}`);
  /* What does not fit is filed beside the plan, which goes on after it. */
  if (kind === 'valid' && life.plan[0] === entry) life.plan.shift();
  const place = item.id === 'migrate-enterprise' ? random.pick(drawing.places) : life.place;
  const divisions = drawing.places.map(({ division }) => division);
  const adapting: Adapting = { life, random, today: drawing.today, place, parent, variant, divisions };
  const told = {
    valid: () => item.example,
    'near-valid': () => mutatedBy(item.example, item.draw(random), random),
    random: () => item.draw(random),
  }[kind]();
  const adapted = adapt(item.id, told, adapting);
  return {
    item,
    life,
    place,
    kind,
    facts: kind === 'valid' ? fitted(item.id, adapted, adapting) : adapted,
    proven: !random.chance(kind === 'valid' ? 0.03 : 0.15),
  };
}
