import * as z from 'zod/mini';
import { DomainError } from '../lib/domain/errors.ts';
import type { Authority } from '../lib/domain/standard/authority.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import data from './authorities.json' with { type: 'json' };
import { type AuthorityRegister, authorityRegister } from './authority-register.ts';
import { checkedOnce, divisionCode, level, provenance, text } from './checked.ts';
import { divisions } from './divisions.ts';

const kind = z.enum(['registration', 'court', 'credit-platform']);
const file = z.strictObject({
  notes: z.array(text),
  patterns: z.array(
    z.strictObject({
      prefix: z.string().check(z.regex(/^[a-z]{2,12}$/)),
      kind,
      level,
      name: z.string().check(z.maxLength(40), z.includes('{place}')),
      provenance,
    }),
  ),
  named: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z]{2,12}-\d{6}$/)),
      kind,
      name: text,
      division: divisionCode,
      provenance,
    }),
  ),
});

const read = checkedOnce('authorities.json', file, data);
let register: AuthorityRegister | undefined;
function authorities(): AuthorityRegister {
  register ??= authorityRegister(read().patterns, read().named, divisions);
  return register;
}

/** By id, whatever the day: what an authority decided outlives it. */
export const findAuthority = (id: string): Authority | undefined => authorities().findAuthority(id);

/** The registration authority of exactly this current division, not of one above it. */
export const registrationAuthorityOf = (division: string, on: PlainDate): Authority | undefined =>
  authorities().registrationAuthorityOf(division, on);

/** @throws DomainError `unknown-authority`. */
export function getAuthority(id: string): Authority {
  const authority = findAuthority(id);
  if (authority === undefined) throw new DomainError('unknown-authority', { values: { authority: id } });
  return authority;
}

/** All authorities of a day. */
export const authoritiesOn = (on: PlainDate): readonly Authority[] => authorities().authoritiesOn(on);

/** All that decide filings or once did: what stands in the queue of one that is gone is not forgotten. */
export const registrationAuthorityIds = (): readonly string[] =>
  authorities()
    .allAuthorities()
    .filter(({ kind }) => kind === 'registration')
    .map(({ id }) => id);

/** The credit platforms of a side, whatever the day: what one relayed outlives it. */
export const platformIdsOf = (jurisdiction: string): readonly string[] =>
  authorities()
    .allAuthorities()
    .filter((authority) => authority.kind === 'credit-platform' && authority.jurisdiction === jurisdiction)
    .map(({ id }) => id);
