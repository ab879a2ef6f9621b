import * as z from 'zod/mini';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { checkedOnce, divisionCode, provenance, text } from './checked.ts';
import { findDivision } from './divisions.ts';
import data from './platforms.json' with { type: 'json' };

const footprint = z.readonly(
  z.strictObject({ division: divisionCode, townships: z.readonly(z.array(text).check(z.minLength(1))) }),
);
const member = z.readonly(
  z.strictObject({ division: divisionCode, footprint: z.exactOptional(z.readonly(z.array(footprint))) }),
);
const platformEntry = z.readonly(
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z]{2,12}$/)),
    number: z.int().check(z.minimum(1), z.maximum(99)),
    name: text,
    laterName: z.exactOptional(text),
    area: text,
    inSeed: z.boolean(),
    openEnded: z.boolean(),
    clause: z.exactOptional(text),
    members: z.readonly(z.array(member).check(z.minLength(2))),
    provenance,
    notes: z.exactOptional(text),
  }),
);

/**
 * A cross-border cooperation area (功能平台). `inSeed`: one of the nine that the plan of 2020 names;
 * `openEnded`: its list of members ends with 等. A prefecture stands for all its counties, except where a
 * footprint tells the townships, of which only parts may belong.
 */
export type Platform = z.output<typeof platformEntry>;

const file = z.strictObject({ notes: z.array(text), platforms: z.array(platformEntry) });
const read = checkedOnce('platforms.json', file, data);

const platformsOn = (on: PlainDate): readonly Platform[] =>
  read().platforms.filter(({ provenance }) => holdsOn(provenance, on));

export interface Membership {
  readonly platform: Platform;
  readonly extent: 'whole' | 'partial';
  /** Where `partial`: the townships of the division of which parts belong. */
  readonly townships: readonly string[];
}

function membershipIn(platform: Platform, code: string, parent: string | undefined): Membership | undefined {
  const footprints = platform.members.flatMap((one) => one.footprint ?? []);
  const here = footprints.filter(({ division }) => division === code);
  const named = platform.members.find(({ division }) => division === code);
  if (here.length > 0 || named?.footprint !== undefined) {
    const townships = (here.length > 0 ? here : (named?.footprint ?? [])).flatMap((part) => part.townships);
    return { platform, extent: 'partial', townships };
  }
  const above = platform.members.find(({ division }) => division === parent);
  if (named === undefined && (above === undefined || above.footprint !== undefined)) return undefined;
  return { platform, extent: 'whole', townships: [] };
}

/** The platforms a current county or prefecture belongs to on a day, by number; none for any other code. */
export function platformsOf(code: string, on: PlainDate): readonly Membership[] {
  const division = findDivision(code, on);
  if (division === undefined) return [];
  return platformsOn(on).flatMap((platform) => membershipIn(platform, code, division.parent) ?? []);
}

/** A platform as anyone may read it: its members with name and side. */
export interface ListedPlatform extends Omit<Platform, 'members'> {
  readonly members: readonly (Platform['members'][number] & {
    readonly name: string;
    readonly jurisdiction: string;
  })[];
}

/** All platforms of a day, as plain data. */
export const listPlatforms = (on: PlainDate): readonly ListedPlatform[] =>
  platformsOn(on).map((platform) => ({
    ...platform,
    members: platform.members.flatMap((one) => {
      const division = findDivision(one.division, on);
      if (division === undefined) return [];
      return [{ ...one, name: division.name, jurisdiction: division.jurisdiction }];
    }),
  }));
