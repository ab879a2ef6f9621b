import * as z from 'zod/mini';
import { holdsOn, type Provenance } from '../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { findAuthority } from './authorities.ts';
import { checkedOnce, divisionCode, provenance, text } from './checked.ts';
import { formalNameOf } from './division-names.ts';
import { divisions } from './divisions.ts';
import data from './windows.json' with { type: 'json' };

/** Where a filing is handed in (受理窗口); it belongs to an authority, which need not be the one that decides. */
export interface Window {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  readonly jurisdiction: string;
  readonly provenance: Provenance;
}

const file = z.strictObject({
  notes: z.array(text),
  pattern: z.strictObject({ name: text, provenance }),
  divisions: z.array(divisionCode),
  named: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^win-\d{6}(-\d{1,3})?$/)),
      name: text,
      authority: text,
      provenance,
    }),
  ),
});
const read = checkedOnce('windows.json', file, data);

function byPattern(code: string): Omit<Window, 'jurisdiction'> {
  const division = divisions.findStanding(code);
  if (division === undefined) throw new Error(`catalog/windows.json: /divisions/${code}: not current`);
  const { pattern } = read();
  return {
    id: `win-${code}`,
    name: pattern.name.replace('{place}', formalNameOf(division, divisions)),
    authority: `reg-${code}`,
    provenance: pattern.provenance,
  };
}

function ofItsAuthority(window: Omit<Window, 'jurisdiction'>): Window {
  const authority = findAuthority(window.authority);
  if (authority === undefined) throw new Error(`catalog/windows.json: ${window.id}: no ${window.authority}`);
  return { ...window, jurisdiction: authority.jurisdiction };
}

/** The window of this id; one told singly stands before one by pattern. */
export function findWindow(id: string): Window | undefined {
  const { divisions: codes, named } = read();
  const single = named.find((window) => window.id === id);
  const code = codes.find((one) => `win-${one}` === id);
  if (single !== undefined) return ofItsAuthority(single);
  return code === undefined ? undefined : ofItsAuthority(byPattern(code));
}

/** All windows of a day, as plain data. */
export function listWindows(on: PlainDate): readonly Window[] {
  const { divisions: codes, named } = read();
  const ids = new Set([...codes.map((code) => `win-${code}`), ...named.map(({ id }) => id)]);
  return [...ids]
    .map(findWindow)
    .filter((window) => window !== undefined)
    .filter(({ provenance }) => holdsOn(provenance, on));
}
