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

/** How the current code stands to the former one, as the former one has it. */
export const linkKindOf = {
  replaced: 'current',
  converted: 'converted-to',
} as const satisfies Record<SuccessionKind, LinkKind>;
