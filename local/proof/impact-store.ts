import { type Changed, type Impact, impactOn } from './impact-filing.ts';
import { keptFilings } from './kept-filings.ts';
import type { OpenStore } from './open-store.ts';
import type { Draft } from './read-draft.ts';

/** What a draft would have made of the past. */
export interface WholeImpact {
  readonly store: string;
  readonly item: string;
  readonly draft: string;
  readonly filings: number;
  readonly compared: number;
  /** Filings of which at least one step would have come out otherwise. */
  readonly different: number;
  readonly notComparable: number;
  readonly erased: number;
  /** Of these no receipt says what was decided. */
  readonly unverified: number;
  /** How many steps went from what to what, as `register -> review`. */
  readonly courses: Readonly<Record<string, number>>;
  /** How many findings of each rule would be there besides, and would be gone. */
  readonly rules: Readonly<Record<string, { readonly added: number; readonly removed: number }>>;
  readonly changed: readonly Changed[];
  readonly misfits: readonly { readonly filing: string; readonly reason: string }[];
}

/** Of a draft that changes more than this, the counts say enough. */
const MOST_LISTED = 10_000;

function counters() {
  const courses: Record<string, number> = {};
  const rules: Record<string, { added: number; removed: number }> = {};
  const count = (finding: string, what: 'added' | 'removed'): void => {
    const [rule = ''] = finding.split(' at ');
    const counts = rules[rule] ?? { added: 0, removed: 0 };
    counts[what] += 1;
    rules[rule] = counts;
  };
  return {
    courses,
    rules,
    add: ({ from, to, difference }: Changed): void => {
      const course = `${from} -> ${to}`;
      courses[course] = (courses[course] ?? 0) + 1;
      for (const finding of difference.added) count(finding, 'added');
      for (const finding of difference.removed) count(finding, 'removed');
    },
  };
}

/** Replays every filing of the draft's item under the draft. */
export async function impactOnStore(
  store: OpenStore,
  draft: Draft,
  onProgress: (filings: number) => void = () => undefined,
): Promise<WholeImpact> {
  const { item, version } = draft.standard;
  const kinds = { compared: 0, 'not-comparable': 0, erased: 0, unverified: 0 } satisfies Record<
    Impact['kind'],
    number
  >;
  const { courses, rules, add } = counters();
  const [changed, misfits]: [Changed[], { filing: string; reason: string }[]] = [[], []];
  let [filings, different] = [0, 0];
  for await (const kept of keptFilings(store)) {
    if (kept.filing !== undefined && kept.filing.item !== item) continue;
    const impact = await impactOn(kept, draft, store.receiptKeys);
    filings += 1;
    kinds[impact.kind] += 1;
    onProgress(filings);
    if (impact.kind === 'not-comparable' && misfits.length < MOST_LISTED)
      misfits.push({ filing: impact.filing, reason: impact.reason });
    if (impact.kind !== 'compared' || impact.changed.length === 0) continue;
    different += 1;
    for (const one of impact.changed) add(one);
    if (changed.length < MOST_LISTED) changed.push(...impact.changed);
  }
  return {
    store: store.name,
    item,
    draft: version,
    filings,
    compared: kinds.compared,
    different,
    notComparable: kinds['not-comparable'],
    erased: kinds.erased,
    unverified: kinds.unverified,
    courses,
    rules,
    changed,
    misfits,
  };
}
