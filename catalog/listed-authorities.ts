import type { Authority } from '../lib/domain/standard/authority.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { authoritiesOn } from './authorities.ts';
import { platformsOf } from './platforms.ts';

/** An authority as anyone may read it, with the platforms its own division belongs to. */
export interface ListedAuthority extends Authority {
  readonly platforms: readonly string[];
}

/** All authorities of a day, as plain data. Apart from `authorities.ts`, whose users need no platforms. */
export const listAuthorities = (on: PlainDate): readonly ListedAuthority[] =>
  authoritiesOn(on).map((authority) => ({
    ...authority,
    platforms: platformsOf(authority.divisions[0] ?? '', on).map(({ platform }) => platform.id),
  }));
