import type { Route } from '../contract/route.ts';

/** Requests a second, and how many at one moment. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/** Of a route that nobody thought of. 20 000 000 look-ups in eight hours are 700 a second. */
export const THROTTLE: Throttle = { rateLimit: 2_000, burstLimit: 1_000 };

/** What anybody can ask without signing in, and what writes, is held to less, each route by itself. */
const PUBLIC: Throttle = { rateLimit: 500, burstLimit: 250 };
const WRITES: Throttle = { rateLimit: 200, burstLimit: 100 };
const READS: Throttle = { rateLimit: 500, burstLimit: 250 };
/** Nothing is at these paths, so whoever asks much is looking for something. */
export const UNKNOWN: Throttle = { rateLimit: 50, burstLimit: 25 };

/** How much of a route is taken; a burst on one route leaves the others what is theirs. */
export function throttleOf({
  surface,
  access,
  method,
}: Pick<Route, 'surface' | 'access' | 'method'>): Throttle {
  if (surface === 'credit-lookup') return THROTTLE;
  if (access === 'public') return PUBLIC;
  return method === 'GET' ? READS : WRITES;
}
