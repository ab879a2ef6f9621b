import type { LinkKind } from '../subject/linked-key.ts';
import type { Instant } from '../time/instant.ts';
import type { StepDocument } from './record-event.ts';

/**
 * `replaced`: the code alone is another one (换码: a registration number, a code that was given twice or wrongly); the subject is
 * the same, and its records count under either. `converted`: one subject took the place of another (转型); each has its own
 * records, as an object of a measure is never widened.
 */
export const successionKinds = ['replaced', 'converted'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** That one code took the place of another, or that it is said no more, by a document. */
export interface Succession {
  readonly action: 'record' | 'withdraw';
  readonly former: string;
  readonly current: string;
  readonly kind: SuccessionKind;
  readonly document: StepDocument;
  readonly jurisdiction: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

/** Names what is said: of which two codes, as what, on which side. */
const sayingOf = ({ former, current, kind, jurisdiction }: Succession): string =>
  [former, current, kind, jurisdiction].join('\n');

/**
 * What of all that was said of a code still stands of one succession on one side: by each authority what it recorded last, unless
 * it withdrew that. Nobody records what they recorded already, nor withdraws what they did not: so counting is enough, and of
 * two at one moment none is the first.
 */
export function standingOf(said: readonly Succession[], asked: Succession): readonly Succession[] {
  const same = said.filter((one) => sayingOf(one) === sayingOf(asked));
  return [...new Set(same.map(({ recordedBy }) => recordedBy))].flatMap((authority) => {
    const ofOne = same.filter(({ recordedBy }) => recordedBy === authority);
    const recorded = ofOne.filter(({ action }) => action === 'record');
    return 2 * recorded.length > ofOne.length ? recorded.slice(-1) : [];
  });
}

/** How the current code stands to the former one, as the former one has it. */
export const linkKindOf = {
  replaced: 'current',
  converted: 'converted-to',
} as const satisfies Record<SuccessionKind, LinkKind>;
