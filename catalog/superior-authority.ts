import type { Authority } from '../lib/domain/standard/authority.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { registrationAuthorityOf } from './authorities.ts';

/**
 * The next higher registration authority (上一级登记机关) on a day: that of the prefecture, or of the province where no
 * prefecture stands between; `undefined` for an authority of a province. Its own code stands first in its divisions.
 */
export function superiorOf({ id, level, divisions }: Authority, on: PlainDate): Authority | undefined {
  if (level === 'province') return undefined;
  const [code = ''] = divisions;
  const above =
    level === 'county' ? [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`] : [`${code.slice(0, 2)}0000`];
  return above
    .map((division) => registrationAuthorityOf(division, on))
    .find((authority) => authority !== undefined && authority.id !== id && authority.level !== level);
}
